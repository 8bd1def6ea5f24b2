using System.Text.Json;

namespace Talka.Reporting.Figures;

/// <summary>What a figure counts. The first seven are counted from entries, the others come from the ledger.</summary>
public enum FigureMeasure
{
    /// <summary>Entries.</summary>
    Count,

    /// <summary>Sum of the quantities; an entry without one counts as 1.</summary>
    Quantity,
    Participants,

    /// <summary>Euro.</summary>
    Amount,
    Reach,

    /// <summary>Distinct places.</summary>
    Places,

    /// <summary>Distinct partners.</summary>
    Partners,
    Planned,
    Spent,
    Returned,
    Remainder,
    CarriedIn,
    CarriedOut,
    Ineligible,
    Recovered,
    Unrecovered,
}

/// <summary>What a figure is narrowed down by, in the order of the canonical text.</summary>
public enum FigureKey { Kind, Channel, Stream, Series, Title, Entry, Year, From, To, Mode, Target, State, Dated }

public static class FigureNames
{
    private static readonly Dictionary<string, FigureMeasure> MeasuresByCode = Enum.GetValues<FigureMeasure>().ToDictionary(Code, m => m);
    private static readonly Dictionary<string, FigureKey> KeysByCode = Enum.GetValues<FigureKey>().ToDictionary(Code, k => k);

    public static IReadOnlyCollection<string> Measures => MeasuresByCode.Keys;

    public static IReadOnlyCollection<string> Keys => KeysByCode.Keys;

    /// <summary>As the query writes it: <c>carried-in</c>, <c>on-site</c>.</summary>
    public static string Code<T>(this T value)
        where T : struct, Enum => Codes<T>.All[value];

    /// <summary>From the plan and the ledger, not counted from entries; narrowed down by year and stream alone.</summary>
    public static bool IsBudget(this FigureMeasure measure) => measure >= FigureMeasure.Planned;

    /// <summary>In euro.</summary>
    public static bool IsMoney(this FigureMeasure measure) => measure == FigureMeasure.Amount || measure.IsBudget();

    internal static bool TryMeasure(string code, out FigureMeasure measure) => MeasuresByCode.TryGetValue(code.ToLowerInvariant(), out measure);

    internal static bool TryKey(string code, out FigureKey key) => KeysByCode.TryGetValue(code.ToLowerInvariant(), out key);

    private static class Codes<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> All =
            Enum.GetValues<T>().ToDictionary(value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));
    }
}
