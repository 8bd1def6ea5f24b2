using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>A passage while its place in the document is being found.</summary>
internal sealed class Draft(Block block, IReadOnlyList<Token> tokens)
{
    public Block Block => block;

    public IReadOnlyList<Token> Tokens => tokens;

    /// <summary>Every date in it; read once, since many ask.</summary>
    public IReadOnlyList<DateReading> Dates => field ??= DateGrammar.ReadAll(tokens);

    /// <summary>The label of a field that it is or begins with.</summary>
    public SectionMark? Field { get; set; }

    /// <summary>The year's name that it is or begins with.</summary>
    public YearMark? Mark { get; init; }

    /// <summary>It heads a year and says itself that what follows was done in it: “Kas paveikts: 1. gads”.</summary>
    public bool TellsOfWork { get; init; }

    /// <summary>The mark only says how long a year lasts.</summary>
    public bool IsDefinition { get; set; }

    public SummarySection Section { get; set; }

    /// <summary>The mark of the year that it belongs to.</summary>
    public YearMark? YearMark { get; set; }

    /// <summary>The year's ordinal, when the years are known.</summary>
    public int? Year { get; set; }

    public bool IsLabel { get; set; }
}
