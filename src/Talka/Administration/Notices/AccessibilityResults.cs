using System.Text.Json;

namespace Talka.Administration.Notices;

/// <summary>
/// What the automatic checks of accessibility found, as kept in <c>docs/accessibility-results.json</c>: the tests of every page write it,
/// and hold it against the pages that they visit. The accessibility statement says nothing of its own.
/// </summary>
/// <param name="Tool">What checked, with its version.</param>
/// <param name="Standard">What it was held against.</param>
/// <param name="Widths">Of the window, in CSS pixels.</param>
/// <param name="Violations">How many were found on all the pages.</param>
/// <param name="Pages">Each page by its route, with what was asked for behind the question mark and the language.</param>
public sealed record AccessibilityResults(
    DateOnly Date, string Tool, string Standard, IReadOnlyList<int> Widths, int Violations, IReadOnlyList<string> Pages)
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static AccessibilityResults Current { get; } = Read();

    private static AccessibilityResults Read()
    {
        using var file = typeof(AccessibilityResults).Assembly.GetManifestResourceStream("accessibility-results.json")
            ?? throw new InvalidOperationException("The results of the accessibility checks are not in the program.");
        return JsonSerializer.Deserialize<AccessibilityResults>(file, Json)!;
    }
}
