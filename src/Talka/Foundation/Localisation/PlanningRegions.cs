namespace Talka.Foundation.Localisation;

/// <summary>The planning regions of Latvia (Law on Regional Development), by the codes under which records keep them.</summary>
public static class PlanningRegions
{
    private static readonly (string Code, string Latvian, string English)[] Known =
    [
        ("riga", "Rīgas plānošanas reģions", "Riga planning region"),
        ("vidzeme", "Vidzemes plānošanas reģions", "Vidzeme planning region"),
        ("kurzeme", "Kurzemes plānošanas reģions", "Kurzeme planning region"),
        ("zemgale", "Zemgales plānošanas reģions", "Zemgale planning region"),
        ("latgale", "Latgales plānošanas reģions", "Latgale planning region"),
    ];

    public static IReadOnlyList<string> Codes { get; } = [.. Known.Select(region => region.Code)];

    public static bool IsKnown(string? code) => Codes.Contains(code);

    /// <summary>The name in the reader's language; what is no code of ours is its own name.</summary>
    public static string Name(string code) => Array.Find(Known, region => region.Code == code) is { Code: not null } known
        ? Languages.Current == Languages.English ? known.English : known.Latvian
        : code;
}
