using Talka.Foundation;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;
using static Talka.Reporting.Audit.Checking.Structure.Texts;

namespace Talka.Reporting.Audit.Checking.Structure;

/// <summary>Fields of the template, and years' texts, that are not there. What is told without a label of its own counts as there.</summary>
public sealed class SectionRule : IAuditRule
{
    // Fewer are a piece of a summary, a report in a form of its own, or none at all.
    private const int LeastFields = 5;

    private const int NumberingTokens = 3;

    private static readonly Dictionary<SummarySection, string[]> Evidence = new()
    {
        [SummarySection.Task] = ["uzdevum", "task", "deleģēt", "delegated"],
        [SummarySection.Implementer] = ["īstenotāj", "veicēj", "izpildītāj", "implementer", "grantee", "reģistrācijas", "biedrīb", "nodibināj", "association", "foundation", "society", "charity", "trust"],
        [SummarySection.Ineligible] = ["neatbils", "neattiecin", "nepamatot", "ineligible", "eligible", "disallow", "irregular", "improper", "unsupported"],
        [SummarySection.Unrecovered] = ["neatgū", "unrecover", "recover", "atgū", "atmaksā", "refund", "repaid"],
        [SummarySection.Other] = ["papildinform", "piezīm", "remarks", "notes"],
    };

    public IReadOnlyList<string> Codes => ["section-missing"];

    public IEnumerable<Finding> Check(ReadSummary summary)
    {
        var present = summary.Passages.Select(passage => passage.Section).Where(section => section != SummarySection.None).ToHashSet();
        if (present.Count < LeastFields)
        {
            yield break;
        }

        foreach (var section in Enum.GetValues<SummarySection>())
        {
            if (section != SummarySection.None && !present.Contains(section) && !IsTold(summary, section))
            {
                yield return new(Codes[0], Severity.Warning, null, null, "", T("Section" + section), "", null, T("SectionMissing", T("Section" + section)), []);
            }
        }

        foreach (var ordinal in MissingYears(summary))
        {
            yield return new(Codes[0], Severity.Warning, ordinal, null, "", Ordinals.Roman(ordinal), "", null, T("YearMissing", Ordinals.Roman(ordinal)), []);
        }
    }

    private static bool IsTold(ReadSummary summary, SummarySection section) => section switch
    {
        SummarySection.Period => summary.Whole is not null || summary.Years.Any(year => year.Period is not null) || summary.Passages.Any(passage => DateGrammar.ReadAll(passage.Tokens).Any(date => date.IsRange)),
        SummarySection.Description => summary.Years.Count > 0 || summary.Passages.Any(passage => passage.Section == SummarySection.None && passage.Tokens.Any(WorkWords.IsEvent)),
        SummarySection.Budget => summary.FactsOf<AmountFact>().Take(2).Count() == 2,
        SummarySection.Implementer when summary.Passages.Any(passage => passage.Tokens.Any(token => token is { Kind: TokenKind.Digits, Text.Length: 11 })) => true,
        SummarySection.Other when summary.Passages.Any(BeginsWithOther) => true,
        _ => summary.Passages.Any(passage => !IsOtherField(passage, section) && passage.Tokens.Any(token => Array.Exists(Evidence[section], token.StartsWith))),
    };

    // The label of the unrecovered funds names the ineligible expenditure, and is no field for it.
    private static bool IsOtherField(Passage passage, SummarySection section) =>
        passage.IsLabel || (section == SummarySection.Ineligible && passage.Section == SummarySection.Unrecovered)
        || (section is SummarySection.Task or SummarySection.Implementer && passage.Section is not (SummarySection.None or SummarySection.Task or SummarySection.Implementer));

    // “(g) Other information. …”, “Cits:”, “Additional remarks”: named at the beginning of what it tells.
    private static bool BeginsWithOther(Passage passage) => passage.Tokens.Take(NumberingTokens + 1)
        .Any(token => token.Is("cits", "cita", "citi", "papildu", "pārējais", "other", "additional", "further", "anything", "miscellaneous"));

    private static IEnumerable<int> MissingYears(ReadSummary summary)
    {
        var told = summary.Passages.Where(passage => passage is { Section: SummarySection.Description, Year: not null, IsLabel: false }).Select(passage => passage.Year!.Value).ToHashSet();
        if (told.Count == 0)
        {
            yield break;
        }

        var last = summary.Years.Max(year => year.Ordinal);
        for (var number = last + 1; summary.Whole is { } whole && number <= 10; number++)
        {
            last = YearPeriods.IsWholeYears(whole, number) ? number : last;
        }

        // With one year alone found, it is more likely that the others' headings were not understood.
        for (var ordinal = 1; ordinal <= last && told.Count > 1; ordinal++)
        {
            if (!told.Contains(ordinal))
            {
                yield return ordinal;
            }
        }
    }
}
