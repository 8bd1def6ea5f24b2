using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>Where in the document the reader of its structure is.</summary>
internal sealed class StructurePosition
{
    public SummarySection Section { get; set; }

    /// <summary>Which years have been told of in which section: below the budget's heading those of the description come again.</summary>
    public HashSet<(SummarySection Section, int Ordinal)> Told { get; } = [];

    public int SectionLevel { get; set; }

    /// <summary>No label has named the section: it follows from a year's heading.</summary>
    public bool IsAssumed { get; set; }

    /// <summary>Its label stands before its text within a year that tells of its money in such a line: what was done may follow it without a label.</summary>
    public bool IsOneLine { get; set; }

    /// <summary>Of the block before; null when that stood in none.</summary>
    public Cell? Cell { get; set; }

    public YearMark? Year { get; set; }

    public int YearLevel { get; set; }

    /// <summary>In which it was named; null outside tables.</summary>
    public int? YearTable { get; set; }

    /// <summary>Rank of the heading below which a text began with the year; 0 where the year has a line of its own.</summary>
    public int YearUnder { get; set; }

    public int HeadingLevel { get; set; }

    public (int Table, YearMark Mark)? Row { get; set; }

    public (int Table, int Row) RowCell { get; set; }
}
