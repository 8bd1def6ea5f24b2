using System.Text;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;
using static Talka.Reporting.Audit.Checking.Structure.Texts;

namespace Talka.Reporting.Audit.Checking.Structure;

/// <summary>The same event, or the same sentence with its numbers, reported twice.</summary>
public sealed class DuplicateRule : IAuditRule
{
    // Of short sentences with a number, two may be true.
    private const int LeastWordsInOneYear = 6;
    private const int LeastWeightInTwoYears = 11;
    private const int NumberWeighs = 2;
    private const int LeastAttended = 9;
    private const int NearCount = 60;
    private const int LeastOfThing = 4;

    private static readonly Stems Attending = ["notik", "rīko", "organiz", "piedal", "apmeklē", "atnāc", "pulcē", "sapulcē", "kopā", "dalībniek", "cilvēk", "held", "took", "place", "came", "drew", "attend", "with", "there", "gada", "people", "participant", "together", "brought", "were"];
    private static readonly Stems Second = ["otrs", "otra", "otrā", "otro", "second"];

    // So many on one day are a programme, and compared with the first of them only.
    private const int MostOfOneDay = 12;

    public IReadOnlyList<string> Codes => ["duplicate-item"];

    public IEnumerable<Finding> Check(ReadSummary summary)
    {
        var sentenced = Sentenced(summary).ToList();
        var known = sentenced.Select(finding => finding.Where!.Value.Start).ToHashSet();
        return sentenced.Concat(Rows(summary)).Concat(RepeatedItems.Of(summary).Where(item => !known.Contains(item.Again.Span.Start))
            .Select(item => Say(summary, item.First.Span, item.Again.Span, summary.YearOf(item.Again), "DuplicateSameItem"))).Concat(Added(summary)).Concat(Names(summary));
    }

    private IEnumerable<Finding> Sentenced(ReadSummary summary)
    {
        var dates = summary.FactsOf<DateFact>().ToLookup(date => date.Passage);
        var sentences = new Dictionary<string, (Span Span, int? Year)>();
        var events = new Dictionary<string, List<ReportedEvent>>();
        var retold = new Retold();
        var again = new ReportedAgain();
        var same = new SameWords();
        var counts = summary.FactsOf<CountFact>().ToLookup(fact => fact.Passage);
        var attended = new Dictionary<(string Day, int? Year, long Count, string Noun), Attendance>();
        foreach (var passage in summary.Passages)
        {
            if (passage is not { Section: SummarySection.Description, IsLabel: false })
            {
                continue;
            }

            var all = dates[passage].ToList();
            foreach (var sentence in Sentences.Of(passage.Tokens))
            {
                var span = Span.Between(passage.Tokens[sentence.First].Start, passage.Tokens[sentence.End - 1].End);
                var known = DateFacts.Within(all, span);
                var year = passage.Year ?? YearOf(summary, known, span);
                var told = retold.Add(passage, sentence, known) ?? again.Add(passage, sentence, known) ?? same.Add(passage, sentence, known);
                if (ReportedEvent.Read(passage, sentence, known) is { } reported && Before(events, reported) is { } first)
                {
                    yield return Say(summary, first.Span, span, year, "DuplicateSameDate");
                }
                else if (passage.Block.Cell is null && Attended(passage, sentence, known, counts[passage], attended) is { } attendance)
                {
                    yield return Say(summary, attendance, span, year, "DuplicateSameDate");
                }
                else if (told is { } earlier)
                {
                    yield return Say(summary, earlier, span, year, "DuplicateSameDate");
                }
                else if (!IsLineOfYear(passage.Tokens, sentence) && Text(passage, sentence, known) is { } text && !sentences.TryAdd(text, (span, passage.Year)))
                {
                    yield return Say(summary, sentences[text].Span, span, year, "DuplicateSameText");
                }
            }
        }
    }

    // “1. gads: kursi 7 200,- / vizītes 11 450,-”, and the same below the next heading: what was planned was spent.
    private static bool IsLineOfYear(IReadOnlyList<Token> tokens, TokenRange sentence) => YearNameGrammar.Read(tokens, sentence.First) is { } year
        && tokens.Peek(sentence.First + year.Length) is var sign && (sign.IsSign(':') || sign.IsDash);

    // Where the passage stands in no year's text, the days that both places name say which year it is.
    private static int? YearOf(ReadSummary summary, IEnumerable<DateFact> dates, Span sentence) =>
        dates.Where(date => sentence.Contains(date.Span) && date is { Days: not null, Precision: DatePrecision.Day or DatePrecision.Range })
            .Select(date => summary.YearOn(date.From!.Value)).Distinct().Take(2).ToList() is [{ } only] ? only : null;

    private IEnumerable<Finding> Rows(ReadSummary summary) => RepeatedRows.Of(summary).Select(row => Say(summary, row.First, row.Again,
        row.Cell.Year ?? (row.Cell.DateAlone?.From.First is { } day ? summary.YearOn(day) : null), "DuplicateSameDate"));

    private IEnumerable<Finding> Names(ReadSummary summary) => RepeatedNames.Of(summary)
        .Select(item => Say(summary, item.First, item.Again, summary.YearOf(item.Passage), "DuplicateSameItem"));

    private IEnumerable<Finding> Added(ReadSummary summary) => AddedAgain.Of(summary)
        .Select(added => Say(summary, added.Row.Span, added.Again, summary.YearOf(added.Passage), "DuplicateSameDate"));

