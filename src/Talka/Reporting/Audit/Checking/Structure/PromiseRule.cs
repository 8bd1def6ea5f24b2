using Talka.Foundation;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;
using static Talka.Reporting.Audit.Checking.Structure.Texts;

namespace Talka.Reporting.Audit.Checking.Structure;

/// <summary>Work that was begun and of which nothing says that it was finished.</summary>
public sealed class PromiseRule : IAuditRule
{
    private const int Near = 12;
    private const int MostToBe = 16;
    private const int MostToContract = 3;

    private static readonly Stems Contracts = ["līgum", "vienošan", "contract", "agreement", "tender", "iepirkum"];

    // The sentence that tells of the beginning, and the next ones.
    private const int MostAfter = 4;
    private const int MostAhead = 90;
    private const int MostQuoted = 5;

    private static readonly Stems ConcludedStems =
    [
        "izstrādāt", "pabeig", "publicē", "izveidot", "izveidoj", "atklāt", "atklāj", "atvērt", "atver", "noslēdz", "noslēgt", "noslēgus", "beidz", "beigus", "izdot", "izdev",
        "nodot", "nodev", "ieviest", "palaist", "prezentē", "sagatavot", "darbojas", "pieejam", "uzrakstī", "apstiprinā", "iznāk", "iznāc", "tapis", "tapusi", "gatavs",
        "gatava", "iesniegt", "pārbaudīt", "iespiest", "iespied", "nodrukāt", "izdrukāt",
        "complet", "publish", "launch", "finish", "deliver", "releas", "finalis", "finaliz", "issued", "opened", "open", "presented", "adopted", "introduc", "available", "produced", "created", "developed", "printed", "printing", "approved", "live", "ready", "concluded", "appear", "came", "taught", "shown", "showing", "handed",
    ];

    private static readonly Stems FinishedStems = ["pabeig", "publicē", "izdot", "izdev", "atklāt", "noslēg", "nodot", "palaist", "complet", "finish", "publish", "launch", "deliver", "releas"];

    // “Grāmatu busiņš …”: what something else is named by.
    private static readonly string[] OfOthers = ["u", "as", "es", "ing"];

    private static readonly string[] Surveys = ["aptau", "surve"];

    private static readonly Stems AnsweredStems = ["piedalī", "atbild", "rezultāt", "secinā", "rādīj", "parādī", "liecin", "noskaidr", "apkopot",
        "responde", "replied", "answer", "result", "finding", "show", "took", "found", "reveal"];

