using System.Globalization;
using System.Text.RegularExpressions;

namespace Talka.Forms.XlsForms;

/// <summary>
/// The expressions of an XLSForm (xlsform.org, XPath) that a definition can say, both ways: conditions such as <c>${age} &gt;= 18</c>,
/// and bounds such as <c>. &gt;= 1 and . &lt;= 5</c>.
/// </summary>
internal static partial class XlsExpressions
{
    /// <summary>What Open Data Kit keeps as the answer to an acknowledgement.</summary>
    private const string Acknowledged = "OK";

    public static string Write(QuestionCondition condition, Question asked)
    {
        var value = asked.Type switch
        {
            QuestionType.Consent => Quoted(Acknowledged),
            QuestionType.Number => condition.Value,
            _ => Quoted(condition.Value),
        };
        return condition.Is switch
        {
            ConditionIs.Equal => $"${{{asked.Code}}} = {value}",
            ConditionIs.NotEqual => $"${{{asked.Code}}} != {value}",
            ConditionIs.Chosen => $"selected(${{{asked.Code}}}, {value})",
            ConditionIs.AtLeast => $"${{{asked.Code}}} >= {value}",
            _ => $"${{{asked.Code}}} <= {value}",
        };
    }

    /// <returns>Null for an expression of any other form.</returns>
    public static QuestionCondition? ReadCondition(string text, IReadOnlyDictionary<string, Question> earlier)
    {
        if (Selected().Match(text) is { Success: true } selected)
        {
            var question = selected.Groups["q"].Value;
            var one = earlier.GetValueOrDefault(question)?.Type == QuestionType.Choice;
            return new QuestionCondition(question, one ? ConditionIs.Equal : ConditionIs.Chosen, Value(selected));
        }

        if (Compared().Match(text) is not { Success: true } compared)
        {
            return null;
        }

        var name = compared.Groups["q"].Value;
        var value = Value(compared);
        var type = earlier.GetValueOrDefault(name)?.Type;
        ConditionIs? condition = compared.Groups["op"].Value switch
        {
            "=" => ConditionIs.Equal,
            "!=" => ConditionIs.NotEqual,
            ">=" => ConditionIs.AtLeast,
            _ => ConditionIs.AtMost,
        };
        return type switch
        {
            QuestionType.Consent when value == Acknowledged => new QuestionCondition(name, condition.Value, "true"),
            QuestionType.Number when Number(value) is { } number => new QuestionCondition(name, condition.Value, FormReading.Plain(number)),
            _ => new QuestionCondition(name, condition.Value, value),
        };
    }

    public static string? WriteBounds(Question question)
    {
        var subject = question.Type switch { QuestionType.Choices => "count-selected(.)", QuestionType.Number => ".", _ => "string-length(.)" };
        var parts = new[]
        {
            question.Least is { } least ? $"{subject} >= {FormReading.Plain(least)}" : null,
            question.Most is { } most ? $"{subject} <= {FormReading.Plain(most)}" : null,
        };
        var text = string.Join(" and ", parts.OfType<string>());
        return text.Length == 0 ? null : text;
    }

    /// <returns>False for an expression of any other form.</returns>
    public static bool TryReadBounds(string text, QuestionType type, out decimal? least, out decimal? most)
    {
        (least, most) = (null, null);
        var subject = type switch { QuestionType.Choices => "count-selected(.)", QuestionType.Number => ".", QuestionType.Text or QuestionType.LongText => "string-length(.)", _ => null };
        foreach (var part in And().Split(text))
        {
            if (Bound().Match(part) is not { Success: true } bound || bound.Groups["s"].Value.Replace(" ", "", StringComparison.Ordinal) != subject || Number(bound.Groups["n"].Value) is not { } number)
            {
                return false;
            }

            if (bound.Groups["op"].Value == ">=" && least is null)
            {
                least = number;
            }
            else if (bound.Groups["op"].Value == "<=" && most is null)
            {
                most = number;
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    private static string Quoted(string value) => value.Contains('\'') ? $"\"{value}\"" : $"'{value}'";

    private static string Value(Match match) => match.Groups["double"] is { Success: true } quoted ? quoted.Value : match.Groups["single"] is { Success: true } single ? single.Value : match.Groups["number"].Value;

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? decimal.Parse(FormReading.Plain(number), CultureInfo.InvariantCulture)
            : null;

    private const string Literal = """(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<number>-?[0-9]+(?:\.[0-9]+)?))""";

    [GeneratedRegex(@"^\s*\$\{(?<q>[^{}]+)\}\s*(?<op>=|!=|>=|<=)\s*" + Literal + @"\s*\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Compared();

    [GeneratedRegex(@"^\s*selected\s*\(\s*\$\{(?<q>[^{}]+)\}\s*,\s*" + Literal + @"\s*\)\s*\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Selected();

    [GeneratedRegex(@"^\s*(?<s>(?:string-length|count-selected)\s*\(\s*\.\s*\)|\.)\s*(?<op>>=|<=)\s*(?<n>-?[0-9]+(?:\.[0-9]+)?)\s*\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bound();

    [GeneratedRegex(@"\s+and\s+", RegexOptions.None, 1000)]
    private static partial Regex And();
}
