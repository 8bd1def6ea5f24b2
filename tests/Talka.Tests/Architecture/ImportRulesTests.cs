using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace Talka.Tests.Architecture;

/// <summary>The flow is one way: Mandates → Work → Journal → Reporting. Here is who may import whom.</summary>
public sealed class ImportRulesTests
{
    // The part of a type is the longest of these names that its namespace starts with.
    // A part may always import itself and Foundation; the parts under Work and Reporting each also stand for themselves.
    private static readonly Dictionary<string, string[]> MayImport = new()
    {
        ["Talka.Foundation"] = [],
        ["Talka.Accounts"] = [],
        ["Talka.Administration"] = ["Talka.Accounts"],
        ["Talka.Journal"] = [],
        ["Talka.Mandates"] = ["Talka.Accounts", "Talka.Journal"],
        ["Talka.Organisations"] = ["Talka.Accounts", "Talka.Mandates"],
        ["Talka.Forms"] = ["Talka.Accounts"],
        ["Talka.Work"] = ["Talka.Accounts", "Talka.Organisations", "Talka.Forms", "Talka.Mandates", "Talka.Journal"],
        ["Talka.Reporting"] = ["Talka.Accounts", "Talka.Mandates", "Talka.Journal", "Talka.Reporting"],
        ["Talka.Onboarding"] = ["Talka.Accounts", "Talka.Mandates", "Talka.Journal", "Talka.Work", "Talka.Reporting"],
        ["Talka.Demo"] = ["Talka.Accounts", "Talka.Organisations", "Talka.Forms", "Talka.Mandates", "Talka.Journal", "Talka.Work", "Talka.Reporting", "Talka.Supervision"],
        // Of Work the money alone: the supervisor decides there what is not eligible (decision 0010)
        ["Talka.Supervision"] = ["Talka.Accounts", "Talka.Mandates", "Talka.Journal", "Talka.Reporting", "Talka.Work.Spending"],
        // Generated from the mappings of all parts
        ["Talka.Foundation.Data.Compiled"] = ["Talka.Accounts", "Talka.Administration", "Talka.Mandates", "Talka.Journal", "Talka.Work", "Talka.Reporting", "Talka.Onboarding", "Talka.Demo", "Talka.Supervision", "Talka.Organisations", "Talka.Forms"],
        // The root puts the application together
        ["Talka"] = ["Talka.Accounts", "Talka.Administration", "Talka.Mandates", "Talka.Journal", "Talka.Work", "Talka.Reporting", "Talka.Onboarding", "Talka.Demo", "Talka.Supervision", "Talka.Organisations", "Talka.Forms"],
    };

    [Fact]
    public void Imports_OfEveryPart_FollowTheFlow()
    {
        var architecture = new ArchLoader().LoadAssemblies(typeof(TalkaApp).Assembly).Build();
        var broken = architecture.Types
            .Where(type => IsOurs(type.FullName))
            .SelectMany(type => type.Dependencies.Where(dependency => dependency.Target is not GenericParameter).Select(dependency => (From: type.FullName, To: dependency.Target.FullName)))
            .Where(import => IsOurs(import.To) && !Allowed(import.From, import.To))
            .Select(import => $"{import.From} imports {import.To}")
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.True(!broken.Any(), string.Join("\n", broken));
    }

    [Theory]
    [InlineData("Talka.Foundation.Ui.App", "Talka.Accounts.Person", false)]
    [InlineData("Talka.Journal.JournalWriter", "Talka.Mandates.MandateTerms", false)]
    [InlineData("Talka.Administration.Privacy.ErasePerson", "Talka.Journal.EraseEntry", false)]
    [InlineData("Talka.Administration.Privacy.ErasePerson", "Talka.Accounts.Person", true)]
    [InlineData("Talka.Work.Records.RecordEntry", "Talka.Work.Spending.RecordExpense", false)]
    [InlineData("Talka.Work.Records.RecordEntry", "Talka.Work.Records.Texts", true)]
    [InlineData("Talka.Reporting.Figures.FigureData", "Talka.Work.Records.RecordEntry", false)]
    [InlineData("Talka.Work.Records.RecordEntry", "Talka.Reporting.Figures.FigureData", false)]
    [InlineData("Talka.Demo.LoadDemo", "Talka.Work.Records.RecordEntry", true)]
    [InlineData("Talka.Onboarding.AcceptContract", "Talka.Work.Spending.RecordExpense", true)]
    [InlineData("Talka.Reporting.Audit.SummaryAudit", "Talka.Onboarding.Proposal", false)]
    [InlineData("Talka.Supervision.Reports.DecideIneligible", "Talka.Work.Spending.DeclareIneligible", true)]
    [InlineData("Talka.Supervision.Reports.DecideIneligible", "Talka.Work.Records.RecordEntry", false)]
    [InlineData("Talka.Reporting.Summaries.PublishSummary", "Talka.Supervision.Reports.Report", false)]
    [InlineData("Talka.Reporting.Summaries.Publish", "Talka.Reporting.Figures.FigureData", true)]
    public void Allowed_Examples_AreAsTheDesignSays(string from, string to, bool allowed) => Assert.Equal(allowed, Allowed(from, to));

    private static bool Allowed(string from, string to)
    {
        var (part, other) = (PartOf(from), PartOf(to));
        if (other == "Talka.Foundation")
        {
            return true;
        }

        return part == other ? part != "Talka.Work" || AreaOf(from) == AreaOf(to) : MayImport[part].Contains(other) || MayImport[part].Contains(AreaOf(to));
    }

    private static string PartOf(string type) =>
        MayImport.Keys.Where(part => type.StartsWith(part + ".", StringComparison.Ordinal)).MaxBy(part => part.Length)!;

    // Talka.Work.Records.Pages.X belongs to Talka.Work.Records
    private static string AreaOf(string type) => string.Join('.', type.Split('.').Take(3));

    private static bool IsOurs(string type) => type.StartsWith("Talka.", StringComparison.Ordinal);
}
