using System.Data.Common;
using Talka.Foundation;

namespace Talka.Journal;

/// <summary>Reads rows of <c>journal_entries</c>, whose columns were selected as <see cref="JournalColumns.Names"/>, without the detour over the model.</summary>
internal static class EntryRow
{
    /// <exception cref="FormatException">A column holds what the program does not write.</exception>
    public static JournalEntry Read(DbDataReader reader)
    {
        var row = new Cells(reader);
        return new JournalEntry
        {
            Sequence = row.Number()!.Value,
            Id = row.Guid()!.Value,
            Kind = row.Text()!,
            RecordedAt = DateTime.SpecifyKind(reader.GetDateTime(row.Next()), DateTimeKind.Utc),
            Commitment = row.Bytes()!,
            LeafHash = row.Bytes()!,
            Salt = row.Bytes(),
            Payload = row.Text(),
            RecordedBy = row.Guid(),
            Mandate = row.Text(),
            Year = row.Small(),
            Stream = row.Text(),
            Title = row.Text(),
            Description = row.Text(),
            DateFrom = row.Day(),
            DateTo = row.Day(),
            Mode = row.Choice<EntryMode>(),
            Place = row.Text(),
            Region = row.Text(),
            TargetGroup = row.Text(),
            Partners = row.Text(),
            Quantity = row.Number(),
            QuantityApproximate = row.Flag(),
            Participants = row.Number(),
            ParticipantsApproximate = row.Flag(),
            Amount = row.Number() is { } cents ? new Money(cents) : null,
            Reach = row.Number(),
            Channel = row.Text(),
            Series = row.Text(),
            State = row.Choice<EntryState>(),
            Note = row.Text(),
            ToYear = row.Small(),
            Category = row.Text(),
            Payee = row.Text(),
            DocumentNumber = row.Text(),
            Concerns = row.Number(),
            ExternalId = row.Text(),
            SourceArea = row.Text(),
            SourceId = row.Text(),
            SourceUrl = row.Text(),
            Corrects = row.Number(),
            Correction = row.Choice<CorrectionKind>(),
            Reason = row.Text(),
            IsLate = row.Flag(),
        };
    }

    // In the order of JournalColumns.All.
    private struct Cells(DbDataReader reader)
    {
        private int _next;

        public int Next() => _next++;

        public string? Text() => reader.IsDBNull(_next) ? Nothing<string>() : reader.GetString(_next++);

        public byte[]? Bytes() => reader.IsDBNull(_next) ? Nothing<byte[]>() : reader.GetFieldValue<byte[]>(_next++);

        public long? Number() => reader.IsDBNull(_next) ? None<long>() : reader.GetInt64(_next++);

        public int? Small() => reader.IsDBNull(_next) ? None<int>() : reader.GetInt32(_next++);

        public bool? Flag() => reader.IsDBNull(_next) ? None<bool>() : reader.GetBoolean(_next++);

        public Guid? Guid() => reader.IsDBNull(_next) ? None<Guid>() : reader.GetGuid(_next++);

        public DateOnly? Day() => reader.IsDBNull(_next) ? None<DateOnly>() : reader.GetFieldValue<DateOnly>(_next++);

        public T? Choice<T>() where T : struct, Enum => Text() is not { } name ? null
            : EntryPayload.ChoiceNamed<T>(name) ?? throw new FormatException($"'{name}' is not a {typeof(T).Name}.");

        private T? Nothing<T>() where T : class
        {
            _next++;
            return null;
        }

        private T? None<T>() where T : struct
        {
            _next++;
            return null;
        }
    }
}
