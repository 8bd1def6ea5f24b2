using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Journal;

namespace Talka.Mandates;

/// <summary>A contract's money: its plan put together with what the journal says was done.</summary>
public static class MandateMoney
{
    public static Ledger LedgerOf(this MandateTerms terms, IReadOnlyCollection<MoneyMovement> movements) =>
        new(terms.Years.Select(y => y.Ordinal), terms.Streams.Select(s => s.Code), terms.PlanByYearAndStream, movements);

    /// <summary>
    /// The rules of the money that these movements would break, with the numbers; none when all hold.
    /// For a correction give the movements as they would be after it, the corrected one under its old sequence; for a voiding leave it out.
    /// </summary>
    public static IReadOnlyList<Error> CheckMoney(this MandateTerms terms, IReadOnlyCollection<MoneyMovement> movementsAfter) =>
        LedgerRules.Check(terms.LedgerOf(movementsAfter), movementsAfter, terms.StreamName);

    /// <summary>The rules that would break if an entry of money were appended.</summary>
    /// <param name="content">A new entry, or the replacement or voiding of one.</param>
    public static IReadOnlyList<Error> CheckMoneyWith(this MandateTerms terms, IReadOnlyList<MoneyMovement> movements, EntryContent content)
    {
        var others = movements.Where(m => m.Sequence != content.Corrects);
        if (content is { Correction: not CorrectionKind.Voids, Stream: { } stream, Amount: { } amount })
        {
            // What it concerns may have been corrected since; the movements know the entry that is effective now.
            var concerns = content.Corrects is { } corrected ? movements.FirstOrDefault(m => m.Sequence == corrected)?.Concerns : content.Concerns;
            others = others.Append(new MoneyMovement(content.Corrects ?? 0, content.Kind, content.Year, stream, amount, content.ToYear, concerns));
        }

        return terms.CheckMoney([.. others]);
    }

    /// <summary>The title in the language of the page, where it has one in it.</summary>
    public static string ShownTitle(this MandateTerms terms) => Languages.Current == Languages.English ? terms.TitleEn ?? terms.Title : terms.Title;

    /// <summary>The name of a stream in the current language; the code itself where the contract no longer knows it.</summary>
    public static string StreamName(this MandateTerms terms, string code) =>
        terms.Streams.FirstOrDefault(s => s.Code == code) is { } stream
            ? (Languages.Current == Languages.English ? stream.NameEn ?? stream.Name : stream.Name)
            : code;
}
