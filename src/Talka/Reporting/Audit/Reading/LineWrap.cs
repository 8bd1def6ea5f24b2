namespace Talka.Reporting.Audit.Reading;

/// <summary>The width that the lines of a text were broken at by a program.</summary>
/// <param name="Width">0 where they were not.</param>
/// <param name="IsExact">Nearly every line ends where its next word would not have fitted: a full one goes on, whatever it ends with.</param>
internal readonly record struct LineWrap(int Width, bool IsExact)
{
    // Below and above this, lines end where their author wanted them to.
    private const int Narrowest = 55;
    private const int NarrowestRagged = 60;
    private const int Widest = 140;
    private const int LeastFull = 4;
    private const double MostlyFull = 0.8;
    private const string Space = "  ";

    public static LineWrap Of(string text, IReadOnlyList<TextLine> lines) => Exact(text, lines) is > 0 and var width ? new(width, true) : new(Longest(text, lines), false);

    /// <summary>Whether a word would not have fitted at the end of a line.</summary>
    public bool IsFull(int length, int word) => IsExact && length <= Width && length + 1 + word > Width;

    /// <summary>How many characters the first word of a line has.</summary>
    public static int FirstWord(ReadOnlySpan<char> line) => line.IndexOf(' ') is >= 0 and var space ? space : line.Length;

    // The width lies between the length of a line and what that would be with the next word: it is where most of these stretches meet.
    private static int Exact(string text, IReadOnlyList<TextLine> lines)
    {
        var (broken, longer) = (new List<(int Length, int Word)>(), new int[Widest + 1]);
        for (var at = 0; at < lines.Count; at++)
        {
            var line = text.AsSpan(lines[at].Start, lines[at].Length).TrimEnd();
            if (!IsRunning(line))
            {
                continue;
            }

            longer[Math.Min(line.Length, Widest)]++;
            var next = at + 1 < lines.Count ? text.AsSpan(lines[at + 1].Start, lines[at + 1].Length).Trim() : [];
            if (line.Length < Widest && IsRunning(next) && TextMarker.At(next, out _) == '\0')
            {
                broken.Add((line.Length, FirstWord(next)));
            }
        }

        var meeting = new int[Widest + 1];
        foreach (var (length, word) in broken)
        {
            meeting[length]++;
            meeting[Math.Min(length + word + 1, Widest)]--;
        }

        var (width, most, now) = (0, 0, 0);
        for (var (length, isMeeting) = (0, false); length < Widest; length++)
        {
            now += meeting[length];
            isMeeting = length >= Narrowest && (now > most || (now == most && isMeeting));
            // The longest line there is among all the widths that fit as well
            (width, most) = isMeeting && (now > most || longer[length] > 0) ? (length, now) : (width, most);
        }

        var isMost = most >= MostlyFull * broken.Count(line => line.Length > width / 2 && line.Length <= width);
        return most >= LeastFull && isMost && longer[(width + 1)..].Sum() * LeastFull <= most ? width : 0;
    }

    // Lines that somebody broke by hand, or of which many are no running text
    private static int Longest(string text, IReadOnlyList<TextLine> lines)
    {
        var longest = 0;
        foreach (var line in lines)
        {
            longest = Math.Max(longest, text.AsSpan(line.Start, line.Length).TrimEnd().Length);
        }

        if (longest is < NarrowestRagged or > Widest)
        {
            return 0;
        }

        var full = lines.Count(line => line.Length > longest * MostlyFull);
        return full >= LeastFull && full * LeastFull >= lines.Count(line => line.Length > 0) ? longest : 0;
    }

    // No row of a table, and no form
    private static bool IsRunning(ReadOnlySpan<char> line) => !line.IsWhiteSpace() && !line.Contains('\t') && line.Trim().IndexOf(Space) < 0;
}
