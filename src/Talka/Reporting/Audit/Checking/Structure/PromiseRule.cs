using System.Globalization;
using Talka.Foundation;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;
using static Talka.Reporting.Audit.Checking.Structure.Texts;

namespace Talka.Reporting.Audit.Checking.Structure;

/// <summary>Work that was begun and of which nothing says that it was finished.</summary>
public sealed class PromiseRule : IAuditRule
{
    // The sentence that tells of the beginning, and the next ones.
    private const int MostAfter = 4;
    private const int MostAhead = 90;
    private const int MostQuoted = 5;

    public IReadOnlyList<string> Codes => ["promised-not-reported"];

    public IEnumerable<Finding> Check(ReadSummary summary)
    {
        var (begun, sentences) = Read(summary);
        var open = new List<List<Undertaking>>();
        foreach (var work in begun)
        {
            var same = open.Find(group => group[0].Head == work.Head && (group[0].Others.IsEmpty || work.Others.IsEmpty || group[0].Others.Intersect(work.Others).Any()));
            if (same is not null)
            {
                same.Add(work);
            }
            else if (open.Count < 200)
            {
                open.Add([work]);
            }
        }

        foreach (var group in open)
        {
            if (!sentences.Exists(sentence => IsLater(sentence.Passage, sentence.Range, group[0]) && !IsOwn(sentence.Passage, sentence.Range, group[0])
                && Conclusions.Are(sentence.Passage, sentence.Range, sentence.Before, group[0])))
            {
                yield return Say(summary, group);
            }
        }
    }

    // What the same passage tells before it, only if it says that it is the end: “Filma pabeigta maijā. To sākām filmēt janvārī.”
    private static bool IsLater(Passage passage, TokenRange sentence, Undertaking work) => passage.Tokens[sentence.End - 1].End > work.Span.Start
        || (passage.Span.Start >= work.Passage.Span.Start && Conclusions.AreInside(passage, sentence, work));

    // The sentence that tells of the beginning concludes nothing by what else was made: “uzsākta kataloga izveide, izstrādāts tā tehniskais uzdevums”.
    private static bool IsOwn(Passage passage, TokenRange sentence, Undertaking work) => passage.Tokens[sentence.First].Start <= work.Span.Start
        && work.Span.End <= passage.Tokens[sentence.End - 1].End && !Conclusions.AreInside(passage, sentence, work);

    // The sentences are those that can conclude anything: they have a word for it.
    private static (List<Undertaking> Begun, List<(Passage Passage, TokenRange Range, TokenRange Before)> Sentences) Read(ReadSummary summary)
    {
        var (begun, concluding, keys) = (new List<Undertaking>(), new List<(Passage, TokenRange, TokenRange)>(), new ConcludingKeys());
        var (theme, last) = (Theme(summary), summary.Years.Count > 0 ? summary.Years.Max(year => year.Ordinal) : 0);
        var end = summary.Whole?.To.Year ?? 0;
        var rows = BegunRows.Of(summary).ToDictionary(row => row[^1]);
        var cells = rows.Values.SelectMany(row => row).ToHashSet();
        foreach (var passage in summary.Passages)
        {
            if (passage.IsLabel || passage.Section is SummarySection.Task or SummarySection.Implementer or SummarySection.Period)
            {
                continue;
            }

            var before = default(TokenRange);
            foreach (var sentence in Sentences.Of(passage.Tokens))
            {
                if (passage is { Section: SummarySection.Description, Year: not null }
                    && (Undertaking.Read(passage, sentence) ?? (passage.Year < last ? RestToCome.Read(passage, sentence) : null)) is { } work
                    && !HasTerm(passage, sentence, end))
                {
                    Begin(work);
                }

                if (!cells.Contains(passage) && keys.Are(passage.Tokens, sentence))
                {
                    concluding.Add((passage, sentence, before));
                }

                before = sentence;
            }

            if (rows.TryGetValue(passage, out var row))
            {
                if (BegunRows.Read(row) is { } work)
                {
                    Begin(work);
                }

                var joined = BegunRows.Joined(row);
                concluding.Add((joined, new(0, joined.Tokens.Count), default));
            }
        }

        return (begun, concluding);

        void Begin(Undertaking work)
        {
            foreach (var one in work.Also.Select(work.On).Prepend(work))
            {
                begun.Add(one with { Others = [.. one.Others.Where(stem => !theme.Contains(stem))] });
                keys.Add(one);
            }
        }
    }

