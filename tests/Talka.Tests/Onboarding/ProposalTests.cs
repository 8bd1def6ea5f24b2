using CsCheck;
using Talka.Foundation.Localisation;
using Talka.Journal;
using Talka.Onboarding;
using Talka.Onboarding.Proposing;
using Talka.Reporting.Audit;
using Talka.Reporting.Audit.Reading;
using Talka.Tests.Support;

namespace Talka.Tests.Onboarding;

/// <summary>Summaries in other words than those of the published one.</summary>
public sealed class ProposalTests
{
    private const string Volunteering = """
        Report on the performance of a delegated state administration task

        Task: To support volunteering in the Kurzeme region
        Implementer: Association "Kurzemes sirds" (registration no. 40008087708)
        Delegation period: 1 March 2021 to 28 February 2023

        Description and evaluation of results

        Year 1 (1 March 2021 – 28 February 2022)

        The following workshops were held:
        - 14 April 2021 – "Volunteering basics", Liepāja (22 participants);
        - 19 May 2021 – "Safe events", online (31 participants).
        In total 53 participants took part in the workshops.
        On 5 December 2021 the ceremony "Volunteer of the year" took place in Ventspils and gathered about 120 people.
        Five newsletters were published; 40 Facebook posts and 12 Instagram posts were made.
        A handbook for coordinators was started.

        Year 2 (1 March 2022 – 28 February 2023)

        - In June 2022 a call for small grants was announced; 14 applications were received and 6 projects were approved.
        - 31 consultations were provided to associations.
        - The handbook for coordinators was completed and published at www.kurzeme.example.
        - A survey of 210 volunteers was conducted.

        Other information: None
        """;

    private const string Youth = """
        # Pārskats par deleģētā uzdevuma izpildi

        ## Uzdevums
        Jauniešu līdzdalības veicināšana Latgalē

        ## Īstenotājs
        Nodibinājums „Latgales jaunieši”, reģ. nr. 40008087708

        ## Periods
        01.01.2023. – 31.12.2024.

        ## Paveiktais un tā vērtējums

        ### 1. īstenošanas gads (01.01.2023.–31.12.2023.)

        - No 12. līdz 14. maijam rīkota nometne jauniešiem Daugavpilī (45 dalībnieki).
        - Noorganizētas trīs diskusijas, kurās kopā piedalījās 96 cilvēki.
        - Publicētas 24 ziņas mājaslapā un 60 ieraksti Facebook.
        - Noslēgts sadarbības līgums ar Rēzeknes pašvaldību.

        ### 2. īstenošanas gads (01.01.2024.–31.12.2024.)

        - 15.03.2025. norisinājās forums “Dzirdi mani!” ar 130 dalībniekiem.
        - Izstrādāta Latgales jauniešu stratēģija.

        ## Finansējums

        I gads: plānots 15 000,00 euro, izlietots 14 000,00 euro, atlikums 1 000,00 euro pārnests uz II gadu.
        II gads: plānots 15 000,00 euro, izlietots 16 000,00 euro.
        """;

    [Fact]
    public void Entries_OfAnEnglishReport_AreItsWork()
    {
        var proposal = Propose(Volunteering);
        Assert.Equal(
            [
                "1 training “Volunteering basics” 2021-04-14 p22 @Liepāja",
                "1 training “Safe events” 2021-05-19 p31 online",
                "1 ceremony “Volunteer of the year” 2021-12-05 p120~",
                "1 newsletter “Newsletters were published” 2021-03-01/2022-02-28 q5",
                "1 post “Posts on Facebook” 2021-03-01/2022-02-28 q40 #facebook",
                "1 post “Posts on Instagram” 2021-03-01/2022-02-28 q12 #instagram",
                "1 resource “A handbook for coordinators was started” 2021-03-01/2022-02-28 begun ?Date",
                "2 call “A call for small grants was announced” 2022-06-01/2022-06-30 ?Title",
                "2 application “Applications were received” 2022-03-01/2023-02-28 q14",
                "2 award “Projects were approved” 2022-03-01/2023-02-28 q6",
                "2 consultation “Consultations were provided to associations” 2022-03-01/2023-02-28 q31",
                "2 resource “The handbook for coordinators was completed and published at www.kurzeme.example” 2022-03-01/2023-02-28 finished ?Date",
                "2 survey “A survey of 210 volunteers was conducted” 2022-03-01/2023-02-28 p210 ?Date",
            ],
            proposal.Entries.Select(Said));
        Assert.Equal(("To support volunteering in the Kurzeme region", "Association \"Kurzemes sirds\"", "40008087708"),
            (proposal.Contract.Task, proposal.Contract.Implementer, proposal.Contract.RegistrationNumber));
    }

