using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>Verbs of which lessons and evenings are the subject as well: <c>sākās</c>, <c>norit</c>, <c>was launched</c>. Only with a making they tell that something is
/// begun.</summary>
internal static class OngoingWork
{
    private const int Near = 4;

    private static readonly string[] Beginning = ["sākās", "sākusies", "sākušies", "sākušās"];
    private static readonly string[] Going = ["norit", "noris", "rit"];
    private static readonly string[] Now = ["šobrīd", "pašlaik", "patlaban", "vēl", "joprojām", "pagaidām"];

    /// <summary>What begins and ends, though nothing is built by it.</summary>
    public static readonly Stems Asking = ["aptauj", "survey"];

    /// <summary>One of those verbs stands at a token.</summary>
    public static bool IsOfItself(IReadOnlyList<Token> tokens, int at) => tokens[at].Is(Beginning) || (tokens[at].Is(Going) && IsNow(tokens, at))
        || (tokens[at].Is("launched") && tokens.Peek(at - 1).Is("was", "were", "been"));

    /// <summary>A making or a survey is told of.</summary>
    public static bool Has(Passage passage, TokenRange sentence, int at) => Enumerable.Range(sentence.First, sentence.End - sentence.First)
        .Any(word => MakingWords.Is(passage.Tokens, word) || (passage.Tokens[word].StartsWith(Asking) && word > at && word - at <= Near));

    /// <summary>“Darbu sāka četras grupas”: who set to work, and not on what.</summary>
    public static bool IsOfWho(IReadOnlyList<Token> tokens, TokenRange sentence, int verb) => tokens.Peek(verb - 1).Is("darbu")
        && !(verb > 1 && MakingWords.Is(tokens, verb - 2)) && !tokens.AnyIn(sentence.First, sentence.End, token => token.Is("pie"));

    private static bool IsNow(IReadOnlyList<Token> tokens, int at) => Enumerable.Range(at - 2, 5).Any(near => tokens.Peek(near).Is(Now));
}
