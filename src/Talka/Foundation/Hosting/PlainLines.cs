using System.Globalization;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Display;

namespace Talka.Foundation.Hosting;

/// <summary>
/// Logs for people: one event, one line, with the day and the offset from UTC. What came from outside cannot begin a line of its own:
/// control characters are written as their numbers, and the lines of an exception are indented.
/// </summary>
internal sealed class PlainLines : ITextFormatter
{
    private static readonly MessageTemplateTextFormatter Line = new("{Timestamp:yyyy-MM-dd HH:mm:ss zzz} {Level:u3} {Message:lj}", CultureInfo.InvariantCulture);

    public void Format(LogEvent logEvent, TextWriter output)
    {
        using var line = new StringWriter(CultureInfo.InvariantCulture);
        Line.Format(logEvent, line);
        output.WriteLine(OneLine(line.ToString()));
        if (logEvent.Exception is { } failure)
        {
            output.WriteLine("  " + string.Join(Environment.NewLine + "  ", failure.ToString().ReplaceLineEndings("\n").Split('\n').Select(OneLine)));
        }
    }

    private static string OneLine(string text) => text.Any(IsBreaking)
        ? string.Concat(text.Select(c => IsBreaking(c) ? $"\\u{(int)c:x4}" : c.ToString()))
        : text;

    private static bool IsBreaking(char c) => char.IsControl(c) || c is '\u2028' or '\u2029';
}
