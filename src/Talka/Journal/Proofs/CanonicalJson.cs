using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Talka.Journal.Proofs;

/// <summary>The JSON Canonicalization Scheme (RFC 8785): one and only one text for a value, so that its hash means something.</summary>
public static class CanonicalJson
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    /// <summary>Rewrites JSON in canonical form.</summary>
    /// <exception cref="JsonException">It is not JSON, or a member name occurs twice.</exception>
    public static string Canonicalise(string json)
    {
        using var document = JsonDocument.Parse(json, Strict);
        var text = new StringBuilder();
        Append(text, document.RootElement);
        return text.ToString();
    }

    /// <summary>Writes a string as RFC 8785 section 3.2.2.2 wants it: escaped no more than needed.</summary>
    public static void AppendString(StringBuilder text, string value) => AppendEscaped(text, value);

    private static void AppendEscaped(StringBuilder text, ReadOnlySpan<char> value)
    {
        text.Append('"');
        while (value.IndexOfAnyInRange('\0', '\u001F') is var control && value.IndexOfAny('"', '\\') is var special && (control >= 0 || special >= 0))
        {
            var at = control < 0 ? special : special < 0 ? control : Math.Min(control, special);
            text.Append(value[..at]);
            AppendEscape(text, value[at]);
            value = value[(at + 1)..];
        }

        text.Append(value).Append('"');
    }

    /// <summary>Writes a number as ECMAScript does (RFC 8785 section 3.2.2.3).</summary>
    public static void AppendNumber(StringBuilder text, double value)
    {
        if (!double.IsFinite(value))
        {
            throw new JsonException("JSON has no such number.");
        }

        if (value == 0)
        {
            text.Append('0');
            return;
        }

        if (value < 0)
        {
            text.Append('-');
            value = -value;
        }

        // "R" gives the fewest digits that read back as the same number, which are the digits that ECMAScript prints.
        var (digits, exponent) = Decompose(value.ToString("R", CultureInfo.InvariantCulture));
        var point = exponent + 1;
        if (digits.Length <= point && point <= 21)
        {
            text.Append(digits).Append('0', point - digits.Length);
        }
        else if (point is > 0 and <= 21)
        {
            text.Append(digits.AsSpan(0, point)).Append('.').Append(digits.AsSpan(point));
        }
        else if (point is > -6 and <= 0)
        {
            text.Append("0.").Append('0', -point).Append(digits);
        }
        else
        {
            text.Append(digits[0]);
            if (digits.Length > 1)
            {
                text.Append('.').Append(digits.AsSpan(1));
            }

            text.Append('e').Append(exponent < 0 ? '-' : '+').Append(CultureInfo.InvariantCulture, $"{Math.Abs(exponent)}");
        }
    }

    private static void Append(StringBuilder text, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                AppendSeparated(text, '{', '}', element.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal), member =>
                {
                    AppendString(text, member.Name);
                    text.Append(':');
                    Append(text, member.Value);
                });
                break;
            case JsonValueKind.Array:
                AppendSeparated(text, '[', ']', element.EnumerateArray(), item => Append(text, item));
                break;
            case JsonValueKind.String:
                AppendString(text, element.GetString()!);
                break;
            case JsonValueKind.Number:
                AppendNumber(text, element.GetDouble());
                break;
            default:
                text.Append(element.GetRawText());
                break;
        }
    }

    private static void AppendSeparated<T>(StringBuilder text, char open, char close, IEnumerable<T> items, Action<T> append)
    {
        var separator = open;
        foreach (var item in items)
        {
            text.Append(separator);
            append(item);
            separator = ',';
        }

        if (separator == open)
        {
            text.Append(open);
        }

        text.Append(close);
    }

    private static void AppendEscape(StringBuilder text, char c) => _ = c switch
    {
        '"' => text.Append("\\\""),
        '\\' => text.Append(@"\\"),
        '\b' => text.Append("\\b"),
        '\f' => text.Append("\\f"),
        '\n' => text.Append("\\n"),
        '\r' => text.Append("\\r"),
        '\t' => text.Append("\\t"),
        _ => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
    };

    // Significant digits without leading or trailing zeros, and the decimal exponent of the first one.
    private static (string Digits, int Exponent) Decompose(string number)
    {
        var e = number.IndexOf('E', StringComparison.Ordinal);
        var exponent = e < 0 ? 0 : int.Parse(number.AsSpan(e + 1), CultureInfo.InvariantCulture);
        var mantissa = e < 0 ? number : number[..e];
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? mantissa : mantissa[..point];
        var all = point < 0 ? mantissa : mantissa.Remove(point, 1);
        var leading = all.Length - all.TrimStart('0').Length;
        return (all.Trim('0'), exponent + whole.Length - 1 - leading);
    }
}
