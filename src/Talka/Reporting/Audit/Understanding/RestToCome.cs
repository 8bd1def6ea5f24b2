using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>A first part of something is there, and the rest is to follow: <c>pirmās 35 kasetes ir pārrakstītas, pārējās paredzēts pārrakstīt otrajā gadā</c>.</summary>
internal static class RestToCome
{
    private const int LeastOfNoun = 5;

    private static readonly Stems Rest = ["pārēj", "atlikuš", "remaining"];

    /// <summary>The work that a sentence says is to go on; null when it says nothing of the sort.</summary>
    public static Undertaking? Read(Passage passage, TokenRange sentence)
    {
        var tokens = passage.Tokens;
        for (var at = sentence.First; at + 2 < sentence.End; at++)
        {
            if ((tokens[at].Is("first") || tokens[at].StartsWith("pirm")) && CountGrammar.Number(tokens, at + 1) is ( > 1, var noun, _) && noun < sentence.End
                && tokens[noun] is { Kind: TokenKind.Word, Quoted: false, IsCapitalised: false, Text.Length: >= LeastOfNoun } thing
                && CountNoun.At(tokens, noun)?.Noun.Sort is not (NounSort.People or NounSort.Events) && IsAhead(tokens, noun + 1, sentence.End))
            {
                return new(Span.Between(tokens[at].Start, tokens[sentence.End - 1].End), passage, thing.Text, [], true);
            }
        }

        return null;
    }

    // “the rest will be copied”, “pārējās ierunāsim”
    private static bool IsAhead(IReadOnlyList<Token> tokens, int from, int end)
    {
        var rest = from;
        while (rest < end && !tokens[rest].StartsWith(Rest) && !(tokens[rest].Is("rest", "others") && tokens[rest - 1].Is("the")))
        {
            rest++;
        }

        return Enumerable.Range(rest, end - rest).Any(at => WorkWords.IsFuture(tokens[at]) || FutureTense.Is(tokens[at]));
    }
}
