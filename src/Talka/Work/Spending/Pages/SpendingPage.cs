using Microsoft.AspNetCore.Components;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Foundation.Ui;
using Talka.Journal;
using Talka.Mandates;
using Talka.Mandates.Locks;
using static Talka.Work.Spending.Texts;

namespace Talka.Work.Spending.Pages;

/// <summary>What the five forms share: the contract and its money, reading, saving, and where to go afterwards.</summary>
public abstract class SpendingPage : ComponentBase
{
    [Inject] protected TalkaDb Db { get; set; } = default!;
    [Inject] protected NavigationManager Navigation { get; set; } = default!;
    [Inject] protected Attachments Attachments { get; set; } = default!;
    [Inject] protected LateForms Late { get; set; } = default!;
    [Inject] protected TimeProvider Clock { get; set; } = default!;
    [Parameter] public string Slug { get; set; } = "";
    [SupplyParameterFromForm(Name = "Form")] protected ActForm? Posted { get; set; }
    [CascadingParameter] protected HttpContext Context { get; set; } = default!;

    protected ActForm Form { get; private set; } = new();
    protected MandateTerms? Terms { get; private set; }
    protected Ledger Ledger { get; private set; } = default!;
    protected IReadOnlyList<MoneyMovement> Movements { get; private set; } = [];
    protected IReadOnlyList<Error> Errors { get; private set; } = [];

    protected string Home => $"/work/mandates/{Slug}/spending";
    protected IReadOnlyList<Crumb> Crumbs => WorkCrumbs.Of(Terms!, new Crumb(T("Spending"), Home));
    protected IReadOnlyList<Option> StreamOptions => [.. Terms!.Streams.Select(s => new Option(s.Code, Terms.StreamName(s.Code)))];
    protected IReadOnlyList<Option> YearOptions => [.. Terms!.Years.Select(y => new Option($"{y.Ordinal}", $"{YearNames.Brief(y.Ordinal)} ({Format.Date(y.From)}–{Format.Date(y.To)})"))];

    protected override async Task OnInitializedAsync()
    {
        if (await Db.MandateTermsAsync(Slug, Context.RequestAborted) is not { } terms)
        {
            Navigation.NotFound();
            return;
        }

        // The page may be drawn at every await, so the terms, which show it, come last.
        Movements = await Db.MoneyMovementsAsync(Slug, Context.RequestAborted);
        Ledger = terms.LedgerOf(Movements);
        Terms = terms;
        Form = Posted ?? new ActForm { Date = Clock.Today().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) };
    }

    /// <summary>Reads the fields, keeps the documents, does the act; shows what is wrong or goes back to the list.</summary>
    /// <param name="check">What is wrong with the fields alone, to be told together with what could not be read.</param>
    protected async Task SaveAsync<TAct>(
        Func<List<Error>, TAct> read, Func<string, TAct, CancellationToken, Task<Result<JournalEntry>>> act, Func<MandateTerms, TAct, IEnumerable<Error>> check)
        where TAct : MoneyAct
    {
        var errors = new List<Error>();
        var typed = read(errors);
        if (errors.Count > 0)
        {
            var unread = errors.ConvertAll(error => error.Field);
            errors.AddRange(check(Terms!, typed).Where(error => !unread.Contains(error.Field)));
        }

        var files = errors.Count > 0 ? [] : await Attachments.SaveAsync(Form.Files, errors, Context.RequestAborted);
        if (errors.Count == 0)
        {
            var done = await act(Slug, typed with { Files = files }, Context.RequestAborted);
            if (done.Succeeded)
            {
                Navigation.NavigateTo(Home + "?notice=recorded");
                return;
            }

            var (asked, refused) = await Late.AskAsync(Context, Slug, done.Errors);
            if (asked is not null)
            {
                Navigation.NavigateTo(asked + "?notice=saved");
                return;
            }

            errors.AddRange(refused);
        }

        Errors = errors;
    }
}
