using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>The asterisk by which a form says that a field must be filled in: <c>Deleģēšanas periods *</c>, <c>Funding * (EUR)</c>. It is no part of the label.</summary>
internal static class RequiredMark
{
    public static bool IsIn(IReadOnlyList<Token> tokens) => At(tokens) > 0;

    public static IReadOnlyList<Token> Without(IReadOnlyList<Token> tokens)
    {
        var mark = At(tokens);
        var first = mark;
        while (first > 0 && tokens[first - 1].IsSign('*'))
        {
            first--;
        }

        return [.. tokens.Take(first), .. tokens.Skip(mark + 1)];
    }

    private static int At(IReadOnlyList<Token> tokens)
    {
        var last = tokens.Count > 0 && tokens[^1].IsSign(':') ? tokens.Count - 2 : tokens.Count - 1;
        if (last > 0 && tokens[last].IsSign(')'))
        {
            last = Enumerable.Range(0, last).LastOrDefault(at => tokens[at].IsSign('(')) - 1;
        }

        return last > 0 && tokens[last].IsSign('*') ? last : 0;
    }
}
