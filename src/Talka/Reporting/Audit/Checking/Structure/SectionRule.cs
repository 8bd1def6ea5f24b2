using Talka.Foundation;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;
using static Talka.Reporting.Audit.Checking.Structure.Texts;

namespace Talka.Reporting.Audit.Checking.Structure;

/// <summary>Fields of the template, and years' texts, that are not there. What is told without a label of its own counts as there.</summary>
public sealed class SectionRule : IAuditRule
{
    // Fewer are a piece of a summary, a report in a form of its own, or none at all.
    private const int LeastFields = 6;

    private const int AllButOne = 7;
    private const int NumberingTokens = 3;
    private const int MostOfLabel = 12;
    private const int LeastOfSentence = 6;
    private const int MostOfLine = 9;

    private static readonly Dictionary<SummarySection, Stems> Evidence = new()
    {
        [SummarySection.Task] = ["uzdevum", "task", "deleģē", "delegated", "uztic", "entrusted"],
        [SummarySection.Implementer] = ["īstenotāj", "veicēj", "izpildītāj", "implementer", "grantee", "reģistrācijas", "biedrīb", "nodibināj", "association", "foundation", "society", "charity", "trust"],
        [SummarySection.Ineligible] = ["neatbils", "neattiecin", "attiecinām", "nepamatot", "neatzīt", "pārkāp", "nepareiz", "kļūdain",
            "ineligible", "eligible", "disallow", "irregular", "improper", "misspent", "unsupported"],
        [SummarySection.Unrecovered] = ["neatgū", "unrecover", "recover", "atgū", "jāatgū", "jāatmaksā", "outstanding"],
        [SummarySection.Other] = ["papildinform", "piezīm", "remarks"],
    };

    private static readonly char[] BetweenNames = ['/', ',', ';', '&', '+'];

    // A table of amounts below one of these may have fallen to pieces, but it is there.
    private static readonly Stems Money = ["financ", "finans", "budget", "budžet", "funding", "money", "naud"];
    private const int LeastAmounts = 4;

    private static readonly Stems Following = ["nākam", "nākoš", "otr", "treš", "second", "third", "next", "following", "abos", "both"];

    private static readonly Stems Offices = ["valdes", "priekšsēd", "direktor", "vadītāj", "grāmatved", "koordinator", "sagatavo", "chair", "director", "coordinator", "accountant", "treasurer", "secretary", "prepared", "signed"];
    private const int MostOfSignature = 16;

    private static readonly Stems PaidBack = ["atmaksā", "refund", "repaid", "repay"];

    private static readonly Stems GivenBack = ["atmaks", "atdo", "atdev", "atgriez", "atpakaļ", "piedz", "ietur", "segt", "sedz", "segu", "savā", "saviem", "own", "refund", "repa", "return", "back", "paid", "cover", "deduct", "withh", "settle"];
    private const int MostBetween = 4;

    public IReadOnlyList<string> Codes => ["section-missing"];

