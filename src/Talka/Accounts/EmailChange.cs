using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Talka.Foundation.Data;

namespace Talka.Accounts;

/// <summary>
/// A person's wish for another address. It takes effect by a link that went to the new one; another link, which went to the old one,
/// stops it, and for some days also undoes it. Only the hashes of their tokens are kept.
/// </summary>
public sealed class EmailChange
{
    public static readonly TimeSpan ConfirmLifetime = TimeSpan.FromDays(1);
    public static readonly TimeSpan StopLifetime = TimeSpan.FromDays(7);

    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }
    public required string OldEmail { get; init; }
    public required string NewEmail { get; init; }
    public required string ConfirmHash { get; init; }
    public required string StopHash { get; init; }
    public required DateTime RequestedAt { get; init; }
    public DateTime? ConfirmedAt { get; set; }
    public DateTime? StoppedAt { get; set; }

    public bool CanBeConfirmed(DateTime now) => ConfirmedAt is null && StoppedAt is null && now < RequestedAt + ConfirmLifetime;

    public bool CanBeStopped(DateTime now) => StoppedAt is null && now < RequestedAt + StopLifetime;

    internal static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    public sealed class Mapping : IEntityTypeConfiguration<EmailChange>
    {
        public void Configure(EntityTypeBuilder<EmailChange> builder)
        {
            builder.ToTable("email_changes");
            builder.Property(c => c.Id).ValueGeneratedNever();
            builder.Property(c => c.OldEmail).HasMaxLength(Person.MaxEmailLength);
            builder.Property(c => c.NewEmail).HasMaxLength(Person.MaxEmailLength);
            builder.Property(c => c.ConfirmHash).HasMaxLength(64);
            builder.Property(c => c.StopHash).HasMaxLength(64);
            builder.HasIndex(c => c.ConfirmHash).IsUnique();
            builder.HasIndex(c => c.StopHash).IsUnique();
            builder.Property(c => c.ConfirmedAt).IsConcurrencyToken();
            builder.Property(c => c.StoppedAt).IsConcurrencyToken();
            builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

public static class EmailChangeQueries
{
    public static IQueryable<EmailChange> EmailChanges(this TalkaDb db) => db.Set<EmailChange>();

    /// <summary>Stops the changes of a person that are not confirmed yet: whoever asked for them may have known a password that is no more.</summary>
    internal static Task StopOpenEmailChangesAsync(this TalkaDb db, Guid personId, DateTime now, CancellationToken cancel) =>
        db.EmailChanges().Where(change => change.PersonId == personId && change.ConfirmedAt == null && change.StoppedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(change => change.StoppedAt, now), cancel);
}
