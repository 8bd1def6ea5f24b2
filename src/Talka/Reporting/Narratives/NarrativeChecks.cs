using Talka.Foundation;
using Talka.Foundation.Localisation;
using static Talka.Reporting.Narratives.Texts;

namespace Talka.Reporting.Narratives;

/// <summary>
/// Reads what an author typed against the journal: dates outside the year, numbers that no figure of the year gives, totals that are not
/// the sum of their parts, figures that are broken. It would rather miss something than blame a true sentence.
/// </summary>
public static class NarrativeChecks
{
    /// <summary>The findings, in the order of the text.</summary>
    public static IReadOnlyList<NarrativeFinding> Check(string markdown, FigureContext context) => Check(Narrative.Parse(markdown), context);

    /// <inheritdoc cref="Check(string, FigureContext)"/>
    public static IReadOnlyList<NarrativeFinding> Check(Narrative narrative, FigureContext context)
    {
        var source = narrative.Source;
        var tokens = TextTokens.Read(narrative);
        var broken = narrative.Render(context).Problems.Select(problem => NarrativeFinding.Of(
            "figure-broken", source, problem.Offset, problem.Offset + problem.Length, problem.Source, "", () => problem.Error.Message));
        return [.. broken.Concat(Dates(source, tokens, context)).Concat(new CountCheck(source, tokens, context).Find())
            .Concat(new SumCheck(source, tokens).Find()).OrderBy(finding => finding.Offset)];
    }

    private static IEnumerable<NarrativeFinding> Dates(string source, IReadOnlyList<Token> tokens, FigureContext context)
    {
        var terms = context.Data.Terms;
        var section = terms.Years.FirstOrDefault(year => year.Ordinal == context.Year);
        var (from, to) = section is null ? (terms.From, terms.To) : (section.From, section.To);
        foreach (var token in tokens.Where(token => token.Kind == TokenKind.Date && (token.Date < from || token.Date > to)))
        {
            var meant = SameDayWithin(token.Date, from, to) is { } day ? Format.Date(day) : "";
            yield return NarrativeFinding.Of("date-outside-year", source, token.Start, token.End, token.Text, meant, () =>
            {
                var period = Format.Date(from) + "–" + Format.Date(to);
                var outside = section is null ? T("DateOutsidePeriod", token.Text, period) : T("DateOutsideYear", token.Text, Ordinals.Roman(section.Ordinal), period);
                return SameDayWithin(token.Date, from, to) is { } right ? outside + " " + T("DateMeant", Format.Date(right)) : outside;
            });
        }
    }

    /// <summary>The same day and month of the one calendar year that puts it inside; null when none or several do.</summary>
    private static DateOnly? SameDayWithin(DateOnly date, DateOnly from, DateOnly to)
    {
        var days = Enumerable.Range(from.Year, to.Year - from.Year + 1)
            .Where(year => date.Day <= DateTime.DaysInMonth(year, date.Month))
            .Select(year => new DateOnly(year, date.Month, date.Day))
            .Where(day => from <= day && day <= to).ToList();
        return days is [var only] ? only : null;
    }
}
