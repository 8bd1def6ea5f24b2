using Talka.Foundation.Localisation;
using Talka.Foundation.Sheets;
using Talka.Journal;
using static Talka.Reporting.Figures.Texts;

namespace Talka.Reporting.Figures;

/// <summary>The entries behind a figure as a table shows them: those that were counted and those whose measure is not known.</summary>
internal sealed class FigureRows(FigureQuery query, FigureResult result, IReadOnlyDictionary<string, JournalKind> kinds)
{
    public IReadOnlyList<FigureEntry> Entries { get; } = [.. result.Entries.Concat(result.UnknownEntries).OrderBy(entry => entry.Sequence)];

    public string Kind(FigureEntry entry) => kinds.TryGetValue(entry.Kind, out var kind) ? kind.Name : entry.Kind;

    /// <summary>Empty where the kind is not for the public.</summary>
    public string Title(FigureEntry entry) => IsOpen(entry) ? entry.Title : "";

    /// <summary>What the entry gives to the figure; words of a kind that is not for the public are left out.</summary>
    public string Value(FigureEntry entry)
    {
        if (query.Measure.IsMoney())
        {
            return entry.Amount is { } amount ? Format.Euro(amount) : T("NotKnown");
        }

        return query.Measure switch
        {
            FigureMeasure.Places or FigureMeasure.Partners when !IsOpen(entry) => "",
            FigureMeasure.Places => entry.Place ?? T("NotKnown"),
            FigureMeasure.Partners => string.Join(", ", entry.Partners),
            _ => Number(entry) is { } number ? (IsApproximate(entry) ? "~ " : "") + Format.Number(number) : T("NotKnown"),
        };
    }

    // Whether the public may read what an entry of this kind says, not only how much it counts.
    private bool IsOpen(FigureEntry entry) => kinds.TryGetValue(entry.Kind, out var kind) && kind.IsPublic;

    public long? Number(FigureEntry entry) => query.Measure switch
    {
        FigureMeasure.Count => 1,
        FigureMeasure.Quantity => entry.Quantity ?? 1,
        FigureMeasure.Participants => entry.Participants,
        FigureMeasure.Reach => entry.Reach,
        _ => null,
    };

    public bool IsApproximate(FigureEntry entry) => query.Measure switch
    {
        FigureMeasure.Quantity => entry.QuantityApproximate,
        FigureMeasure.Participants => entry.ParticipantsApproximate,
        _ => false,
    };

    public SheetLayout<FigureEntry> Sheet()
    {
        var sheet = new SheetLayout<FigureEntry>(T("EntriesCaption"))
            .Number(T("NumberColumn"), entry => entry.Sequence)
            .Number(T("YearColumn"), entry => entry.Year)
            .Date(T("FromColumn"), entry => entry.From)
            .Date(T("ToColumn"), entry => entry.To)
            .Text(T("KindColumn"), Kind)
            .Text(T("TitleColumn"), Title, 60);
        sheet = query.Measure.IsMoney() ? sheet.Money(T("ValueColumn"), entry => entry.Amount)
            : query.Measure is FigureMeasure.Places or FigureMeasure.Partners ? sheet.Text(T("ValueColumn"), Value)
            : sheet.Number(T("ValueColumn"), Number).Text(T("ApproximateColumn"), entry => IsApproximate(entry) ? T("Yes") : "");
        return sheet.Text(Foundation.Ui.Texts.T("LateEntry"), entry => entry.IsLate ? T("Yes") : "");
    }
}