    public IEnumerable<Finding> Check(ReadSummary summary)
    {
        var present = summary.Passages.Select(passage => passage.Section).Where(section => section != SummarySection.None).ToHashSet();
        present.UnionWith(summary.Passages.Any(NamesBoth) ? [SummarySection.Ineligible, SummarySection.Unrecovered] : []);
        var isClear = !HasUnknownLabel(summary, 1);
        // The two on what was spent against the rules stand after the budget.
        var budget = Array.FindIndex([.. summary.Passages], passage => passage is { IsLabel: true, Section: SummarySection.Budget, Year: null });
        var isClearBelow = isClear || (budget > 0 && !HasUnknownLabel(summary, budget));
        if (present.Count < LeastFields)
        {
            if (isClearBelow && OneOfTwo(summary, present) is { } other)
            {
                yield return Missing(summary, other);
            }
            else if (!present.Contains(SummarySection.Unrecovered) && IsLeftOpen(summary))
            {
                yield return Missing(summary, SummarySection.Unrecovered);
            }

            // Whatever its fields are called: the years before and after are told of, and money was spent in that one.
            var told = summary.In(SummarySection.Description).Select(passage => passage.Year).OfType<int>().ToHashSet();
            foreach (var ordinal in MissingYears(summary).Where(ordinal => told.Contains(ordinal - 1) && told.Contains(ordinal + 1) && summary.FactsOf<AmountFact>().Any(fact => fact.Year == ordinal
                && fact is { Role: AmountRole.Spent, InBudget: true, Certain: true, Amount.Cents: > 0, Passage.Section: SummarySection.Budget })))
            {
                yield return MissingYear(summary, ordinal);
            }

            yield break;
        }

        foreach (var section in Enum.GetValues<SummarySection>())
        {
            var isSure = section is SummarySection.Ineligible or SummarySection.Unrecovered ? isClearBelow : isClear;
            if (section != SummarySection.None && !present.Contains(section)
                && ((isSure && !IsTold(summary, section, isOnlyOne: present.Count == AllButOne)) || (section == SummarySection.Unrecovered && IsLeftOpen(summary))))
            {
                yield return Missing(summary, section);
            }
        }

        foreach (var ordinal in MissingYears(summary))
        {
            yield return MissingYear(summary, ordinal);
        }
    }

    // With where the year is named, and the headings of those between which it should stand.
    private Finding MissingYear(ReadSummary summary, int ordinal)
    {
        var headings = summary.In(SummarySection.Description).Where(passage => passage is { IsLabel: true, Year: not null, Block.Kind: BlockKind.Heading }).ToList();
        return new(Codes[0], Severity.Warning, ordinal, null, "", Ordinals.Roman(ordinal), "", null, T("YearMissing", Ordinals.Roman(ordinal)),
            [.. new[] { summary.YearOf(ordinal)?.PeriodSpan, headings.Find(heading => heading.Year == ordinal - 1)?.Span, headings.Find(heading => heading.Year == ordinal + 1)?.Span }
                .OfType<Span>().Select(where => new FindingMember(where, summary.Document.Quote(where), ""))]);
    }

    // With the fields between which it should stand.
    private Finding Missing(ReadSummary summary, SummarySection section)
    {
        var firsts = summary.Passages.Where(passage => passage is { Year: null, Section: not SummarySection.None })
            .DistinctBy(passage => passage.Section).OrderBy(passage => passage.Section).ToList();
        return new(Codes[0], Severity.Warning, null, null, "", T("Section" + section), "", null, T("SectionMissing", T("Section" + section)),
            [.. new[] { firsts.FindLast(first => first.Section < section), firsts.Find(first => first.Section > section) }.OfType<Passage>()
                .Select(label => new FindingMember(label.Span, summary.Document.Quote(label.Span), ""))]);
    }

    // “Neatbilstoši veiktie izdevumi un neatgūtie līdzekļi”
    private static bool NamesBoth(Passage passage) => passage is { IsLabel: true, Section: SummarySection.Ineligible or SummarySection.Unrecovered, Tokens: var tokens }
        && tokens.Any(token => token.Is("un", "and", "vai", "or") || token.IsDash || BetweenNames.Any(token.IsSign))
        && tokens.Any(token => token.StartsWith(Evidence[SummarySection.Ineligible])) && tokens.Any(token => token.StartsWith(Evidence[SummarySection.Unrecovered]));

    // A report in a form of its own ends like the template, and leaves out one of the two fields on what was spent against the rules.
    private static SummarySection? OneOfTwo(ReadSummary summary, HashSet<SummarySection> present)
    {
        var (ineligible, unrecovered) = (present.Contains(SummarySection.Ineligible) || IsTold(summary, SummarySection.Ineligible), present.Contains(SummarySection.Unrecovered) || IsTold(summary, SummarySection.Unrecovered));
        return !present.Contains(SummarySection.Budget) || !present.Contains(SummarySection.Other) || ineligible == unrecovered ? null : ineligible ? SummarySection.Unrecovered : SummarySection.Ineligible;
    }

