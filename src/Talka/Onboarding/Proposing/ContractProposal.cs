using Talka.Foundation;
using Talka.Mandates;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Onboarding.Proposing;

/// <summary>Reads the contract out of the template's fields.</summary>
internal static class ContractProposal
{
    private const int LongestTitle = 150;
    private const int NumberLength = 11;
    private const int MostYears = 30;

    public static ProposedContract Of(ReadSummary summary, LikelyCorrections corrections)
    {
        var task = FieldText(summary, SummarySection.Task);
        var (implementer, number) = Implementer(summary);
        var stated = summary.Years.Where(year => year.Period is not null).Select(year => new ImplementationYear(year.Ordinal, year.Period!.Value.From, year.Period.Value.To)).ToList();
        DateOnly? from = summary.Whole?.From ?? (stated.Count > 0 ? stated.Min(year => year.From) : null);
        DateOnly? to = summary.Whole?.To ?? (stated.Count > 0 ? stated.Max(year => year.To) : null);
        var isComplete = stated.Count is > 0 and <= MostYears && stated.Count == summary.Years.Count && stated.Select(year => year.Ordinal).SequenceEqual(Enumerable.Range(1, stated.Count));
        IReadOnlyList<ImplementationYear> years = isComplete ? stated
            : from is { } first && to is { } last && first <= last ? TermsRules.DefaultYears(first, last) : [];
        var money = new MoneyProposal(summary, corrections);
        return new(Title(summary, task), task, implementer, number, from, to, years, money.Streams, money.Amounts(years), money.CarryOvers(years));
    }

    private static string? Title(ReadSummary summary, string? task)
    {
        var text = task ?? summary.Passages.Where(passage => passage.Block.Kind == BlockKind.Heading).Select(passage => summary.Document.Quote(passage.Span)).FirstOrDefault();
        return text is null ? null : Words.Capitalised(Words.Shortened(text, LongestTitle));
    }

    // The name stands before the number, and what is between them is a word for “number”.
    private static (string? Name, string? Number) Implementer(ReadSummary summary)
    {
        foreach (var passage in Content(summary, SummarySection.Implementer))
        {
            var tokens = passage.Tokens;
            var first = AfterLabel(summary, passage);
            var end = first;
            while (end < tokens.Count && !IsNumberWord(tokens[end]) && !(tokens[end].Kind == TokenKind.Digits && tokens[end].Text.Length >= 4) && !tokens[end].IsSign('('))
            {
                end++;
            }

            var name = end > first ? summary.Document.Quote(Span.Between(tokens[first].Start, tokens[end - 1].End)).TrimEnd(' ', ',', ';', '–', '-', '.') : "";
            if (name.Length > 0)
            {
                return (name, Number(tokens, end) ?? Content(summary, SummarySection.Implementer).Select(other => Number(other.Tokens, 0)).OfType<string>().FirstOrDefault());
            }
        }

        return (null, null);
    }

    private static bool IsNumberWord(Token token) => !token.Quoted && (token.StartsWith("reģistr") || token.StartsWith("regist") || token.Is("reģ", "reg", "nr", "vienotais"));

    // Its digits may be set in groups.
    private static string? Number(IReadOnlyList<Token> tokens, int from)
    {
        for (var at = from; at < tokens.Count; at++)
        {
            var digits = "";
            for (var next = at; next < tokens.Count && digits.Length < NumberLength && (tokens[next].Kind == TokenKind.Digits || tokens[next].IsDash); next++)
            {
                digits += tokens[next].Kind == TokenKind.Digits ? tokens[next].Text : "";
            }

            if (digits.Length == NumberLength)
            {
                return digits;
            }
        }

        return null;
    }

    private static string? FieldText(ReadSummary summary, SummarySection section)
    {
        var text = string.Join(' ', Content(summary, section)
            .Select(passage => (Passage: passage, First: AfterLabel(summary, passage)))
            .Where(content => content.First < content.Passage.Tokens.Count)
            .Select(content => summary.Document.Quote(Span.Between(content.Passage.Tokens[content.First].Start, content.Passage.Span.End))));
        return text.Length == 0 ? null : text.Length <= TermsRules.TextLength ? text : text[..TermsRules.TextLength];
    }

    private static IEnumerable<Passage> Content(ReadSummary summary, SummarySection section) => summary.In(section).Where(passage => !passage.IsLabel);

    // Where no block is a label of its own, the label begins the line.
    private static int AfterLabel(ReadSummary summary, Passage passage)
    {
        if (summary.In(passage.Section).Any(other => other.IsLabel) || Content(summary, passage.Section).First() != passage)
        {
            return 0;
        }

        var colon = passage.Tokens.Select((token, index) => (token, index)).FirstOrDefault(found => found.token.IsSign(':'));
        return colon.token.Text is null ? 0 : colon.index + 1;
    }
}
