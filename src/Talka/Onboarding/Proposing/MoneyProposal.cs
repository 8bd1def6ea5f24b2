using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Mandates;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Onboarding.Proposing;

/// <summary>The streams of a budget and the money of each in each year, from the amounts that are certain.</summary>
internal sealed class MoneyProposal
{
    private const int MostStreams = 40;
    private const int WordsOfCode = 2;
    private const int ShortestWord = 4;

    private readonly LikelyCorrections _corrections;
    private readonly IReadOnlyList<AmountFact> _amounts;
    private readonly Dictionary<string, string> _codes;

    public MoneyProposal(ReadSummary summary, LikelyCorrections corrections)
    {
        _corrections = corrections;
        var inBudget = summary.FactsOf<AmountFact>().Where(amount => amount is { Certain: true, InBudget: true, IsWhole: false, Year: not null }).ToList();
        var names = inBudget.Where(amount => amount.Role is AmountRole.Planned or AmountRole.Spent).Select(amount => amount.Stream).OfType<string>().Distinct().Take(MostStreams).ToList();
        if (names.Count == 0 && inBudget.Count > 0)
        {
            // All the money is one stream, and the totals are its amounts.
            using var language = Languages.Use(summary.Language);
            names = [Texts.T("OnlyStream")];
            inBudget = [.. inBudget.Select(amount => amount with { Stream = names[0] })];
        }

        _amounts = [.. inBudget.Where(amount => amount.Stream is not null && names.Contains(amount.Stream))];
        _codes = Codes(names);
        Streams = [.. names.Select(name => new ProposedStream(_codes[name], Words.Capitalised(Words.Shortened(name, TermsRules.NameLength - 1))))];
    }

    public IReadOnlyList<ProposedStream> Streams { get; }

    /// <summary>Every place of the budget, also those that the summary says nothing of.</summary>
    public IReadOnlyList<ProposedAmount> Amounts(IReadOnlyList<ImplementationYear> years) =>
    [
        .. from year in years
           from stream in _codes
           select new ProposedAmount(year.Ordinal, stream.Value, Find(AmountRole.Planned, year.Ordinal, stream.Key), Find(AmountRole.Spent, year.Ordinal, stream.Key)),
    ];

    /// <summary>What is said to go on to another year, and to which; a remainder of nothing goes nowhere.</summary>
    public IReadOnlyList<ProposedCarryOver> CarryOvers(IReadOnlyList<ImplementationYear> years) =>
    [
        .. _amounts.Where(amount => amount.Role is AmountRole.CarriedOut or AmountRole.Remainder && amount.Amount > Money.Zero)
            .Select(amount => (Amount: amount, From: amount.Year!.Value, To: amount.CarriedTo ?? (amount.Role == AmountRole.CarriedOut ? amount.Year + 1 : null)))
            .Where(carried => carried.To > carried.From && years.Any(year => year.Ordinal == carried.To) && years.Any(year => year.Ordinal == carried.From))
            .DistinctBy(carried => (carried.From, carried.Amount.Stream))
            .Select(carried => new ProposedCarryOver(
                carried.From, carried.To!.Value, _codes[carried.Amount.Stream!], _corrections.Of(carried.Amount.Amount, carried.Amount.Span))),
    ];

    private Stated<Money>? Find(AmountRole role, int year, string stream) =>
        _amounts.FirstOrDefault(amount => amount.Role == role && amount.Year == year && amount.Stream == stream) is { } found
            ? _corrections.Of(found.Amount, found.Span) : null;

    // Short, for figures: the first words of the name that tell it apart.
    private static Dictionary<string, string> Codes(IReadOnlyList<string> names)
    {
        var codes = new Dictionary<string, string>();
        foreach (var name in names)
        {
            var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var telling = words.Where(word => word.Length >= ShortestWord).Take(WordsOfCode).ToArray();
            var stem = Slug.From(string.Join(' ', telling.Length > 0 ? telling : words)) is { Length: > 0 } slug ? slug : "stream";
            codes[name] = Enumerable.Range(1, names.Count).Select(number => number == 1 ? stem : $"{stem}-{number}").First(code => !codes.ContainsValue(code));
        }

        return codes;
    }
}