    // What a sentence tells of those who came.
    private sealed record Attendance(Span Span, HashSet<string> Events, HashSet<string> Places, HashSet<string> Things);

    // “on 20 April 2024 (70 volunteers) …”, and later “the clean-up of 20 April 2024 drew 70 volunteers”: a day's own number, right after it.
    private static Span? Attended(Passage passage, TokenRange range, IReadOnlyList<DateFact> dates, IEnumerable<CountFact> counts,
        Dictionary<(string, int?, long, string), Attendance> attended)
    {
        var days = dates.Where(date => date is { Role: DateRole.Work, Precision: DatePrecision.Day, Days: not null }).ToList();
        if (days.Count == 0)
        {
            return null;
        }

        Span? first = null;
        var (year, sentence) = (passage.Year, new Attendance(Span.Between(passage.Tokens[range.First].Start, passage.Tokens[range.End - 1].End), Events(passage, range),
            ReportedEvent.PlacesOf(passage.Tokens, range), Things(passage, range)));
        var people = counts.Where(count => count is { IsExact: true, CountsPeople: true, Count: > LeastAttended } && sentence.Span.Contains(count.Number)).ToList();
        var isOnly = days.Count == 1 && people.Count == 1;
        foreach (var count in people)
        {
            var day = days.LastOrDefault(date => date.Span.End <= count.Number.Start && (isOnly || count.Number.Start - date.Span.End < NearCount));
            if (day is not null && !attended.TryAdd((day.Value, year, count.Count, count.Noun!.Code), sentence))
            {
                var (known, events, places, things) = attended[(day.Value, year, count.Count, count.Noun!.Code)];
                var isAnother = ReportedEvent.AreElsewhere(places, sentence.Places) || !things.Overlaps(sentence.Things) || IsToldAgain(passage, range) || (events.Count > 0 && sentence.Events.Count > 0 && !events.Overlaps(sentence.Events));
                first ??= known != sentence.Span && !isAnother ? known : null;
            }
        }

        return first;
    }

    // A seminar and a discussion of one day are two things.
    private static HashSet<string> Events(Passage passage, TokenRange sentence) =>
        [.. Enumerable.Range(sentence.First, sentence.End - sentence.First).Select(at => CountNoun.At(passage.Tokens, at)?.Noun).Where(noun => noun is { Sort: NounSort.Events, IsGeneral: false }).Select(noun => noun!.Code)];

    // What is spoken of, each word by its beginning: not who came, when and where.
    private static HashSet<string> Things(Passage passage, TokenRange sentence) => [.. Enumerable.Range(sentence.First, sentence.End - sentence.First)
        .Where(at => passage.Tokens[at] is { Kind: TokenKind.Word, Text.Length: >= LeastOfThing } word && !word.StartsWith(Attending) && Months.Of(word) is null
            && (at == sentence.First || word.Quoted || !word.IsCapitalised) && CountNoun.At(passage.Tokens, at)?.Noun.Sort != NounSort.People)
        .Select(at => passage.Tokens[at].Text[..LeastOfThing].ToUpperInvariant())];

    // “Kā jau minēts, …”, “otra diskusija”: told once more knowingly, or another of the sort.
    private static bool IsToldAgain(Passage passage, TokenRange sentence) => passage.Tokens.AnyIn(sentence.First, sentence.End, at => passage.Tokens[at].Is("another", "above", "minēts", "minēta", "mentioned")
        || passage.Tokens[at].StartsWith(Second));

    private static ReportedEvent? Before(Dictionary<string, List<ReportedEvent>> events, ReportedEvent reported)
    {
        var ofDay = events.TryGetValue(reported.Day, out var known) ? known : events[reported.Day] = [];
        var same = ofDay.Find(reported.IsSame);
        if (same is null && ofDay.Count < MostOfOneDay)
        {
            ofDay.Add(reported);
        }

        return same;
    }

    private Finding Say(ReadSummary summary, Span first, Span second, int? year, string text)
    {
        var quote = summary.Document.Quote(second);
        return new(Codes[0], Severity.Warning, year, second, quote, "", "", null, T(text), [new(first, summary.Document.Quote(first), ""), new(second, quote, "")]);
    }

    // A law that is named twice is not work that is reported twice: its date is no number to count.
    private static string? Text(Passage passage, TokenRange sentence, IReadOnlyList<DateFact> dates)
    {
        var (words, numbers) = (0, 0);
        var (isBudget, isMoney) = (false, false);
        var text = new StringBuilder();
        for (var at = sentence.First; at < sentence.End; at++)
        {
            var token = passage.Tokens[at];
            words += token.Kind == TokenKind.Word ? 1 : 0;
            isBudget |= BudgetWords.IsRole(BudgetWords.At(passage.Tokens, at).Word);
            isMoney |= MoneyGrammar.IsUnit(passage.Tokens, at);
            numbers += NumberWords.Of(token) > 1 || token.Kind == TokenKind.Digits && !dates.Any(date => date.Role != DateRole.Work && date.Span.Contains(token.Span)) ? 1 : 0;
            if (token.Kind != TokenKind.Sign)
            {
                text.Append(' ').Append(token.Text.ToUpperInvariant());
            }
        }

        // Every year may have the same plan, and may have spent what was planned.
        return (isMoney && (isBudget || passage.Block.Cell is not null)) || numbers == 0 || words < LeastWordsInOneYear ? null : words + (NumberWeighs * numbers) < LeastWeightInTwoYears ? passage.Year + text.ToString() : text.ToString();
    }
}
