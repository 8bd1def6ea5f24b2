using System.Globalization;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;

namespace Talka.Supervision.Portfolio;

public enum PortfolioOrder { Light, Title, Time, Money, Indicators, Last, Due }

/// <summary>Which mandates are wanted, and in which order. Its members are the query of the page's address.</summary>
/// <param name="Stream">Code of a funding stream.</param>
/// <param name="Year">A calendar year that the period touches.</param>
/// <param name="Text">Words in the title, the implementer or the slug.</param>
public sealed record PortfolioFilter(MandateState? State, Light? Light, string? Stream, int? Year, string? Text, PortfolioOrder Order)
{
    private static readonly StringComparer Alphabet = StringComparer.Create(Languages.LatvianCulture, ignoreCase: true);

    public bool IsNarrow => State is not null || Light is not null || Stream is not null || Year is not null || !string.IsNullOrWhiteSpace(Text);

    public static PortfolioFilter Of(string? state, string? light, string? stream, string? year, string? text, string? order) => new(
        Choice<MandateState>(state), Choice<Light>(light), string.IsNullOrEmpty(stream) ? null : stream, Parse.Ordinal(year), text,
        Choice<PortfolioOrder>(order) ?? PortfolioOrder.Light);

    /// <summary>The lines that it lets through, in its order; of equal lines the order of their slugs decides, so that pages have no gaps.</summary>
    public IReadOnlyList<PortfolioLine> Apply(IEnumerable<PortfolioLine> lines)
    {
        var words = TextSearch.Words(Text);
        var wanted = lines.Where(line =>
            (State is null || line.State == State)
            && (Light is null || line.Light == Light)
            && (Stream is null || line.Standing.Parts.Any(part => part.Stream.Code == Stream))
            && (Year is null || (line.Mandate.From.Year <= Year && Year <= line.Mandate.To.Year))
            && words.All(TextSearch.Fold($"{line.Mandate.TitleLv} {line.Mandate.TitleEn} {line.Standing.Terms.Implementer.Name} {line.Mandate.Slug}").Contains));
        var ordered = Order switch
        {
            PortfolioOrder.Title => wanted.OrderBy(line => line.Mandate.Title, Alphabet),
            PortfolioOrder.Time => wanted.OrderByDescending(line => line.TimePercent),
            PortfolioOrder.Money => wanted.OrderBy(line => line.MoneyPercent ?? int.MaxValue),
            PortfolioOrder.Indicators => wanted.OrderBy(line => line.IndicatorPercent ?? int.MaxValue),
            PortfolioOrder.Last => wanted.OrderBy(line => line.LastRecorded ?? DateOnly.MinValue),
            PortfolioOrder.Due => wanted.OrderBy(line => line.NextDue?.Day ?? DateOnly.MaxValue),
            _ => wanted.OrderByDescending(line => line.Light).ThenBy(line => line.Mandate.Title, Alphabet),
        };
        return [.. ordered.ThenBy(line => line.Mandate.Slug, StringComparer.Ordinal)];
    }

    /// <summary>The filter as the query of an address, with what comes on top of it.</summary>
    public string Query(params (string Name, string? Value)[] more)
    {
        (string Name, string? Value)[] own =
        [
            ("state", State?.ToString()), ("light", Light?.ToString()), ("stream", Stream), ("year", Year?.ToString(CultureInfo.InvariantCulture)), ("text", Text),
            ("order", Order == PortfolioOrder.Light ? null : Order.ToString()),
        ];
        return QueryString.Create(own.Concat(more).Where(pair => !string.IsNullOrEmpty(pair.Value)).Select(pair => KeyValuePair.Create(pair.Name, pair.Value))).ToString();
    }

    // Names alone: Enum.TryParse would take any number.
    private static T? Choice<T>(string? name)
        where T : struct, Enum =>
        Enum.GetValues<T>().Cast<T?>().FirstOrDefault(value => string.Equals(value.ToString(), name, StringComparison.OrdinalIgnoreCase));
}

/// <summary>One page of lines that are already in order.</summary>
/// <param name="After">The slug of the line before the first one here; null on the first page.</param>
/// <param name="Previous">Where the page before this one begins; null where that is the very beginning.</param>
/// <param name="Next">Where the next one begins; null on the last.</param>
public sealed record PortfolioPage(IReadOnlyList<PortfolioLine> Lines, string? After, string? Previous, string? Next)
{
    public const int Size = 25;

    /// <param name="after">What is not there begins at the beginning.</param>
    public static PortfolioPage Of(IReadOnlyList<PortfolioLine> all, string? after)
    {
        var start = 0;
        for (var i = 0; i < all.Count && start == 0; i++)
        {
            start = all[i].Mandate.Slug == after ? i + 1 : 0;
        }

        var lines = all.Skip(start).Take(Size).ToList();
        return new PortfolioPage(
            lines, start == 0 ? null : after, start > Size ? all[start - Size - 1].Mandate.Slug : null,
            start + Size < all.Count ? lines[^1].Mandate.Slug : null);
    }
}
