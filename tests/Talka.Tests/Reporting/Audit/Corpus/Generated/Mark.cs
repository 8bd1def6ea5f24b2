using System.Text;

namespace Talka.Tests.Reporting.Audit.Corpus.Generated;

/// <summary>Invisible marks around the words that state a fact, so that its place is known however the sentence around it was put together.</summary>
internal static class Mark
{
    private const char Open = '\uE000';
    private const char Named = '\uE001';
    private const char Close = '\uE002';
    private const int Context = 28;

    public static string Of(string key, string words) => $"{Open}{key}{Named}{words}{Close}";

    public static string Strip(string text) => Read(text, (_, _, _) => { });

    /// <summary>The text with a capital letter at its beginning.</summary>
    public static string Upper(string text)
    {
        var at = 0;
        while (at < text.Length && text[at] == Open)
        {
            at = text.IndexOf(Named, at) + 1;
        }

        return at < text.Length ? text[..at] + char.ToUpperInvariant(text[at]) + text[(at + 1)..] : text;
    }

    /// <summary>The quote of every mark in a text: the marked words, and so much of what stands around them that they can be told from others.</summary>
    public static IEnumerable<KeyValuePair<string, Quoted>> Quotes(string text)
    {
        var marks = new List<(string Key, int Start, int End)>();
        var plain = Read(text, (key, start, end) => marks.Add((key, start, end)));
        foreach (var (key, start, end) in marks)
        {
            var from = Math.Max(0, start - Context);
            var to = Math.Min(plain.Length, end + Context);
            yield return new(key, new Quoted(plain[from..start], plain[start..end], plain[end..to]));
        }
    }

    private static string Read(string text, Action<string, int, int> found)
    {
        var plain = new StringBuilder();
        var open = new Stack<(string Key, int Start)>();
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case Open:
                    var named = text.IndexOf(Named, at);
                    open.Push((text[(at + 1)..named], plain.Length));
                    at = named;
                    break;
                case Close:
                    var (key, start) = open.Pop();
                    found(key, start, plain.Length);
                    break;
                default:
                    plain.Append(text[at]);
                    break;
            }
        }

        return plain.ToString();
    }
}

/// <summary>Marked words with what stands before and after them in the same paragraph.</summary>
internal sealed record Quoted(string Before, string Words, string After)
{
    /// <summary>A snippet for a label: the words themselves, a little longer when they are short.</summary>
    public string Snippet => Words.Length >= 10 ? Words : (Words + After)[..Math.Min(Words.Length + After.Length, 24)];
}
