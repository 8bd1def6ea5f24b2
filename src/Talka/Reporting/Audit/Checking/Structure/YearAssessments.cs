using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Structure;

/// <summary>“Assessment: …” at the end of what a year tells of.</summary>
internal static class YearAssessments
{
    private const int MostOfLabel = 3;
    private const int MostOfNothing = 2;
    private const int MostOfYear = 5;

    private static readonly Stems Labels = ["vērtējum", "novērtējum", "izvērtējum", "pašvērtējum", "assessment", "evaluation", "appraisal"];

    private static readonly Stems Years = ["year", "gad", "posm", "phase", "stage"];

    /// <summary>Whether a passage is one, with something said in it.</summary>
    public static bool Is(Passage passage) => (After(passage.Tokens) is { } rest && rest < passage.Tokens.Count && !IsEmpty(passage.Tokens)) || EndsWithOne(passage.Tokens);

    // “… 24 participants. Evaluation: the families came back.”: at the end of a year's only paragraph.
    private static bool EndsWithOne(IReadOnlyList<Token> tokens) => Enumerable.Range(1, Math.Max(0, tokens.Count - 1)).Any(at => !tokens[at].Quoted
        && tokens[at].StartsWith(Labels) && tokens.Peek(at + 1).IsSign(':') && tokens.Peek(at + 2).Kind == TokenKind.Word && BeginsSentence(tokens, at));

    // “Assessment: …”, “I gada novērtējums: …”
    private static bool BeginsSentence(IReadOnlyList<Token> tokens, int at) => Enumerable.Range(0, MostOfLabel)
        .TakeWhile(back => at - back > 0 && tokens[at - back].Kind == TokenKind.Word).Any(back => tokens[at - back].IsCapitalised && FullSentences.IsEnd(tokens, at - back - 1));

    /// <summary>“Assessment: –”, “Vērtējums: nav”: the place for one, left empty.</summary>
    public static bool IsEmpty(IReadOnlyList<Token> tokens) =>
        After(tokens) is { } rest && tokens.Count > rest && ((tokens.Count - rest <= MostOfNothing && MoneyGrammar.IsNothing([.. tokens.Skip(rest)])) || tokens.Skip(rest).All(token => token.IsDash || token.IsSign('.') || token.IsSign('…')));

    // The token after “Gada vērtējums:”, “Evaluation.”, “Assessment of year one.”
    private static int? After(IReadOnlyList<Token> tokens)
    {
        for (var at = 0; at < MostOfLabel && tokens.Peek(at).Kind == TokenKind.Word; at++)
        {
            if (tokens[at].StartsWith(Labels))
            {
                at = AfterYear(tokens, at);
                return tokens.Peek(at + 1).IsSign(':') || (tokens.Peek(at + 1).IsDash && tokens[at + 1].SpaceBefore) || (tokens.Peek(at + 1).IsSign('.')
                    && tokens.Peek(at + 2).IsCapitalised) ? at + 2 : null;
            }
        }

        return null;
    }

    // “Assessment of year one.”, “Vērtējums par 1. gadu:”: of which year it is.
    private static int AfterYear(IReadOnlyList<Token> tokens, int label)
    {
        var end = label + 1;
        while (end < tokens.Count && end - label <= MostOfYear && !tokens[end].IsSign(':') && !FullSentences.IsEnd(tokens, end))
        {
            end++;
        }

        return tokens.Peek(label + 1).Is("of", "for", "par") && (tokens.Peek(end).IsSign(':') || tokens.Peek(end).IsSign('.')) && tokens.AnyIn(label + 1, end, Years) ? end - 1 : label;
    }
}
