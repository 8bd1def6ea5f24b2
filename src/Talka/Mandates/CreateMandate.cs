using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Mandates.Access;

namespace Talka.Mandates;

/// <summary>What is known when a contract is entered. Unknown stays null and prints as unknown.</summary>
public sealed record NewMandate
{
    /// <summary>Derived from the title where absent.</summary>
    public string? Slug { get; init; }
    public ContractKind Kind { get; init; }
    public string? Number { get; init; }
    public DateOnly? SignedOn { get; init; }
    public required string Title { get; init; }
    public string? TitleEn { get; init; }
    public required string Task { get; init; }
    public string? LegalBasis { get; init; }
    public string? TextUrl { get; init; }
    public required Party Implementer { get; init; }
    public Party? Authority { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }

    /// <inheritdoc cref="MandateTerms.ReportDays"/>
    public int? ReportDays { get; init; }

    /// <summary>Null: year by year from the first day.</summary>
    public IReadOnlyList<ImplementationYear>? Years { get; init; }
    public required IReadOnlyList<FundingStream> Streams { get; init; }
    public IReadOnlyList<PlannedAmount> Plan { get; init; } = [];
    public IReadOnlyList<Indicator> Indicators { get; init; } = [];

    /// <summary>The terms that it comes to, not yet checked.</summary>
    internal MandateTerms Terms(string slug) => new MandateTerms
    {
        Slug = slug,
        Kind = Kind,
        Number = Number,
        SignedOn = SignedOn,
        Title = Title,
        TitleEn = TitleEn,
        Task = Task,
        LegalBasis = LegalBasis,
        TextUrl = TextUrl,
        Implementer = Implementer,
        Authority = Authority,
        From = From,
        To = To,
        ReportDays = ReportDays,
        Years = Years ?? TermsRules.DefaultYears(From, To),
        Streams = Streams,
        Plan = Plan,
        Indicators = Indicators,
    }.Tidy();
}

/// <summary>Enters a contract. Whoever does becomes its coordinator, so that it is never without one.</summary>
public sealed class CreateMandate(
    TalkaDb db, MandateAccess access, RoleKeeping roles, TimeProvider clock, CurrentActor actor, IFigureSyntax figures)
{
    public async Task<Result<MandateTerms>> RunAsync(NewMandate mandate, CancellationToken cancel)
    {
        if (await access.RefuseAsync(null, Policies.CreateMandates, cancel) is { } refused)
        {
            return refused;
        }

        var slug = mandate.Slug ?? await FreeSlugAsync(Stem(mandate.Title), cancel);
        var terms = mandate.Terms(slug);
        var errors = TermsRules.Check(terms);
        errors.AddRange(await figures.CheckAsync(terms.Indicators, terms, cancel));
        if (!Slug.IsValid(slug) || slug == "new")
        {
            errors.Add(MandateErrors.SlugWrong());
        }

        if (errors.Count > 0)
        {
            return errors;
        }

        var row = new Mandate
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            Slug = slug,
            Title = terms.Title,
            TitleEn = terms.TitleEn,
            From = terms.From,
            To = terms.To,
            Terms = terms,
        };
        db.Add(row);
        db.Add(TermsChange.Version(row, MandateChange.Concluded, terms.SignedOn ?? terms.From, null, clock, actor));
        if (actor.Value.PersonId is { } person)
        {
            db.Add(new RoleGrant { MandateId = row.Id, PersonId = person, Role = MandateRole.Coordinator, Since = clock.GetUtcNow().UtcDateTime });
            roles.Note(person, MandateRole.Coordinator, isGiven: true, Texts.T("CreatorReason"), row.Id, slug);
        }

        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            db.ChangeTracker.Clear();
            return MandateErrors.SlugTaken(slug);
        }

        return terms;
    }

    // A title may have no letter of the Latin alphabet.
    private static string Stem(string title) => PlainText.IsStorable(title, lines: true) && Slug.From(title) is { Length: > 0 } slug ? slug : "mandate";

    // Two contracts of the same name are common (one period follows the other). The unique index decides a race.
    private async Task<string> FreeSlugAsync(string wanted, CancellationToken cancel)
    {
        var stem = wanted.Length > Slug.MaxLength - 4 ? wanted[..(Slug.MaxLength - 4)].TrimEnd('-') : wanted;
        var taken = await db.Mandates().Where(m => m.Slug.StartsWith(stem)).Select(m => m.Slug).ToListAsync(cancel);
        return !taken.Contains(wanted) && wanted != "new"
            ? wanted
            : Enumerable.Range(2, taken.Count + 2).Select(n => $"{stem}-{n}").First(slug => !taken.Contains(slug));
    }
}
