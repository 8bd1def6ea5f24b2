using Talka.Foundation.Data;

namespace Talka.Organisations;

internal static class Doubles
{
    /// <summary>Those that another record seems to be of as well: of the same name, or the same e-mail address.</summary>
    public static IQueryable<Organisation> WithDoubles(this IQueryable<Organisation> organisations, TalkaDb db) => organisations.Where(o =>
        db.Organisations().Any(other => other.NameKey == o.NameKey && other.Id != o.Id) || (o.Email != null && db.Organisations().Any(other => other.Email == o.Email && other.Id != o.Id)));

    /// <summary>The records that seem to be of the same organisation as one.</summary>
    public static IQueryable<Organisation> DoublesOf(this TalkaDb db, Organisation of) =>
        db.Organisations().Where(o => o.Id != of.Id && (o.NameKey == of.NameKey || (of.Email != null && o.Email == of.Email)));
}