    private static readonly Stems OpenStems = ["joprojām", "vēl", "top", "tiek", "still", "yet", "darbs", "darbu", "work", "uzsāk", "sākt", "begin", "begun", "began", "start", "progress", "draft", "melnrakst"];

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
            if (!sentences.Exists(sentence => sentence.Passage.Span.Start >= group[0].Passage.Span.Start && !IsOwn(sentence.Passage, sentence.Range, group[0]) && Concludes(sentence.Passage, sentence.Range, group[0])))
            {
                yield return Say(summary, group);
            }
        }
    }

    // The sentence that tells of the beginning concludes nothing by what else was made: “uzsākta kataloga izveide, izstrādāts tā tehniskais uzdevums”.
    private static bool IsOwn(Passage passage, TokenRange sentence, Undertaking work) => ReferenceEquals(passage, work.Passage) && passage.Tokens[sentence.First].Start <= work.Span.Start && work.Span.End <= passage.Tokens[sentence.End - 1].End
        && !Indices(sentence).Any(at => passage.Tokens[at].StartsWith(FinishedStems) && !IsDenied(passage.Tokens, at) && !IsOfContract(passage.Tokens, at)) && !IsAnswered(passage, sentence, work);

    // The sentences are those that can conclude anything: they have a word for it.
    private static (List<Undertaking> Begun, List<(Passage Passage, TokenRange Range)> Sentences) Read(ReadSummary summary)
    {
        var (begun, concluding, heads) = (new List<Undertaking>(), new List<(Passage, TokenRange)>(), new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        var keys = heads.GetAlternateLookup<ReadOnlySpan<char>>();
        var (theme, last) = (Theme(summary), summary.Years.Count > 0 ? summary.Years.Max(year => year.Ordinal) : 0);
        foreach (var passage in summary.Passages)
        {
            if (passage.IsLabel || passage.Section is SummarySection.Task or SummarySection.Implementer or SummarySection.Period or SummarySection.Budget)
            {
                continue;
            }

            foreach (var sentence in Sentences.Of(passage.Tokens))
            {
                if (passage is { Section: SummarySection.Description, Year: not null }
                    && (Undertaking.Read(passage, sentence) ?? (passage.Year < last ? RestToCome.Read(passage, sentence) : null)) is { } work
                    && !HasTerm(passage, sentence))
                {
                    begun.Add(work with { Others = [.. work.Others.Where(stem => !theme.Contains(stem))] });
                    keys.Add(Key(work.Head));
                }

                if (Indices(sentence).Any(at => passage.Tokens[at].StartsWith(ConcludedStems) || keys.Contains(Key(passage.Tokens[at].Text))))
                {
                    concluding.Add((passage, sentence));
                }
            }
        }

        return (begun, concluding);
    }

    // What all of the work is about tells no piece of it from another.
    private static HashSet<string> Theme(ReadSummary summary) =>
        [.. summary.In(SummarySection.Task).SelectMany(passage => passage.Tokens).Where(token => token is { Kind: TokenKind.Word, Text.Length: > 3 })
            .Select(token => Undertaking.Stem(token.Text))];

    // “… ko plānots pabeigt 2026. gadā” promises no more than it says.
    private static bool HasTerm(Passage passage, TokenRange sentence) =>
        Indices(sentence).Any(at => WorkWords.IsFuture(passage.Tokens[at])) && Indices(sentence).Any(at => passage.Tokens[at] is { Kind: TokenKind.Digits, Text.Length: 4 });

    private static ReadOnlySpan<char> Key(string word) => word.AsSpan(0, Math.Min(4, word.Length));

    // “Aptaujā piedalījās 312 iedzīvotāji”, “the survey showed …”: who tells of answers takes it to be done.
    private static bool IsAnswered(Passage passage, TokenRange sentence, Undertaking work) =>
        Array.Exists(Surveys, survey => work.Head.StartsWith(survey, StringComparison.OrdinalIgnoreCase)) && Indices(sentence).Any(at => passage.Tokens[at].StartsWith(work.Head))
        && Indices(sentence).Any(at => passage.Tokens[at].StartsWith(AnsweredStems) && !IsDenied(passage.Tokens, at))
        && !Indices(sentence).Any(at => passage.Tokens[at].Is("nav", "vēl", "not", "yet") || WorkWords.IsFuture(passage.Tokens[at]));

    private static bool Concludes(Passage passage, TokenRange sentence, Undertaking work)
    {
        if (IsThere(passage, sentence, work) || IsAnswered(passage, sentence, work))
        {
            return true;
        }

        for (var at = sentence.First; at < sentence.End; at++)
        {
            if (!passage.Tokens[at].StartsWith(ConcludedStems) || IsDenied(passage.Tokens, at) || IsOfContract(passage.Tokens, at))
            {
                continue;
            }

            var shared = 0;
            for (var near = Math.Max(sentence.First, at - Near); near < Math.Min(sentence.End, at + Near + 1); near++)
            {
                var token = passage.Tokens[near];
                if (near == at || token.Kind != TokenKind.Word)
                {
                    continue;
                }

                if (token.StartsWith(work.Head))
                {
                    return true;
                }

                shared += token.StartsWith(work.Others) ? 1 : 0;
            }

            if (shared >= 2)
            {
                return true;
            }
        }

        return false;
    }

    // “noslēgts līgums ar izstrādātāju”, “a contract was concluded”: who has been hired has not finished.
    private static bool IsOfContract(IReadOnlyList<Token> tokens, int at) => (tokens[at].StartsWith("noslē") || tokens[at].Is("concluded", "approved", "finalised", "finalized"))
        && Enumerable.Range(at - MostToContract, 2 * MostToContract + 1).Any(near => tokens.Peek(near).StartsWith(Contracts));

    // Who speaks later of the very thing, and not of work on it or of plans, takes it to be there.
    private static bool IsThere(Passage passage, TokenRange sentence, Undertaking work)
    {
        if (!Indices(sentence).Any(at => passage.Tokens[at].StartsWith(work.Head)))
        {
            return false;
        }

        var (other, open) = (work.Others.IsEmpty, false);
        for (var at = sentence.First; at < sentence.End; at++)
        {
            var token = passage.Tokens[at];
            other |= token.StartsWith(work.Others);
            open |= WorkWords.IsLater(token) || WorkWords.IsFuture(token) || IsDenied(passage.Tokens, at + 1) || token.StartsWith(OpenStems);
        }

        // “Rokasgrāmatā ir 60 lappuses”, “The dictionary has 400 entries”: what a sentence of a later year is about.
        other |= passage.Year > work.Passage.Year && IsAbout(passage.Tokens, sentence.First, work);
        return other && !open;
    }

    private static bool IsAbout(IReadOnlyList<Token> tokens, int first, Undertaking work) => tokens.Peek(first).Is("the", "our", "this") ? tokens.Peek(first + 1).StartsWith(work.Head)
        : tokens[first].StartsWith(work.Head) && !OfOthers.Any(ending => tokens[first].Text.EndsWith(ending, StringComparison.Ordinal));

    private static bool IsDenied(IReadOnlyList<Token> tokens, int at)
    {
        // “the interviews were to be worked into the text and the handbook printed during the second year”
        for (var before = at - 1; before > 1 && before >= at - MostToBe && !FullSentences.IsEnd(tokens, before); before--)
        {
            var isAhead = tokens[before].Is("be") && ((tokens[before - 1].Is("to") && tokens[before - 2].Is("were", "was", "is", "are")) || tokens[before - 1].Is("will", "shall"));
            if (isAhead && !Enumerable.Range(before, at - before).Any(between => tokens[between].Is("was", "were", "has", "have")))
            {
                return true;
            }
        }

        for (var before = at - 1; before >= at - 3; before--)
        {
            if (tokens.Peek(before).Is("nav", "netika", "not", "būs", "tiks", "will", "be", "plānots", "plānota", "paredzēts", "paredzēta", "iecerēts", "iecerēta", "lai", "to", "who", "whom", "kuri", "kuras", "kas"))
            {
                return true;
            }
        }

        return false;
    }

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
                names |= tokens[at].StartsWith(work.Head);
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
