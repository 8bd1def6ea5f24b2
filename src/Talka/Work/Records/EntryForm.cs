using System.Globalization;
using Talka.Journal;

namespace Talka.Work.Records;

/// <summary>
/// An entry as a person types it, or as a row of a sheet says it: all text, so that nothing typed is lost when something is wrong with it.
/// Property names are the names of the inputs and of the errors' fields.
/// </summary>
public class EntryForm
{
    public string? Kind { get; set; }
    public string? Title { get; set; }
    public string? Description { get; set; }
    public string? From { get; set; }
    public string? To { get; set; }
    public string? Stream { get; set; }
    public string? Mode { get; set; }
    public string? Place { get; set; }
    public string? Region { get; set; }
    public string? TargetGroup { get; set; }

    /// <summary>One a line.</summary>
    public string? Partners { get; set; }
    public string? Quantity { get; set; }
    public bool QuantityApproximate { get; set; }
    public string? Participants { get; set; }
    public bool ParticipantsApproximate { get; set; }
    public string? Amount { get; set; }
    public string? Reach { get; set; }
    public string? Channel { get; set; }

    /// <summary>One a line.</summary>
    public string? Links { get; set; }
    public string? Series { get; set; }
    public string? State { get; set; }
    public string? Note { get; set; }
    public string? ToYear { get; set; }
    public string? Category { get; set; }
    public string? Payee { get; set; }
    public string? DocumentNumber { get; set; }

    /// <summary>Corrections and voidings: why.</summary>
    public string? Reason { get; set; }

    /// <summary>The form filled with what an entry says.</summary>
    public static EntryForm Of(EntryContent content) => Of<EntryForm>(content);

    /// <inheritdoc cref="Of(EntryContent)"/>
    public static T Of<T>(EntryContent content) where T : EntryForm, new() => new()
    {
        Kind = content.Kind,
        Title = content.Title,
        Description = content.Description,
        From = Day(content.From),
        To = content.To == content.From ? null : Day(content.To),
        Stream = content.Stream,
        Mode = EntryPayload.Choice(content.Mode),
        Place = content.Place,
        Region = content.Region,
        TargetGroup = content.TargetGroup,
        Partners = Lines(content.Partners),
        Quantity = Number(content.Quantity),
        QuantityApproximate = content.QuantityApproximate,
        Participants = Number(content.Participants),
        ParticipantsApproximate = content.ParticipantsApproximate,
        Amount = content.Amount?.ToString(),
        Reach = Number(content.Reach),
        Channel = content.Channel,
        Links = Lines(content.Links),
        Series = content.Series,
        State = EntryPayload.Choice(content.State),
        Note = content.Note,
        ToYear = Number(content.ToYear),
        Category = content.Category,
        Payee = content.Payee,
        DocumentNumber = content.DocumentNumber,
    };

    /// <summary>What the next entry of the same kind most likely shares with this one: everything but when it was and how much.</summary>
    public static EntryForm Repeating(EntryContent content, DateOnly today)
    {
        var form = Of(content);
        (form.From, form.To) = (Day(today), null);
        (form.Participants, form.ParticipantsApproximate, form.Reach, form.Amount) = (null, false, null, null);
        (form.Quantity, form.QuantityApproximate, form.Links, form.Note) = (null, false, null, null);
        return form;
    }

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Number(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Lines(IReadOnlyList<string> items) => items.Count == 0 ? null : string.Join('\n', items);
}
