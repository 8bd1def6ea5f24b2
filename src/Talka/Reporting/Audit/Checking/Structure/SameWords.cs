using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Structure;

/// <summary>
/// A sentence that says the same as an earlier one, in whatever order: of one year, when both say when it was; of another, when it is of what is done but
/// once: <c>Izdota grāmata „…”</c>, <c>for the first time</c>.
/// </summary>
internal sealed class SameWords
{
    private const int LeastStems = 4;
    private const int LeastOnce = 3;
    private const int LeastOfItem = 3;

    private static readonly Stems Once = ["izdot", "izdev", "izveidot", "izveidoj", "atklāt", "atklāj", "uzbūvē", "uzcelt", "uzcēl", "atvērt", "nodibinā", "dibinā", "uzņemta",
        "uzņemts", "uzstādī", "publicē",
        "publish", "created", "opened", "unveil", "founded", "built", "establish", "launch", "erected", "inaugurat"];

    private static readonly Stems Seasons = ["pavasar", "vasar", "ruden", "ziem", "spring", "summer", "autumn", "winter"];

    private readonly Dictionary<string, Span> _ofYear = [];
    private readonly Dictionary<string, Span> _once = [];

    /// <summary>The earlier sentence; null when there is none. This one is remembered either way.</summary>
    public Span? Add(Passage passage, TokenRange sentence, IReadOnlyList<DateFact> dates)
    {
        if (passage.Block.Cell is not null)
        {
            return null;
        }

        var tokens = passage.Tokens;
        var span = Span.Between(tokens[sentence.First].Start, tokens[sentence.End - 1].End);
        var own = dates.Where(date => span.Contains(date.Span) && date.Role is DateRole.Work or DateRole.Planned).ToList();
        var stems = ContentStems.Of(tokens, sentence, own);
        var isOfDay = own.Exists(date => date is { Precision: DatePrecision.Day or DatePrecision.Range, Days: not null });
        var isTimed = own.Count > 0 || Indices(sentence).Any(at => Months.Of(tokens[at]) is not null || tokens[at].StartsWith(Seasons));
        Span? found = null;
        if (isTimed && stems.Count >= (isOfDay ? LeastOfItem : LeastStems))
        {
            var days = own.Select(date => date.Value).Order(StringComparer.Ordinal);
            var words = isOfDay && stems.Count < LeastStems ? Ordered(tokens, sentence) : stems.Order(StringComparer.Ordinal);
            var key = $"{passage.Year}|{string.Join(' ', days)}|{string.Join(' ', words)}";
            found = Before(_ofYear, key, span);
        }

        return IsOnce(tokens, sentence) && stems.Count >= LeastOnce ? Before(_once, string.Join(' ', Ordered(tokens, sentence)), span) ?? found : found;
    }

    private static Span? Before(Dictionary<string, Span> told, string key, Span span) => told.TryAdd(key, span) ? null : told[key];

    // A thing with a name comes out or opens once, and “pirmo reizi” is once by itself.
    private static bool IsOnce(IReadOnlyList<Token> tokens, TokenRange sentence) => Indices(sentence).Any(at => tokens[at].Is("pirmoreiz") || (tokens[at].Is("pirmo")
        && tokens.Peek(at + 1).Is("reizi"))
            || (tokens[at].Is("first") && tokens.Peek(at + 1).Is("time") && tokens.Peek(at - 1).Is("the") && tokens.Peek(at - 2).Is("for")))
        || (Indices(sentence).Any(at => !tokens[at].Quoted && tokens[at].StartsWith(Once)) && NamesOne(tokens, sentence));

    // A title or an address, and no number before it: “Izdoti 4 biļetena „Solis” numuri” is said of every year.
    private static bool NamesOne(IReadOnlyList<Token> tokens, TokenRange sentence)
    {
        var name = Indices(sentence).FirstOrDefault(at => tokens[at] is { Quoted: true, Kind: TokenKind.Word } or { Kind: TokenKind.Address }, -1);
        return name >= 0 && !Enumerable.Range(sentence.First, name - sentence.First).Any(at => tokens[at].Kind == TokenKind.Digits || NumberWords.Of(tokens[at]) is not null);
    }

    private static IEnumerable<string> Ordered(IReadOnlyList<Token> tokens, TokenRange sentence) => Enumerable.Range(sentence.First, sentence.End - sentence.First)
        .Skip(sentence.First == 0 ? Numbering.After(tokens) : AfterMark(tokens, sentence.First)).Where(at =>
            tokens[at].Kind != TokenKind.Sign).Select(at => tokens[at].Text.ToUpperInvariant());

    // “…; (c) hearing on …”
    private static int AfterMark(IReadOnlyList<Token> tokens, int first)
    {
        var at = tokens.SkipSigns(first, '(');
        return tokens.Peek(at) is { Kind: not TokenKind.Sign, Text.Length: <= 2 } && tokens.Peek(at + 1).IsSign(')') ? at + 2 - first : 0;
    }

    private static IEnumerable<int> Indices(TokenRange range) => Enumerable.Range(range.First, range.End - range.First);
}
