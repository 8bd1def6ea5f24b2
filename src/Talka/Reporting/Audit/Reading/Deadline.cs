using System.Diagnostics;

namespace Talka.Reporting.Audit.Reading;

/// <summary>How long reading may take. Readers ask it at every step that can become long.</summary>
internal sealed class Deadline(TimeSpan time, CancellationToken cancel)
{
    private readonly long _start = Stopwatch.GetTimestamp();

    public TimeSpan Time => time;

    public void Check()
    {
        cancel.ThrowIfCancellationRequested();
        if (Stopwatch.GetElapsedTime(_start) > time)
        {
            throw new DocumentProblemException(DocumentErrors.TooSlow());
        }
    }
}
