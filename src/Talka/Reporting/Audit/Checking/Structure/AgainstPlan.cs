using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Checking.Structure;

/// <summary>What was done is held against what was asked for or agreed, whether or not a word praises it: <c>all that the contract asked for was delivered</c>.</summary>
internal static class AgainstPlan
{
    private const int Near = 5;
    private const int NearThan = 4;
    private const int MostToVerdict = 30;

    private static readonly Stems Contracts = ["contract", "agreement", "ministry", "līgum", "ministrij", "pasūtītāj", "vienošan"];
    private static readonly Stems Asked = ["asked", "required", "requires", "demanded", "called", "expected", "foresaw", "stipulat", "prasī", "noteica", "noteikt", "paredzē",
        "gaidīj"];
    private static readonly Stems Done = ["deliver", "done", "met", "fulfil", "carried", "complet", "achiev", "izdarīt", "paveikt", "izpildīt", "īstenot", "sasniegt",
        "nodrošināt"];
    private static readonly Stems Planned = ["planned", "expected", "hoped", "foreseen", "promised", "intended", "agreed", "scheduled", "solīt", "plānot", "paredzēt",
        "iecerēt", "cerēt", "norunāt"];
    private static readonly string[] All = ["all", "everything", "what", "whatever", "visu", "viss", "visi", "visas", "to", "tas"];

    private static readonly Stems Reached = ["reached", "surpass", "pārsnieg"];

    public static bool Holds(IReadOnlyList<Token> tokens) => Enumerable.Range(0, tokens.Count).Any(at => IsAskedFor(tokens, at) || IsAskedAndReached(tokens, at) || IsThanPlanned(tokens, at)
        || IsAsPlanned(tokens, at) || IsSpent(tokens, at));

    // “All that the contract asked for was delivered”, “Izdarīts viss, ko prasīja līgums”
    private static bool IsAskedFor(IReadOnlyList<Token> tokens, int at) => tokens[at].StartsWith(Contracts) && Around(tokens, at, Near).Any(near => near.StartsWith(Asked))
        && Around(tokens, at, 2 * Near).Any(near => near.StartsWith(Done)) && Around(tokens, at, 2 * Near).Any(near => near.Is(All));

    // “The contract asked for 25 panels and 40 members. Both were reached”
    private static bool IsAskedAndReached(IReadOnlyList<Token> tokens, int at) => tokens[at].StartsWith(Contracts) && Around(tokens, at, Near).Any(near => near.StartsWith(Asked))
        && tokens.AnyIn(at + 1, at + MostToVerdict, all => tokens[all].Is("both", "all", "each", "abi", "abas", "visi", "visas", "viss")
            && Around(tokens, all, Near).Any(near => near.StartsWith(Done) || near.StartsWith(Reached)));

    // “more callers than had been planned”, “than the agreement foresaw”
    private static bool IsThanPlanned(IReadOnlyList<Token> tokens, int at) => tokens[at].Is("than", "nekā")
        && Enumerable.Range(at + 1, NearThan).Any(near => tokens.Peek(near).StartsWith(Planned) || tokens.Peek(near).StartsWith(Asked));

    // “as agreed”, “kā solīts”: not “as planned for spring”
    private static bool IsAsPlanned(IReadOnlyList<Token> tokens, int at) => tokens[at].Is("as", "kā") && tokens.Peek(at + 1).StartsWith(Planned)
        && (tokens.Peek(at + 2).Kind == TokenKind.Sign || tokens.Peek(at + 2).Is("un", "and", "by"));

    // “The money was well spent”, “it paid off”, “made a difference”, “met their purpose”, “a success”
    private static bool IsSpent(IReadOnlyList<Token> tokens, int at) => (tokens[at].Is("spent", "used") && tokens.Peek(at - 1).Is("well", "wisely", "sensibly", "poorly"))
        || (tokens[at].Is("paid") && tokens.Peek(at + 1).Is("off")) || (tokens[at].Is("difference") && Around(tokens, at, 3).Any(near => near.Is("made", "makes", "make")))
        || (tokens[at].Is("purpose") && Around(tokens, at, 3).Any(near => near.Is("met", "served", "serves", "fulfilled"))) || (tokens[at].Is("success")
        && tokens.Peek(at - 1).Is("a", "great", "real"));

    private static IEnumerable<Token> Around(IReadOnlyList<Token> tokens, int at, int most) => Enumerable.Range(at - most, (2 * most) + 1).Select(tokens.Peek);
}
