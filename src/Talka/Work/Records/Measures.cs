using Talka.Journal;
using static Talka.Work.Records.Texts;

namespace Talka.Work.Records;

/// <summary>The measures of a kind in words.</summary>
internal static class Measures
{
    public static IReadOnlyList<EntryMeasures> All { get; } = [.. Enum.GetValues<EntryMeasures>().Where(measure => measure != EntryMeasures.None)];

    public static string Name(EntryMeasures measure) => T(measure == EntryMeasures.Amount ? "FactAmount" : "Field" + measure);

    public static string Names(EntryMeasures measures) => string.Join(", ", All.Where(measure => measures.HasFlag(measure)).Select(Name));
}
