using System.Text.Json;
using System.Text.Json.Serialization;
using Talka.Foundation.Localisation;

namespace Talka.Reporting.Summaries;

/// <summary>
/// What a summary is made of and in which order: data, read from the JSON files in <c>Templates</c>.
/// A new template is a new file; only a new <see cref="SectionKind"/> needs code.
/// </summary>
/// <param name="Code">Names it on the command line and in frozen versions; never changes.</param>
/// <param name="Language">What it is written in unless asked otherwise.</param>
public sealed record SummaryTemplate(
    string Code, string Language, LocalText Name, LocalText Title, IReadOnlyList<TemplateSection> Sections)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        RespectRequiredConstructorParameters = true,
    };

    public const string OfficialCode = "official";

    /// <summary>The codes of all templates, the official one first; each is the name of its file.</summary>
    public static IReadOnlyList<string> Codes { get; } = [OfficialCode, "public-report"];

    private static readonly Lazy<IReadOnlyList<SummaryTemplate>> Read = new(() => [.. Codes.Select(Load)]);

    /// <summary>All templates, in the order of <see cref="Codes"/>.</summary>
    public static IReadOnlyList<SummaryTemplate> All => Read.Value;

    public static SummaryTemplate Official => All[0];

    public static SummaryTemplate PublicReport => All[1];

    public static SummaryTemplate? Find(string code) => All.FirstOrDefault(template => template.Code == code);

    /// <summary>The texts that an author writes for this template, in their order.</summary>
    public IEnumerable<TemplateText> Texts => Sections.SelectMany(section => section.Texts ?? []);

    private static SummaryTemplate Load(string code)
    {
        var assembly = typeof(SummaryTemplate).Assembly;
        using var stream = assembly.GetManifestResourceStream($"Talka.Reporting.Summaries.Templates.{code}.json")!;
        return JsonSerializer.Deserialize<SummaryTemplate>(stream, Json)!;
    }
}

/// <summary>One field of the official form, or one section of another report.</summary>
public sealed record TemplateSection(SectionKind Kind, LocalText Title, IReadOnlyList<TemplateText>? Texts = null);

/// <summary>What a section shows.</summary>
public enum SectionKind
{
    /// <summary>The task in the contract's words.</summary>
    Task,

    /// <summary>Name and registration number.</summary>
    Implementer,

    Period,

    /// <summary>Texts by implementation year, the indicators against their targets, the evaluation.</summary>
    Results,

    /// <summary>Planned and spent by year and stream, carry-over explained.</summary>
    Budget,

    Ineligible,
    Unrecovered,

    /// <summary>A text of the author's, and nothing else.</summary>
    Text,

    Indicators,

    /// <summary>Planned against spent, drawn.</summary>
    BudgetChart,

    /// <summary>How many of each kind in each year, drawn.</summary>
    ActivityChart,
}

/// <summary>One text that an author writes.</summary>
/// <param name="Code">Names the section in the stored text.</param>
/// <param name="Yearly">One for each implementation year; else one for the whole period, stored under year 0.</param>
public sealed record TemplateText(string Code, bool Yearly, LocalText Title);

/// <summary>A text in both languages, as templates carry it.</summary>
public sealed record LocalText(string Lv, string En)
{
    public override string ToString() => Languages.Current == Languages.English ? En : Lv;
}