    // What all of the work is about tells no piece of it from another.
    private static HashSet<string> Theme(ReadSummary summary) =>
        [.. summary.In(SummarySection.Task).SelectMany(passage => passage.Tokens).Where(token => token is { Kind: TokenKind.Word, Text.Length: > 3 })
            .Select(token => Undertaking.Stem(token.Text))];

    // “… ko plānots pabeigt 2026. gadā” promises no more than it says, when that is after the end; and “… ko plānots īstenot 2023. gadā” is of what it is for.
    private static bool HasTerm(Passage passage, TokenRange sentence, int end) => Indices(sentence).Any(at => WorkWords.IsFuture(passage.Tokens[at]))
        && Indices(sentence).Any(at => passage.Tokens[at] is { Kind: TokenKind.Digits, Text.Length: 4 } year
            && (int.Parse(year.Text, CultureInfo.InvariantCulture) > end || !Indices(sentence).Any(own => Conclusions.MayBe(passage.Tokens[own]))));

    private Finding Say(ReadSummary summary, List<Undertaking> group)
    {
        var first = group[0];
        var quote = summary.Document.Quote(first.Span);
        return new(Codes[0], Severity.Note, first.Passage.Year, first.Span, quote, T("PromiseExpected"), "", null,
            T(group.Count == 1 ? "PromiseOne" : "PromiseSeveral", Ordinals.Roman(first.Passage.Year ?? 1), quote),
            [.. group.Select(work => work.Span).Concat(Promises(group).Distinct()).Select(span => new FindingMember(span, summary.Document.Quote(span), ""))]);
    }

    // “… gatavas pirmās trīs, pārējās ierunāsim 2021. gadā”: what was to follow, in the same clause, or in one of the next sentences that names the work.
    private static IEnumerable<Span> Promises(List<Undertaking> group)
    {
        foreach (var work in group.Take(MostQuoted))
        {
            var tokens = work.Passage.Tokens;

            // “… darbs pie krātuves, kura būs pieejama” only describes what was begun.
            var next = After(tokens, work.Span.End);
            var (first, isPromise, names, sentences) = (next, false, !tokens.Peek(tokens.SkipSigns(next, ',')).Is("kura", "kurš", "kas", "which", "that"), 0);
            for (var at = first; at < Math.Min(tokens.Count, first + MostAhead) && sentences < MostAfter; at++)
            {
                isPromise |= WorkWords.IsFuture(tokens[at]) || FutureTense.Is(tokens[at]) || tokens[at].Text.EndsWith("sim", StringComparison.Ordinal);
                names |= work.IsNamedBy(tokens[at]);
                if (at == tokens.Count - 1 || tokens[at].IsSign(';') || tokens[at].IsSign('•') || FullSentences.IsEnd(tokens, at))
                {
                    if (isPromise && names)
                    {
                        yield return Span.Between(tokens[first].Start, tokens[at].End);
                    }

                    (first, isPromise, names, sentences) = (at + 1, false, false, sentences + 1);
                }
            }
        }
    }

    private static int After(IReadOnlyList<Token> tokens, int place)
    {
        var (low, high) = (0, tokens.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = tokens[middle].Start < place ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static IEnumerable<int> Indices(TokenRange range) => Enumerable.Range(range.First, range.End - range.First);
}