    // Money was spent against the rules, and neither there nor anywhere does a word say what became of it, however the report is parted.
    private static bool IsLeftOpen(ReadSummary summary)
    {
        var ineligible = summary.FactsOf<AmountFact>().Where(fact => fact is { Role: AmountRole.Ineligible, Certain: true, Amount.Cents: > 0 }).Select(fact => fact.Passage).ToHashSet();
        var passages = summary.Passages;
        return ineligible.Count > 0 && !passages.Any(passage => passage.Tokens.Any(token => token.StartsWith(Evidence[SummarySection.Unrecovered])))
            && !Enumerable.Range(0, passages.Count).Any(at => passages[at].Tokens.Any(token => token.StartsWith(GivenBack))
                && Enumerable.Range(at - MostBetween, (2 * MostBetween) + 1).Any(near => near >= 0 && near < passages.Count && ineligible.Contains(passages[near])));
    }

    // Its work is told, though under no heading of its own.
    private static bool IsDated(ReadSummary summary, int ordinal)
    {
        var period = summary.YearOf(ordinal)?.Period ?? (summary.Whole is { } whole ? YearPeriods.Regular(whole, ordinal) : null);
        return period is { } days && summary.FactsOf<DateFact>().Count(date => date is { Role: DateRole.Work, Certain: true, YearIsImplied: false, Precision: DatePrecision.Day, Days: { } day } && days.Contains(day)) > 1;
    }

