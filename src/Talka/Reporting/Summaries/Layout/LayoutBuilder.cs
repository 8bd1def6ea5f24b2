using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Mandates;
using static Talka.Reporting.Summaries.Texts;

namespace Talka.Reporting.Summaries.Layout;

/// <summary>Lays a computed summary out by its template.</summary>
/// <param name="document">The summary.</param>
public sealed class LayoutBuilder(SummaryDocument document)
{
    private readonly MoneyLayout _money = new(document);

    /// <summary>The whole document, in its own language.</summary>
    /// <param name="jsonSha256">Hash of its JSON, which the last lines print.</param>
    public SummaryLayout Build(string jsonSha256)
    {
        using var language = Languages.Use(document.Language);
        var terms = document.Terms;
        var title = document.Template.Title.ToString();
        var name = Languages.Current == Languages.English ? terms.TitleEn ?? terms.Title : terms.Title;
        var blocks = new List<Block>();
        foreach (var section in document.Template.Sections)
        {
            var content = Section(section);
            if (content is null)
            {
                continue;
            }

            blocks.Add(new HeadingBlock(2, [new TextInline(section.Title.ToString())]));
            blocks.AddRange(content.Count > 0 ? content : [new ParagraphBlock(T("Nothing"))]);
        }

        blocks.AddRange(Fingerprint(jsonSha256));
        var years = terms.From.Year == terms.To.Year ? $"{terms.From.Year}" : $"{terms.From.Year}–{terms.To.Year}";
        return new SummaryLayout(document.Language, title, $"{name} ({years})", blocks);
    }

    // Null leaves the section out with its heading: only a report that is not bound to a form does that.
    private List<Block>? Section(TemplateSection section) => section.Kind switch
    {
        SectionKind.Task => Task(),
        SectionKind.Implementer => [new ParagraphBlock(PartyText(document.Terms.Implementer))],
        SectionKind.Period => [new ParagraphBlock(Format.Period(document.Terms.From, document.Terms.To))],
        SectionKind.Results => Results(section),
        SectionKind.Budget => _money.Budget(),
        SectionKind.Ineligible => [.. _money.Ineligible(), .. WholeTexts(section)],
        SectionKind.Unrecovered => [.. _money.Unrecovered(), .. WholeTexts(section)],
        SectionKind.Text => OptionalText(section),
        SectionKind.Indicators => IndicatorLayout.Table(document),
        SectionKind.BudgetChart => ChartLayout.Budget(document),
        SectionKind.ActivityChart => ChartLayout.Activities(document),
        _ => throw new InvalidOperationException($"No layout for {section.Kind}."),
    };

    private List<Block> Task()
    {
        var terms = document.Terms;
        List<Block> blocks = [new ParagraphBlock(terms.Task)];
        if (terms.Number is { } number)
        {
            blocks.Add(new ParagraphBlock(terms.SignedOn is { } day
                ? T("ContractNumberAndDate", ContractName(terms.Kind), number, Format.LongDate(day))
                : T("ContractNumber", ContractName(terms.Kind), number)));
        }

        if (terms.LegalBasis is { } basis)
        {
            blocks.Add(new ParagraphBlock(T("LegalBasis", basis)));
        }

        if (terms.Authority is { } authority)
        {
            blocks.Add(new ParagraphBlock(T("Authority", PartyText(authority))));
        }

        return blocks;
    }

    private List<Block> Results(TemplateSection section)
    {
        var blocks = new List<Block>();
        foreach (var year in document.Years)
        {
            blocks.Add(new HeadingBlock(3, [new TextInline(
                T("YearHeading", Ordinals.Roman(year.Ordinal), Format.Period(year.From, year.To)))]));
            blocks.AddRange(OrNothing([.. TextsOf(section, yearly: true).SelectMany(text => TextBlocks(year.Ordinal, text))]));
        }

        blocks.Add(new HeadingBlock(3, [new TextInline(T("Indicators"))]));
        blocks.AddRange(OrNothing(IndicatorLayout.Table(document)));
        foreach (var text in TextsOf(section, yearly: false))
        {
            blocks.Add(new HeadingBlock(3, [new TextInline(text.Title.ToString())]));
            blocks.AddRange(OrNothing(TextBlocks(0, text)));
        }

        return blocks;
    }

    private List<Block>? OptionalText(TemplateSection section)
    {
        var blocks = WholeTexts(section);
        return blocks.Count == 0 && document.Template.Code != SummaryTemplate.OfficialCode ? null : blocks;
    }

    private List<Block> WholeTexts(TemplateSection section) => [.. TextsOf(section, yearly: false).SelectMany(text => TextBlocks(0, text))];

    private static IEnumerable<TemplateText> TextsOf(TemplateSection section, bool yearly) =>
        (section.Texts ?? []).Where(text => text.Yearly == yearly);

    private IReadOnlyList<Block> TextBlocks(int year, TemplateText text) => document.Text(year, text.Code)?.Blocks ?? [];

    private static IReadOnlyList<Block> OrNothing(IReadOnlyList<Block> blocks) => blocks.Count > 0 ? blocks : [new ParagraphBlock(T("Nothing"))];

    private List<Block> Fingerprint(string jsonSha256)
    {
        var journal = document.Journal;
        List<Block> blocks = [new HeadingBlock(2, [new TextInline(T("ProofHeading"))])];
        if (document.Changes is { } changes)
        {
            blocks.Add(new ParagraphBlock(ChangeTexts.Sentence(changes)));
        }

        if (document.Late.Count > 0)
        {
            blocks.Add(new ParagraphBlock(
            [
                new TextInline(T("LateLead", Format.Number(document.Late.Count))),
                .. document.Late.SelectMany(sequence => new Inline[]
                {
                    new TextInline(" "), new LinkInline($"/mandates/{document.Terms.Slug}/entries/{sequence}", [new TextInline(T("LateNumber", sequence))]),
                }),
            ]));
        }

        blocks.Add(new ParagraphBlock([
            new TextInline(document.Version is { } version
                ? T("VersionLine", version, Format.Instant(document.PublishedAt!.Value)) + " "
                : T("DraftLine") + " "),
            new TextInline(T("ProofLead") + " "),
            new LinkInline($"/mandates/{document.Terms.Slug}/proof", [new TextInline(T("ProofLink"))]),
            new TextInline("."),
        ]));
        blocks.Add(new ParagraphBlock(T("JsonHash", jsonSha256), ParagraphKind.Fingerprint));
        var lines = (journal.Checkpoint ?? $"{journal.Size}\n{journal.Root}").Split('\n');
        blocks.Add(new ParagraphBlock(
            [
                new TextInline(T(journal.Checkpoint is null ? "JournalSizeAndRoot" : "CheckpointLine")),
                .. lines.Where(line => line.Length > 0).SelectMany(line => new Inline[] { new LineBreakInline(), new TextInline(line) }),
            ],
            ParagraphKind.Fingerprint));
        return blocks;
    }

    private static string PartyText(Party party) =>
        party.RegistrationNumber is { } number ? T("PartyWithNumber", party.Name, number) : party.Name;

    private static string ContractName(ContractKind kind) => T(kind == ContractKind.Delegation ? "DelegationContract" : "ParticipationContract");
}
