using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>A line that says only that something was carried over: its place among the lines of a year tells which way.</summary>
internal static class CarriedLines
{
    private const int MostOfLine = 8;

    /// <summary>“plānots 9 000,00 | pārcelts 300,00 | izlietots 9 300,00”: what stands between a later year's plan and its spending came from the year before.</summary>
    /// <param name="found">All that the document has, in its order.</param>
    public static void Direct(IReadOnlyList<RawAmount> found)
    {
        RawAmount? before = null, waiting = null;
        foreach (var amount in found.Where(amount => amount.Whole is null))
        {
            if (waiting is not null && amount.Role is BudgetWord.None or BudgetWord.Aside && amount.Year == waiting.Year)
            {
                continue; // “pieejams 9 300,00”
            }

            if (waiting is not null && amount.Role == BudgetWord.Spent && amount.Year == waiting.Year && !ReferenceEquals(amount.Passage, waiting.Passage))
            {
                (waiting.Role, waiting.IsCertain) = (BudgetWord.CarriedIn, waiting.Money.Certain);
            }

            waiting = IsUndirected(amount) && before is { Role: BudgetWord.Planned, IsWhole: false } && before.Year == amount.Year && !ReferenceEquals(before.Passage, amount.Passage) ? amount : null;
            before = amount;
        }
    }

    private static bool IsUndirected(RawAmount amount) => amount is { Role: BudgetWord.CarriedOut, IsCertain: false, CarriedTo: null, Year: > 1, Stream.Count: 0, Passage.Tokens.Count: <= MostOfLine };
}
