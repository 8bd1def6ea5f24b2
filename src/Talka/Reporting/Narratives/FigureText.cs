using System.Globalization;
using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Reporting.Figures;
using static Talka.Reporting.Narratives.Texts;

namespace Talka.Reporting.Narratives;

/// <summary>How a figure's value is printed within a sentence of the current language.</summary>
public static class FigureText
{
    /// <summary><c>151</c>, <c>ap 5000</c>, <c>53 994,00 euro</c>, <c>nav zināms</c>.</summary>
    public static string Of(FigureQuery query, FigureResult result)
    {
        if (result.Value is not { } value)
        {
            return T("Unknown");
        }

        var text = query.Measure.IsMoney() ? Format.Euro(result.Money) : Number((long)value);
        return result.Approximate ? T("About", text).Replace(' ', '\u00A0') : text;
    }

    /// <summary>The word form that goes with a figure. After an approximate number Latvian puts the genitive: <c>ap 21 dalībnieku</c>.</summary>
    public static string Form(IReadOnlyList<string> forms, FigureResult result) =>
        forms.Count == 3 && (result.Approximate || result.Value is null)
            ? forms[0]
            : FigureWords.Counted(result.Value, string.Join('|', forms));

    /// <summary>In running Latvian text numbers of four digits are written without a space.</summary>
    internal static string Number(long value) =>
        value < 10_000 && Languages.Current == Languages.Latvian ? value.ToString(CultureInfo.InvariantCulture) : Format.Number(value);
}
