using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Talka.Foundation.Data;
using Talka.Foundation.Ui;
using Talka.Mandates;

namespace Talka.Supervision.Reports.Questions;

public enum QuestionState { Open, Resolved }

/// <summary>
/// Something that the supervisor wants to know about a report. It hangs on a section, on a figure, on an entry (which an expense is too),
/// or on the report as a whole, and shows there until it is resolved.
/// </summary>
public sealed class Question
{
    public const int TextLength = 4_000;

    public required Guid Id { get; init; }
    public required Guid ReportId { get; init; }

    /// <summary>The report's, kept here too: what stands beside an entry is looked up by mandate and place.</summary>
    public required Guid MandateId { get; init; }

    /// <summary>With <see cref="Section"/>: 0 for a text about the whole period.</summary>
    public int? Year { get; init; }
    public string? Section { get; init; }

    /// <summary>The figure's query, as it is written.</summary>
    public string? Figure { get; init; }

    /// <summary>Sequence in the journal.</summary>
    public long? Entry { get; init; }
    public required string Text { get; init; }
    public required DateTime AskedAt { get; init; }
    public Guid? AskedBy { get; init; }
    public QuestionState State { get; set; }
    public DateTime? ResolvedAt { get; set; }
    public Guid? ResolvedBy { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Question>
    {
        public void Configure(EntityTypeBuilder<Question> question)
        {
            question.ToTable("questions");
            question.Property(q => q.Id).ValueGeneratedNever();
            question.Property(q => q.Section).HasMaxLength(60);
            question.Property(q => q.Figure).HasMaxLength(QuestionPlaces.FigureLength);
            question.Property(q => q.Text).HasMaxLength(TextLength);
            question.HasOne<Report>().WithMany().HasForeignKey(q => q.ReportId).OnDelete(DeleteBehavior.Cascade);
            question.HasIndex(q => new { q.ReportId, q.Id });
            question.HasIndex(q => new { q.MandateId, q.State, q.Entry });
            question.HasIndex(q => new { q.MandateId, q.State, q.Section, q.Year });
        }
    }
}

/// <summary>What somebody of either side says to a question.</summary>
public sealed class QuestionReply
{
    public required Guid Id { get; init; }
    public required Guid QuestionId { get; init; }
    public required string Text { get; init; }
    public required DateTime At { get; init; }
    public Guid? ByPersonId { get; init; }
    public required bool IsSupervisors { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<QuestionReply>
    {
        public void Configure(EntityTypeBuilder<QuestionReply> reply)
        {
            reply.ToTable("question_replies");
            reply.Property(r => r.Id).ValueGeneratedNever();
            reply.Property(r => r.Text).HasMaxLength(Question.TextLength);
            reply.HasOne<Question>().WithMany().HasForeignKey(r => r.QuestionId).OnDelete(DeleteBehavior.Cascade);
            reply.HasIndex(r => new { r.QuestionId, r.Id });
        }
    }
}

public static class QuestionPlaces
{
    public const int FigureLength = 500;

    public static IQueryable<Question> Questions(this TalkaDb db) => db.Set<Question>().AsNoTracking();

    public static IQueryable<QuestionReply> QuestionReplies(this TalkaDb db) => db.Set<QuestionReply>().AsNoTracking();

    /// <summary>The open questions of a mandate that hang on a place of its pages.</summary>
    public static IQueryable<Question> QuestionsAt(this TalkaDb db, string slug, Place place)
    {
        var open = db.Questions().Where(q => q.State == QuestionState.Open && db.Mandates().Any(m => m.Slug == slug && m.Id == q.MandateId));
        return place switch
        {
            SectionPlace section => open.Where(q => q.Section == section.Section && q.Year == section.Year),
            FigurePlace figure => open.Where(q => q.Figure == figure.Query),
            EntryPlace entry => open.Where(q => q.Entry == entry.Sequence),
            _ => open.Where(q => q.Section == null && q.Figure == null && q.Entry == null),
        };
    }

    public static Place PlaceOf(this Question question) =>
        question.Entry is { } entry ? new EntryPlace(entry)
        : question.Figure is { } figure ? new FigurePlace(figure)
        : question.Section is { } section ? new SectionPlace(question.Year ?? 0, section)
        : new MandatePlace();
}
