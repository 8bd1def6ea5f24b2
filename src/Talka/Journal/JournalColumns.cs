using NpgsqlTypes;

namespace Talka.Journal;

/// <summary>
/// The columns of <c>journal_entries</c>, once: the insert, the bulk copy, the erasure and the verification are all made from this list.
/// </summary>
internal static class JournalColumns
{
    /// <param name="Value">The value as both databases take it; null for nothing.</param>
    internal sealed record Column(string Name, NpgsqlDbType Type, Func<JournalEntry, object?> Value);

    /// <summary>What the Merkle leaf is made of: never changes.</summary>
    public static IReadOnlyList<Column> Kept { get; } =
    [
        new("sequence", NpgsqlDbType.Bigint, e => e.Sequence),
        new("id", NpgsqlDbType.Uuid, e => e.Id),
        new("kind", NpgsqlDbType.Varchar, e => e.Kind),
        new("recorded_at", NpgsqlDbType.TimestampTz, e => e.RecordedAt),
        new("commitment", NpgsqlDbType.Bytea, e => e.Commitment),
        new("leaf_hash", NpgsqlDbType.Bytea, e => e.LeafHash),
    ];

    /// <summary>What an erasure sets to null.</summary>
    public static IReadOnlyList<Column> Erasable { get; } =
    [
        new("salt", NpgsqlDbType.Bytea, e => e.Salt),
        new("payload", NpgsqlDbType.Text, e => e.Payload),
        new("recorded_by", NpgsqlDbType.Uuid, e => e.RecordedBy),
        new("mandate", NpgsqlDbType.Varchar, e => e.Mandate),
        new("year", NpgsqlDbType.Integer, e => e.Year),
        new("stream", NpgsqlDbType.Text, e => e.Stream),
        new("title", NpgsqlDbType.Text, e => e.Title),
        new("description", NpgsqlDbType.Text, e => e.Description),
        new("date_from", NpgsqlDbType.Date, e => e.DateFrom),
        new("date_to", NpgsqlDbType.Date, e => e.DateTo),
        new("mode", NpgsqlDbType.Varchar, e => e.Mode?.ToString()),
        new("place", NpgsqlDbType.Text, e => e.Place),
        new("region", NpgsqlDbType.Text, e => e.Region),
        new("target_group", NpgsqlDbType.Text, e => e.TargetGroup),
        new("partners", NpgsqlDbType.Text, e => e.Partners),
        new("quantity", NpgsqlDbType.Bigint, e => e.Quantity),
        new("quantity_approximate", NpgsqlDbType.Boolean, e => e.QuantityApproximate),
        new("participants", NpgsqlDbType.Bigint, e => e.Participants),
        new("participants_approximate", NpgsqlDbType.Boolean, e => e.ParticipantsApproximate),
        new("amount", NpgsqlDbType.Bigint, e => e.Amount?.Cents),
        new("reach", NpgsqlDbType.Bigint, e => e.Reach),
        new("channel", NpgsqlDbType.Text, e => e.Channel),
        new("series", NpgsqlDbType.Text, e => e.Series),
        new("state", NpgsqlDbType.Varchar, e => e.State?.ToString()),
        new("note", NpgsqlDbType.Text, e => e.Note),
        new("to_year", NpgsqlDbType.Integer, e => e.ToYear),
        new("category", NpgsqlDbType.Text, e => e.Category),
        new("payee", NpgsqlDbType.Text, e => e.Payee),
        new("document_number", NpgsqlDbType.Text, e => e.DocumentNumber),
        new("concerns", NpgsqlDbType.Bigint, e => e.Concerns),
        new("external_id", NpgsqlDbType.Text, e => e.ExternalId),
        new("source_area", NpgsqlDbType.Text, e => e.SourceArea),
        new("source_id", NpgsqlDbType.Text, e => e.SourceId),
        new("source_url", NpgsqlDbType.Text, e => e.SourceUrl),
        new("corrects", NpgsqlDbType.Bigint, e => e.Corrects),
        new("correction", NpgsqlDbType.Varchar, e => e.Correction?.ToString()),
        new("reason", NpgsqlDbType.Text, e => e.Reason),
        new("is_late", NpgsqlDbType.Boolean, e => e.IsLate),
    ];

    public static IReadOnlyList<Column> All { get; } = [.. Kept, .. Erasable];

    public static string Names { get; } = string.Join(", ", All.Select(column => column.Name));

    /// <summary>The statement that writes an entry; its values are those of <see cref="All"/>.</summary>
    public static string Insert { get; } =
        $"INSERT INTO journal_entries ({Names}) VALUES ({string.Join(", ", Enumerable.Range(1, All.Count).Select(number => $"${number}"))})";

    /// <summary>The one statement that empties an entry.</summary>
    public static string Erase { get; } =
        $"UPDATE journal_entries SET {string.Join(", ", Erasable.Select(column => column.Name + " = NULL"))} WHERE sequence = $1";
}
