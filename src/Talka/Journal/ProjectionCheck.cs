using System.Text.Json;

namespace Talka.Journal;

/// <summary>Whether the columns and files of an entry are what its payload says.</summary>
internal static class ProjectionCheck
{
    private const string LateMember = "\"late\":{";

    /// <summary>
    /// The first column that differs, <c>journal_files</c>, or <c>payload</c> when the payload is not what the program writes; null when all is as it should be.
    /// The columns are written as a payload again, which must give the same text; only when it does not are they compared one by one.
    /// </summary>
    public static string? Difference(JournalEntry entry, IReadOnlyList<JournalFile> files)
    {
        try
        {
            // An approximate flag is never null beside a payload, so that a null there is seen as the change it is; a mark of lateness is never false.
            if (entry is { QuantityApproximate: not null, ParticipantsApproximate: not null, DateFrom: not null, DateTo: not null, IsLate: not false }
                && entry.IsLate is true == entry.Payload!.Contains(LateMember, StringComparison.Ordinal)
                && EntryPayload.IsOf(entry.Payload!, FromColumns(entry, files), entry.RecordedBy))
            {
                return null;
            }

            var says = EntryPayload.Read(entry.Payload!);
            if (says.Kind != entry.Kind)
            {
                return "kind";
            }

            if (EntryPayload.ReadRecordedBy(entry.Payload!) != entry.RecordedBy)
            {
                return "recorded_by";
            }

            var should = JournalEntry.Project(says, entry);
            return JournalColumns.All.FirstOrDefault(column => !Equal(column.Value(should), column.Value(entry)))?.Name
                ?? (says.Files.SequenceEqual(files.Select(ToFile)) ? "payload" : "journal_files");
        }
        catch (Exception exception) when (exception is JsonException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            return "payload";
        }
    }

    private static EntryContent FromColumns(JournalEntry entry, IReadOnlyList<JournalFile> files) => new()
    {
        Mandate = entry.Mandate ?? "",
        Year = entry.Year ?? 0,
        Stream = entry.Stream,
        Kind = entry.Kind,
        Title = entry.Title ?? "",
        Description = entry.Description,
        From = entry.DateFrom!.Value,
        To = entry.DateTo!.Value,
        Mode = entry.Mode,
        Place = entry.Place,
        Region = entry.Region,
        TargetGroup = entry.TargetGroup,
        Partners = entry.Partners is null ? [] : EntryPayload.ReadNames(entry.Partners),
        Quantity = entry.Quantity,
        QuantityApproximate = entry.QuantityApproximate!.Value,
        Participants = entry.Participants,
        ParticipantsApproximate = entry.ParticipantsApproximate!.Value,
        Attendance = EntryPayload.AttendanceOf(entry.Payload!),
        Amount = entry.Amount,
        Reach = entry.Reach,
        Channel = entry.Channel,
        Links = LinksOf(entry.Payload!),
        Series = entry.Series,
        State = entry.State,
        Files = files.Count == 0 ? [] : [.. files.Select(ToFile)],
        Note = entry.Note,
        ToYear = entry.ToYear,
        Category = entry.Category,
        Payee = entry.Payee,
        DocumentNumber = entry.DocumentNumber,
        Concerns = entry.Concerns,
        ExternalId = entry.ExternalId,
        Source = new EntrySource(entry.SourceArea ?? "", entry.SourceId, entry.SourceUrl),
        Corrects = entry.Corrects,
        Correction = entry.Correction,
        Reason = entry.Reason,
        Late = entry.IsLate is true ? EntryPayload.Read(entry.Payload!).Late : null,
    };

    private static EntryFile ToFile(JournalFile file) => new(file.Sha256, file.Name, file.ContentType, file.Size);

    // Neither attendance nor links have a column.
    private static IReadOnlyList<string> LinksOf(string payload) =>
        payload.Contains("\"links\":", StringComparison.Ordinal) ? EntryPayload.Read(payload).Links : [];

    private static bool Equal(object? left, object? right) =>
        left is byte[] a && right is byte[] b ? a.AsSpan().SequenceEqual(b) : Equals(left, right);
}
