using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;

namespace Talka.Journal;

/// <summary>A measure that an entry can carry.</summary>
[Flags]
public enum EntryMeasures { None = 0, Quantity = 1, Participants = 2, Amount = 4, Reach = 8, Channel = 16, State = 32 }

/// <summary>One kind of entry. The list is data: the built-in kinds are put in at start, an administrator adds others.</summary>
public sealed class JournalKind
{
    /// <summary>kebab-case, never changes.</summary>
    public required string Code { get; init; }
    public required string NameLv { get; set; }
    public required string NameEn { get; set; }

    /// <summary>The Latvian noun as it stands after a number in the nominative: zero|one|other (<c>semināru|seminārs|semināri</c>).</summary>
    public required string CountedLv { get; set; }

    /// <summary>one|other (<c>seminar|seminars</c>).</summary>
    public required string CountedEn { get; set; }

    /// <summary>Measures without which an entry of this kind is refused.</summary>
    public EntryMeasures Required { get; set; }

    /// <summary>Measures that the form offers besides.</summary>
    public EntryMeasures Offered { get; set; }

    /// <summary>Money kinds are posted by Spending alone and cannot be recorded by hand.</summary>
    public bool IsMoney { get; init; }

    /// <summary>Written by the platform itself (summary published, erasure).</summary>
    public bool IsSystem { get; init; }

    /// <summary>Whether the public may see the text of an entry, not just its kind, date and measures.</summary>
    public bool IsPublic { get; set; } = true;

    public int Order { get; set; }

    public string Name => Languages.Current == Languages.English ? NameEn : NameLv;

    internal sealed class Mapping : IEntityTypeConfiguration<JournalKind>
    {
        public void Configure(EntityTypeBuilder<JournalKind> kind)
        {
            kind.ToTable("journal_kinds");
            kind.HasKey(k => k.Code);
            kind.Property(k => k.Code).HasMaxLength(60);
            kind.Property(k => k.Required).HasConversion<int>();
            kind.Property(k => k.Offered).HasConversion<int>();
            kind.Ignore(k => k.Name);
        }
    }
}

/// <summary>Codes of the kinds that the program itself knows by name.</summary>
public static class Kinds
{
    public const string Expense = "expense";
    public const string Ineligible = "ineligible";
    public const string Recovery = "recovery";
    public const string Return = "return";
    public const string CarryOver = "carry-over";
    public const string SummaryPublished = "summary-published";
    public const string Erasure = "erasure";

    /// <summary>The kinds that a <see cref="Ledger"/> adds up.</summary>
    public static IReadOnlyList<string> Money { get; } = [Expense, Ineligible, Recovery, Return, CarryOver];

    /// <summary>Decisions about the money of a year: their day may be long after it.</summary>
    public static IReadOnlyList<string> Decisions { get; } = [Ineligible, Recovery, Return, CarryOver];

    /// <summary>What the platform itself writes.</summary>
    public static IReadOnlyList<string> OfPlatform { get; } = [SummaryPublished, Erasure];
}

public static class JournalKindQueries
{
    public static IQueryable<JournalKind> JournalKinds(this TalkaDb db) => db.Set<JournalKind>().AsNoTracking();
}
