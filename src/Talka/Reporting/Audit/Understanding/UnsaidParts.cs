using Talka.Foundation;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>
/// Names with amounts right behind a larger one, of which no word says that they are its parts. Somewhere in the document such names must come to what stands before
/// them; else they may be some of it, or something beside it.
/// </summary>
internal static class UnsaidParts
{
    public static void Settle(IReadOnlyList<RawAmount> found)
    {
        var wholes = found.Where(amount => amount is { IsUnsaid: true, Whole: not null }).GroupBy(amount => amount.Whole!).ToList();
        if (wholes.Exists(parts => parts.Sum(part => part.Money.Amount.Cents) == parts.Key.Money.Amount.Cents))
        {
            return;
        }

        foreach (var part in wholes.SelectMany(parts => parts))
        {
            part.IsCertain = false;
            part.Whole = part.IsPlain ? null : part.Whole; // perhaps counts of what the money was for
        }
    }
}