    // “2022. gadā …” in a table, or in the middle of a text.
    private static bool IsNamed(ReadSummary summary, int ordinal) => (summary.YearOf(ordinal)?.Period ?? (summary.Whole is { } whole ? YearPeriods.Regular(whole, ordinal) : null)) is { From: { Month: 1, Day: 1 } from }
        && summary.In(SummarySection.Description).Any(passage => passage.Tokens.Any(token => token.Kind == TokenKind.Digits && token.Text == from.Year.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private static bool IsTold(ReadSummary summary, SummarySection section, bool isOnlyOne = false) => section switch
    {
        // Of all the template's fields this one alone is not there, and nothing says from when to when the whole lasts.
        SummarySection.Period when isOnlyOne && summary.Whole is null && summary.Years.All(year => year.Period is null || year.PeriodSpan is not null) => false,
        SummarySection.Period => summary.Whole is not null || summary.Years.Any(year => year.Period is not null) || summary.Passages.Any(passage => passage.Dates.Any(date => date.IsRange)),
        SummarySection.Description => summary.Years.Count > 0 || summary.Passages.Any(passage => passage.Section == SummarySection.None && passage.Tokens.Any(WorkWords.IsEvent)),
        SummarySection.Budget => summary.FactsOf<AmountFact>().Take(2).Count() == 2 || (TellsAmount(summary, BudgetWord.Planned) && TellsAmount(summary, BudgetWord.Spent))
            || (summary.Passages.Any(passage => passage.Tokens.Count > 0 && passage.Tokens[0].StartsWith(Money)) && summary.Passages.Where(HasCents).Take(LeastAmounts).Count() == LeastAmounts),
        SummarySection.Task when BeginsWithSentence(summary) => true,
        SummarySection.Other when GoesOn(summary) => true,
        SummarySection.Implementer when summary.Passages.Any(passage => passage.Tokens.Any(token => token is { Kind: TokenKind.Digits, Text.Length: 11 })) => true,
        SummarySection.Other when summary.Passages.Any(BeginsWithOther) => true,
        // A remainder is paid back too, which is told in the budget.
        SummarySection.Unrecovered when summary.Passages.Any(passage => passage is { IsLabel: false, Section: not SummarySection.Budget } && passage.Tokens.Any(token => token.StartsWith(PaidBack))) => true,
        SummarySection.Ineligible when summary.Passages.Any(passage => !IsOtherField(passage, section) && SaysNotEligible(passage)) => true,
        _ => summary.Passages.Any(passage => !IsOtherField(passage, section) && passage.Tokens.Any(token => token.StartsWith(Evidence[section]))),
    };

    // “Izdevumi, kas nav atbilstoši: –”, “nothing that was not in accordance with the contract”
    private static bool SaysNotEligible(Passage passage) => passage.Tokens is var tokens && Enumerable.Range(0, tokens.Count).Any(at =>
        (tokens[at].Is("nav", "nebija", "netika") && tokens.Peek(at + 1).StartsWith("atbilst"))
        || (tokens[at].Is("not") && (tokens.Peek(at + 1).Is("compliant", "conforming")
            || (tokens.Peek(at + 1).Is("in") && tokens.Peek(at + 2).Is("accordance", "conformity", "compliance")))));

    // “Otrajā gadā plānoti 27 347,84”: money, though nothing says so but its cents.
    private static bool TellsAmount(ReadSummary summary, BudgetWord role) => summary.Passages.Any(passage => passage.Tokens is var tokens
        && Enumerable.Range(0, tokens.Count).Any(at => BudgetWords.At(tokens, at).Word == role)
        && MoneyGrammar.ReadAll(tokens, bare: true).Any(money => tokens[money.Next - 1] is { Kind: TokenKind.Digits, Text.Length: 2 }
            && (tokens.Peek(money.Next - 2).IsSign(',') || tokens.Peek(money.Next - 2).IsSign('.'))));

    private static bool HasCents(Passage passage) => Enumerable.Range(0, passage.Tokens.Count).Any(at => NumberGrammar.Read(passage.Tokens, at, _ => false) is { Decimals: 2 } && DateGrammar.Read(passage.Tokens, at) is null);

    // A label in words that nobody foresaw may be that of the field in question.
    private static bool HasUnknownLabel(ReadSummary summary, int from)
    {
        var fields = summary.Passages.Where(passage => passage.IsLabel && passage.Section != SummarySection.None && passage.Year is null).ToList();
        var level = fields.Where(passage => passage.Block.Kind == BlockKind.Heading).Select(passage => passage.Block.Level).DefaultIfEmpty(0).Max();
        var tables = fields.Select(passage => passage.Block.Cell).OfType<Cell>().Where(cell => cell.Column <= 2).Select(cell => cell.Table).ToHashSet();
        var columns = summary.Passages.Select(passage => passage.Block.Cell).OfType<Cell>().Where(cell => cell.Column > 1).Select(cell => (cell.Table, cell.Row)).ToHashSet();
        var lines = fields.Count(passage => passage.Block is { Kind: BlockKind.Paragraph, Cell: null }) > 2;
        return summary.Passages.Skip(from).Any(passage => !passage.IsLabel && !IsSignature(passage) && passage.Tokens.Count > 0 && passage.Tokens.Any(token => token.Kind == TokenKind.Word) && passage.Block switch
        {
            { Kind: BlockKind.Heading, Cell: null } heading => heading.Level <= level && heading.Level > 1,
            { Cell: { Column: 1 } cell } => tables.Contains(cell.Table) && columns.Contains((cell.Table, cell.Row)) && passage.Section is not (SummarySection.Description or SummarySection.Budget) && passage.Tokens.Count <= MostOfLabel,
            { Kind: BlockKind.Paragraph, Cell: null } => lines && passage.Section is not (SummarySection.None or SummarySection.Description) && (passage.Tokens.Count is > 1 and <= 7 && passage.Tokens[^1].IsSign(':') || IsLineAlone(passage)),
            _ => false,
        });
    }

    // “Valmierā, 2025. gada 12. maijā”, “Valdes priekšsēdētājs Andris Paraugs”: who signed the whole, where and when.
    private static bool IsSignature(Passage passage) => passage is { Block.Cell: null, Tokens: { Count: > 0 and <= MostOfSignature } tokens } && !tokens[^1].IsSign('.') && !tokens[^1].IsSign(':')
        && (passage.Dates.Any(date => date is { IsRange: false, From.Day: not null }) || tokens.Any(token => !token.Quoted && token.StartsWith(Offices)));

    // “Noslēgumā”, “Mūsu nodomi”: a short line without a full stop below one of the last fields.
    private static bool IsLineAlone(Passage passage) => passage is { Section: SummarySection.Ineligible or SummarySection.Unrecovered, Tokens: { Count: <= MostOfLine } tokens } && tokens[0].IsCapitalised && tokens[^1].Kind == TokenKind.Word
        && !MoneyGrammar.IsNothing(tokens) && !tokens.Any(token => token.StartsWith("nav") || token.Is("no", "none", "nothing", "nil") || MoneyGrammar.IsUnit([token], 0));

    // The label of the unrecovered funds names the ineligible expenditure, and is no field for it.
    private static bool IsOtherField(Passage passage, SummarySection section) =>
        passage.IsLabel || (section == SummarySection.Ineligible && passage.Section == SummarySection.Unrecovered)
        || (section is SummarySection.Task or SummarySection.Implementer && passage.Section is not (SummarySection.None or SummarySection.Task or SummarySection.Implementer));

    // What is told before the first label is told of the task.
    private static bool BeginsWithSentence(ReadSummary summary) => summary.Passages.Skip(1).TakeWhile(passage => !passage.IsLabel && passage.Section == SummarySection.None)
        .Any(passage => passage.Tokens.Count >= LeastOfSentence && passage.Tokens[^1].IsSign('.'));

    // After “Nav.” something else is told, though under no label.
    private static bool GoesOn(ReadSummary summary) => summary.Passages.Any(passage => passage is { IsLabel: false, Section: SummarySection.Ineligible or SummarySection.Unrecovered, Block.Cell: null } && !IsSignature(passage) && passage.Tokens.Count >= LeastOfSentence
        && !passage.Tokens.Any(token => token.Is("nav", "no", "none", "nothing", "nil", "eur", "euro", "eiro") || token.IsSign('€') || token.StartsWith(Evidence[SummarySection.Ineligible]) || token.StartsWith(Evidence[SummarySection.Unrecovered]) || token.StartsWith(PaidBack)));

    // “(g) Other information. …”, “Cits:”, “Additional remarks”: named at the beginning of what it tells, or in the middle of a paragraph of several fields.
    private static bool BeginsWithOther(Passage passage) => Enumerable.Range(0, passage.Tokens.Count).Any(at => passage.Tokens[at].Is("cits", "cita", "citas", "citi", "papildu", "pārējais", "other", "additional", "further", "anything", "miscellaneous", "vairāk")
        && (at <= NumberingTokens || passage.Tokens.Peek(at + 1).StartsWith("inform") || passage.Tokens.Peek(at + 1).Is("ziņas", "ziņu", "remarks")));

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

        // With one year alone found, it is more likely that the others' headings were not understood, unless nothing points to them.
        for (var ordinal = 1; ordinal <= last; ordinal++)
        {
            if ((told.Count > 1 || IsSpentUntold(summary, ordinal)) && !told.Contains(ordinal) && !IsDated(summary, ordinal) && !IsNamed(summary, ordinal))
            {
                yield return ordinal;
            }
        }
    }

    // Money was spent in it, and no word, number or date of the description is of it.
    private static bool IsSpentUntold(ReadSummary summary, int ordinal)
    {
        var years = summary.Whole is { } whole ? YearPeriods.Regular(whole, ordinal) : null as Period?;
        return years is { } period && summary.FactsOf<AmountFact>().Any(fact => fact.Year == ordinal && fact is { Role: AmountRole.Spent, InBudget: true, Certain: true, Amount.Cents: > 0 })
            && summary.Years.Any(year => year.Ordinal != ordinal && year.PeriodSpan is not null)
            && !summary.In(SummarySection.Description).Any(passage => passage.Dates.Any(date => date.From.Year >= period.From.Year && date.To.Year <= period.To.Year && date.From.Year is not null && date.From.First is { } day && day >= period.From)
                || Enumerable.Range(0, passage.Tokens.Count).Any(at => YearNameGrammar.Read(passage.Tokens, at)?.Ordinal == ordinal || passage.Tokens[at].StartsWith(Following)));
    }
}
