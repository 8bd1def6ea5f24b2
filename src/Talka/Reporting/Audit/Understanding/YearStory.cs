using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>A heading that tells of a year and gives its period: <c>How the first year went (1 May 2022 – 30 April 2023)</c>, <c>Kā gāja otrais gads (…)</c>.</summary>
internal static class YearStory
{
    public static YearMark? At(IReadOnlyList<Token> tokens, int start, bool isHeading)
    {
        if (!tokens.Peek(start).Is("how", "kā"))
        {
            return null;
        }

        var at = start + 1;
        while (tokens.Peek(at).Is("the", "our", "gāja", "pagāja", "ritēja", "aizritēja", "sokās"))
        {
            at++;
        }

        return YearMark.At(tokens, at, isHeading) is { Period: not null, IsAlone: true } mark ? mark : null;
    }
}