    [Fact]
    public void Entries_OfALatvianReport_AreItsWork()
    {
        var proposal = Propose(Youth);
        Assert.Equal(
            [
                "1 event “Rīkota nometne jauniešiem Daugavpilī (45 dalībnieki)” 2023-05-12/2023-05-14 p45 ?Title",
                "1 discussion “Diskusijas” 2023-01-01/2023-12-31 q3 p96",
                "1 news-item “Ziņas mājaslapā” 2023-01-01/2023-12-31 q24",
                "1 post “Ieraksti Facebook kontā” 2023-01-01/2023-12-31 q60 #facebook",
                "1 agreement “Noslēgts sadarbības līgums ar Rēzeknes pašvaldību” 2023-01-01/2023-12-31 ?Date",
                "2 conference “Dzirdi mani!” 2024-03-15 p130",
                "2 strategy “Izstrādāta Latgales jauniešu stratēģija” 2024-01-01/2024-12-31 finished ?Date",
            ],
            proposal.Entries.Select(Said));
    }

    [Fact]
    public void Correction_OfADate_IsALikelyValueBesideThePrintedOne()
    {
        var proposal = Propose(Youth);
        var correction = Assert.Single(proposal.Corrections);
        Assert.Equal(("date-outside-period", 2, true), (correction.Code, correction.Year, correction.Accepted));
        Assert.Contains(" → ", correction.Likely, StringComparison.Ordinal);
        var date = proposal.Entries.Single(entry => entry.Work.Kind == "conference").From;
        Assert.Equal(new Stated<DateOnly>(new(2025, 3, 15), new(2024, 3, 15), correction.Number), date);
        Assert.Equal(new DateOnly(2024, 3, 15), date.In(proposal));
        Assert.Equal(new DateOnly(2025, 3, 15), date.In(proposal with { Corrections = [correction with { Accepted = false }] }));
    }

    [Fact]
    public void Money_WithoutStreams_IsOneStream()
    {
        var contract = Propose(Youth).Contract;
        var stream = Assert.Single(contract.Streams);
        Assert.Equal([(15_000_00L, 14_000_00L), (15_000_00L, 16_000_00L)], contract.Amounts.Select(amount => (amount.Planned!.Printed.Cents, amount.Spent!.Printed.Cents)));
        Assert.Equal((1, 2, stream.Code, 1_000_00L), Assert.Single(contract.CarryOvers.Select(carried => (carried.FromYear, carried.ToYear, carried.Stream, carried.Amount.Printed.Cents))));
    }

    [Fact]
    public void Json_OfAProposal_ReadsBack()
    {
        var proposal = Propose(Youth);
        proposal = proposal with { Corrections = [.. proposal.Corrections.Select(correction => correction with { Accepted = false })] };
        Assert.Equal(proposal.ToJson(), Proposal.FromJson(proposal.ToJson()).ToJson());
        Assert.False(Proposal.FromJson(proposal.ToJson()).Corrections[0].Accepted);
    }

    [Fact]
    public void Proposal_OfWhateverText_IsMade()
    {
        foreach (var text in NaughtyStrings.All)
        {
            Propose(text);
            Propose(Youth.Replace("nometne", text, StringComparison.Ordinal));
        }

        // Pieces of a true summary in any order: the structure is there, and nothing in it is where it should be.
        var pieces = Youth.Split(' ');
        Gen.Int[0, pieces.Length - 1].Array[0, 200].Sample(picks => Propose(string.Join(' ', picks.Select(pick => pieces[pick]))).Entries.Count >= 0, iter: 50, threads: 1);
    }

    [Fact]
    public void Proposal_OfAVeryLongYear_KeepsTheFirstEntriesAndCountsTheRest()
    {
        var lines = string.Concat(Enumerable.Range(1, 3_000).Select(number => $"- Sniegtas {number + 1} konsultācijas.\n"));
        var proposal = Propose(Youth.Replace("- Noslēgts sadarbības līgums ar Rēzeknes pašvaldību.\n", lines, StringComparison.Ordinal));
        Assert.Equal(1_000, proposal.Entries.Count);
        Assert.True(proposal.LeftOut > 2_000);
        Assert.Equal(Enumerable.Range(1, 1_000), proposal.Entries.Select(entry => entry.Number));
    }

    private static Proposal Propose(string text)
    {
        using var language = Languages.Use(Languages.Latvian);
        return ProposalOf.Report(SummaryAudit.Of(DocumentReader.FromText(text)));
    }

    private static string Said(ProposedEntry entry) => string.Join(' ', new[]
    {
        $"{entry.Year} {entry.Work.Kind} “{entry.Work.Title}” {Day(entry.From)}{(entry.To is { } to ? "/" + Day(to) : "")}",
        entry.Work.Quantity is { } quantity ? $"q{quantity}" : null,
        entry.Work.Participants is { } people ? $"p{people}{(entry.Work.ParticipantsApproximate ? "~" : "")}" : null,
        entry.Work.Channel is { } channel ? $"#{channel}" : null,
        EntryPayload.Choice(entry.Work.Mode),
        entry.Work.Mode is null && entry.Work.Place is { } place ? $"@{place}" : null,
        EntryPayload.Choice(entry.Work.State),
        entry.Doubts.Count > 0 ? "?" + string.Join('+', entry.Doubts) : null,
    }.OfType<string>());

    private static string Day(Stated<DateOnly> day) => (day.Likely ?? day.Printed).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
