using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Tests.Support;

namespace Talka.Tests.Journal;

/// <summary>Plain entries to test with, and the shortest way to append them.</summary>
internal static class Entries
{
    public static EntryContent Seminar(string title = "Seminārs par līdzdalību") => new()
    {
        Mandate = "paraugs",
        Year = 1,
        Kind = "seminar",
        Title = title,
        From = new DateOnly(2025, 3, 4),
        To = new DateOnly(2025, 3, 4),
        Mode = EntryMode.Online,
        Participants = 21,
        Source = new EntrySource("tests"),
    };

    public static EntryContent Expense(long cents) => Seminar("Izdevumi") with
    {
        Kind = Kinds.Expense,
        Stream = "pamats",
        Mode = null,
        Participants = null,
        Amount = new Money(cents),
    };

    public static Task<Result<JournalEntry>> AppendAsync(this TestSite site, EntryContent content) =>
        site.InScopeAsync(services => services.GetRequiredService<JournalWriter>().AppendAsync(content));

    public static Task<Result<AppendedEntries>> AppendAllAsync(this TestSite site, params IEnumerable<EntryContent> contents) =>
        site.InScopeAsync(services => services.GetRequiredService<JournalWriter>().AppendAllAsync(contents));
}
