using Talka.Onboarding.Proposing;
using Talka.Reporting.Audit;
using Talka.Reporting.Audit.Reading;
using Talka.Foundation.Localisation;

namespace Talka.Tests.Onboarding;

public sealed class DumpTmp
{
    [Fact]
    public void Dump()
    {
        using var l = Languages.Use("lv");
        var file = Environment.GetEnvironmentVariable("DUMP") ?? Path.Combine(AppContext.BaseDirectory, "Reporting/Audit/Documents/kopsavilkums-2022-2025.txt");
        var report = SummaryAudit.Of(DocumentReader.FromText(File.ReadAllText(file)));
        var p = ProposalOf.Report(report);
        var w = new StringWriter();
        w.WriteLine(System.Text.Json.JsonSerializer.Serialize(p.Contract, Talka.Mandates.TermsJson.Options));
        foreach (var c in p.Corrections) w.WriteLine(c);
        foreach (var e in p.Entries) w.WriteLine($"{e.Number} y{e.Year} {e.Work.Kind} [{e.Work.Title}] q={e.Work.Quantity} p={e.Work.Participants}{(e.Work.ParticipantsApproximate ? "~" : "")} {e.Work.Mode} ch={e.Work.Channel} st={e.Work.State} pl={e.Work.Place} {e.From.Printed:yyyy-MM-dd}>{e.From.Likely:yyyy-MM-dd}..{e.To?.Printed:yyyy-MM-dd} doubts={string.Join(",", e.Doubts)} links={string.Join(" ", e.Work.Links ?? [])}\n      {e.Quote}");
        File.WriteAllText("/tmp/onb-dump.txt", w.ToString());
    }
}
