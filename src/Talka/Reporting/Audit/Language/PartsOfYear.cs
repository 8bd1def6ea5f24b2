namespace Talka.Reporting.Audit.Language;

/// <summary>Names of stretches of a year: <c>2. ceturksnis</c>, <c>Q3</c>, <c>Apr-Jun</c>, <c>janvāris–marts</c>, <c>first half-year</c>.</summary>
public static class PartsOfYear
{
    private static readonly Stems Lengths = ["ceturksn", "pusgad", "quarter", "half-year", "semest", "trimest"];

    private static readonly string[] Seasons = ["ziema", "pavasaris", "vasara", "rudens", "winter", "spring", "summer", "autumn", "fall"];

    private static readonly string[] Short = ["cet", "q1", "q2", "q3", "q4", "h1", "h2", "qtr"];

    /// <summary>The word is that of a stretch of months, whichever they are.</summary>
    public static bool IsLength(Token token) => token.StartsWith(Lengths);

    /// <summary>Something in a short name is a stretch of a year, or a month; a season only where nothing else is named: “Summer camps” are no summer.</summary>
    public static bool IsNamed(IReadOnlyList<Token> tokens) =>
        tokens is [var only] && only.Is(Seasons) || tokens.Any(token => IsLength(token) || token.Is(Short) || Months.Of(token) is not null || IsPairOfMonths(token)
            || (token.Is("half") && tokens.Any(other => other.Is("first", "second", "1st", "2nd"))));

    // “Apr-Jun”, “janvāris-marts”: written as one word
    private static bool IsPairOfMonths(Token token) => token.Kind == TokenKind.Word && token.Text.IndexOf('-', StringComparison.Ordinal) is > 0 and var hyphen
        && Months.Of(token with { Text = token.Text[..hyphen] }) is not null && Months.Of(token with { Text = token.Text[(hyphen + 1)..] }) is not null;
}
