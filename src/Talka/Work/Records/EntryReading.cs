using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Mandates;

namespace Talka.Work.Records;

/// <summary>
/// From what was typed to the content of an entry: reads dates, numbers and choices, derives the implementation year from the contract,
/// and checks the whole against the journal's rules. By hand, correction and import all go through here.
/// </summary>
public static class EntryReading
{
    private static readonly string[] AboutWords = ["aptuveni", "apmēram", "apm.", "ap.", "ap", "about", "approx.", "ca.", "ca", "~", "≈"];

    /// <param name="before">The entry that is corrected; null for a new one. Its source, import identity and what it concerns stay.</param>
    public static Result<EntryContent> Read(
        MandateTerms terms, JournalKind kind, EntryForm form, IReadOnlyList<EntryFile> files, EntrySource source, EntryContent? before = null)
    {
        var errors = new List<Error>();
        var (from, to) = Days(form, errors);
        var year = kind.IsMoney && kind.Code != Kinds.Expense && before is not null
            ? before.Year // a decision about money may be taken long after the year it concerns
            : Year(terms, from, to, errors);
        var (quantity, aboutQuantity) = Count(form.Quantity, "Quantity", errors);
        var (participants, aboutParticipants) = Count(form.Participants, "Participants", errors);
        var content = new EntryContent
        {
            Mandate = terms.Slug,
            Year = year ?? 1,
            Stream = Stream(terms, kind, form, before, errors),
            Kind = kind.Code,
            Title = form.Title ?? "",
            Description = Text(form.Description),
            From = from ?? terms.From,
            To = to ?? from ?? terms.From,
            Mode = EntryChoices.Mode(form.Mode, errors),
            Place = Text(form.Place),
            Region = Text(form.Region),
            TargetGroup = Text(form.TargetGroup),
            Partners = Lines(form.Partners),
            Quantity = quantity,
            QuantityApproximate = quantity is not null && (aboutQuantity || form.QuantityApproximate),
            Participants = participants,
            ParticipantsApproximate = participants is not null && (aboutParticipants || form.ParticipantsApproximate),
            Attendance = before?.Attendance is { } counted && counted.People == participants ? counted : null, // of another number it says nothing
            Amount = Amount(form.Amount, errors),
            Reach = Count(form.Reach, "Reach", errors).Value,
            Channel = EntryChoices.Channel(form.Channel),
            Links = Lines(form.Links),
            Series = Text(form.Series),
            State = EntryChoices.State(form.State, errors),
            Files = files,
            Note = Text(form.Note),
            ToYear = kind.Code == Kinds.CarryOver && Count(form.ToYear, "ToYear", errors).Value is { } toYear ? (int)Math.Min(toYear, int.MaxValue) : null,
            Category = kind.IsMoney ? Text(form.Category) : before?.Category,
            Payee = kind.IsMoney ? Text(form.Payee) : before?.Payee,
            DocumentNumber = kind.IsMoney ? Text(form.DocumentNumber) : before?.DocumentNumber,
            Concerns = before?.Concerns,
            ExternalId = before?.ExternalId,
            Source = before?.Source ?? source,
        };
        var checkedContent = EntryRules.Check(content, kind);
        errors.AddRange(checkedContent.Errors);
        return errors.Count > 0 ? errors : checkedContent;
    }

    private static (DateOnly? From, DateOnly? To) Days(EntryForm form, List<Error> errors)
    {
        var from = Day(form.From, "From", errors);
        if (string.IsNullOrWhiteSpace(form.From))
        {
            errors.Add(RecordErrors.DateMissing());
        }

        return (from, Day(form.To, "To", errors) ?? from);
    }

    private static DateOnly? Day(string? text, string field, List<Error> errors)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var day = Parse.Date(text);
        if (day is null)
        {
            errors.Add(RecordErrors.DateWrong(text, field));
        }

        return day;
    }

    private static int? Year(MandateTerms terms, DateOnly? from, DateOnly? to, List<Error> errors)
    {
        if (from is not { } first || to is not { } last || last < first)
        {
            return null; // said already, or said by the journal's rules
        }

        var (begins, ends) = (terms.YearOf(first), terms.YearOf(last));
        if (begins is null || ends is null)
        {
            errors.Add(RecordErrors.OutsideMandate(begins is null ? first : last, terms, begins is null ? "From" : "To"));
            return null;
        }

        if (begins != ends)
        {
            errors.Add(RecordErrors.SpansYears(terms.Years.Where(y => y.Ordinal >= begins && y.Ordinal <= ends)));
            return null;
        }

        return begins;
    }

    private static string? Stream(MandateTerms terms, JournalKind kind, EntryForm form, EntryContent? before, List<Error> errors)
    {
        if (kind.Code is Kinds.Ineligible or Kinds.Recovery && before is not null)
        {
            return before.Stream; // where the expense is, there is what concerns it
        }

        if (Text(form.Stream) is not { } typed)
        {
            return null;
        }

        var stream = terms.Streams.FirstOrDefault(s => Same(s.Code, typed) || Same(s.Name, typed) || Same(s.NameEn, typed));
        if (stream is null)
        {
            errors.Add(RecordErrors.StreamUnknown(typed, terms));
        }

        return stream?.Code;
    }

    private static (long? Value, bool About) Count(string? text, string field, List<Error> errors)
    {
        if (Text(text) is not { } typed || EntryChoices.SaysUnknown(typed))
        {
            return (null, false);
        }

        var word = AboutWords.FirstOrDefault(about => typed.StartsWith(about, StringComparison.OrdinalIgnoreCase));
        var number = Parse.Count(word is null ? typed : typed[word.Length..]);
        if (number is null)
        {
            errors.Add(RecordErrors.NumberWrong(typed, field));
        }

        return (number, word is not null);
    }

    private static Money? Amount(string? text, List<Error> errors)
    {
        if (Text(text) is not { } typed || EntryChoices.SaysUnknown(typed))
        {
            return null;
        }

        var amount = Parse.Money(typed);
        if (amount is null)
        {
            errors.Add(RecordErrors.AmountWrong(typed));
        }

        return amount;
    }

    private static string? Text(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : PlainText.Lines(text).Trim();

    private static IReadOnlyList<string> Lines(string? text) =>
        Text(text)?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().ToArray() ?? [];

    private static bool Same(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
