using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Mandates;
using Talka.Mandates.Access;
using static Talka.Work.Spending.Texts;

namespace Talka.Work.Spending;

/// <summary>
/// How every act of spending reaches the journal: the journal is locked first, so that of two acts at once the second reckons with the first,
/// then the contract's rules are checked with the act included, then it is appended.
/// </summary>
public sealed class MoneyPosting(TalkaDb db, MandateAccess access, JournalWriter journal, DoubleTap doubleTap)
{
    /// <summary>The area that the entries name as their source.</summary>
    public const string Area = "spending";

    private const int ShortText = 300;
    private const int LongText = 10_000;
    private const int YearsAfterTheEnd = 10;

    /// <summary>The contract and its money as they are while the journal is locked.</summary>
    public sealed record Books(MandateTerms Terms, IReadOnlyList<MoneyMovement> Movements)
    {
        public MoneyMovement? Find(string kind, long sequence) => Movements.FirstOrDefault(m => m.Kind == kind && m.Sequence == sequence);
    }

    /// <param name="policy">Who may: those who keep the money, unless it is an act of somebody else.</param>
    public async Task<Result<JournalEntry>> PostAsync(
        string mandate, Func<Books, Result<EntryContent>> act, CancellationToken cancel, string policy = Policies.ManageMoney)
    {
        if (await access.RefuseAsync(mandate, policy, cancel) is { } refused)
        {
            return refused;
        }

        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        await journal.LockAsync(cancel);
        if (await db.MandateTermsAsync(mandate, cancel) is not { } terms)
        {
            return MandateErrors.NotFound(mandate);
        }

        var books = new Books(terms, await db.MoneyMovementsAsync(mandate, cancel));
        var content = act(books);
        if (!content.Succeeded)
        {
            return Result<JournalEntry>.Failed(content.Errors);
        }

        if (await doubleTap.FindAsync(content.Value, cancel) is { } already)
        {
            return already;
        }

        var broken = terms.CheckMoney([.. books.Movements, Movement(content.Value)]);
        if (broken.Count > 0)
        {
            return Result<JournalEntry>.Failed(broken);
        }

        var entry = await journal.AppendAsync(content.Value, cancel);
        if (entry.Succeeded && own is not null)
        {
            await own.CommitAsync(cancel);
        }

        return entry;
    }

    public static MoneyMovement Movement(EntryContent content) =>
        new(0, content.Kind, content.Year, content.Stream!, content.Amount!.Value, content.ToYear, content.Concerns);

    /// <summary>What any act must satisfy on its face, whatever its kind.</summary>
    public static List<Error> Check(MoneyAct act)
    {
        var errors = new List<Error>();
        if (act.Amount <= Money.Zero || act.Amount > TermsRules.MostMoney)
        {
            errors.Add(SpendingErrors.AmountOutOfRange(act.Amount));
        }

        errors.AddRange(TooLong(act.DocumentNumber, "DocumentNumber", ShortText));
        errors.AddRange(TooLong(act.Note, "Note", LongText));
        return errors;
    }

    public static IEnumerable<Error> Required(string? text, string field, bool isLong = false) =>
        string.IsNullOrWhiteSpace(text) ? [SpendingErrors.Missing(field)] : TooLong(text, field, isLong ? LongText : ShortText);

    public static IEnumerable<Error> TooLong(string? text, string field, int most = ShortText) =>
        text?.Length > most ? [SpendingErrors.TooLong(field, most)] : [];

    public static IEnumerable<Error> Stream(MandateTerms terms, string stream) =>
        stream.Length == 0 ? [SpendingErrors.Missing("Stream")]
        : terms.Streams.Any(s => s.Code == stream) ? []
        : [SpendingErrors.StreamUnknown(stream)];

    public static IEnumerable<Error> Year(MandateTerms terms, int year, string field) =>
        terms.Years.Any(y => y.Ordinal == year) ? [] : [SpendingErrors.YearUnknown(year, field)];

    /// <summary>Decisions and transfers may follow the end of the contract, by some years at most.</summary>
    public static IEnumerable<Error> DecisionDate(MandateTerms terms, DateOnly date)
    {
        var last = terms.To.AddYears(YearsAfterTheEnd);
        return date < terms.From || date > last ? [SpendingErrors.DecisionDate(date, terms.From, last)] : [];
    }

    /// <summary>The fields that all acts share. The entry is all there is of an act, so its source leads to the page of the mandate's money.</summary>
    public static EntryContent Entry(MandateTerms terms, MoneyAct act, string kind, int year, string stream, string title) => new()
    {
        Mandate = terms.Slug,
        Year = year,
        Stream = stream,
        Kind = kind,
        Title = title.Trim(),
        From = act.Date,
        To = act.Date,
        Amount = act.Amount,
        DocumentNumber = Trim(act.DocumentNumber),
        Note = Trim(act.Note),
        Files = act.Files,
        Source = new EntrySource(Area, null, $"/work/mandates/{terms.Slug}/spending"),
    };

    /// <summary>The journal speaks the language of the contract, not that of whoever records.</summary>
    public static string LatvianTitle(string key, params object?[] args)
    {
        using var latvian = Languages.Use(Languages.Latvian);
        return T(key, args);
    }

    public static string? Trim(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
