using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Dates;

/// <summary>Words by which a sentence says that it tells of the year that is reported: its months, its end, the year itself; and of the time after the task.</summary>
internal static class TimesOfYear
{
    private const int MostToTask = 4;

    private static readonly Stems Reported = ["pārskat", "atskait", "reporting", "reported"];
    private static readonly Stems Tasks = ["līgum", "uzdevum", "projekt", "termiņ", "period", "contract", "agreement", "task", "project", "funding", "grant"];
    private static readonly string[] Seasons = ["pavasarī", "vasarā", "rudenī", "ziemā"];
    private static readonly string[] EnglishSeasons = ["spring", "summer", "autumn", "winter"];

    /// <summary>“Rudenī notiks …”, “… in June”, “Noslēgumā …”</summary>
    public static bool Has(IReadOnlyList<Token> tokens, TokenRange sentence) => Indices(sentence).Any(at => !tokens[at].Quoted
        && (IsYear(tokens, at) || tokens[at].Is(Seasons) || (at == sentence.First && tokens[at].Is("noslēgumā", "nobeigumā")) || (tokens[at].Is(EnglishSeasons)
        && tokens.Peek(at - 1).Is("in"))
            || (Months.Of(tokens[at]) is not null && (tokens[at].Text[^1] is 'ā' or 'ī' || tokens.Peek(at - 1).Is("in", "līdz", "no")))));

    /// <summary>“Pārskata gadā”, “in the reporting year”</summary>
    public static bool NamesYear(IReadOnlyList<Token> tokens, TokenRange sentence) => Indices(sentence).Any(at => IsYear(tokens, at));

    /// <summary>“After the contract …”, “pēc projekta beigām”</summary>
    public static bool IsAfterTask(IReadOnlyList<Token> tokens, int at) => (tokens[at].Is("after", "pēc", "beyond", "once") && Names(tokens, at, Tasks))
        || (tokens[at].Is("when", "kad") && Names(tokens, at, Tasks) && Names(tokens, at, Ends));

    // “when the agreement ends”
    private static bool Names(IReadOnlyList<Token> tokens, int at, Stems stems) =>
        Enumerable.Range(at + 1, MostToTask).TakeWhile(next => tokens.Peek(next).Kind == TokenKind.Word).Any(next => tokens.Peek(next).StartsWith(stems));

    private static readonly Stems Ends = ["end", "over", "expire", "beidz", "beigs", "noslēdz", "noslēg"];

    private static bool IsYear(IReadOnlyList<Token> tokens, int at) => tokens[at].StartsWith(Reported) && tokens.Peek(at + 1).Is("gadā", "periodā", "year", "period");

    private static IEnumerable<int> Indices(TokenRange range) => Enumerable.Range(range.First, range.End - range.First);
}
