using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Structure;

/// <summary>Whether a sentence tells that work which was begun is finished, or takes it to be there.</summary>
internal static class Conclusions
{
    private const int Near = 12;
    private const int MostToBe = 16;
    private const int MostToContract = 3;
    private const int MostToPronoun = 4;
    private const int MostToPlace = 5;
    private const int MostToRest = 3;

    private const int MostToPlan = 4;
    private const int MostToFirst = 5;

    private static readonly Stems Plans = ["paredz", "plān", "iecer", "noteikt"];
    private static readonly Stems Vows = ["apņēm", "apņem", "solīj", "apsolīj", "cer", "plāno", "gribē", "nolēm"];

    private static readonly Stems Contracts = ["līgum", "vienošan", "contract", "agreement", "tender", "iepirkum"];

    private static readonly Stems ConcludedStems =
    [
        "izstrādāt", "pabeig", "pabeid", "publicē", "izveidot", "izveidoj", "atklāt", "atklāj", "atklāšan", "atvērt", "atver", "noslēdz", "noslēgt", "noslēgus", "beidz", "beigus", "izdot",
        "izdev",
        "nodot", "nodev", "ieviest", "palaist", "prezentē", "sagatavot", "darbojas", "pieejam", "uzrakstī", "apstiprinā", "iznāk", "iznāc", "tapis", "tapusi", "gatavs",
        "gatava", "iesniegt", "pārbaudīt", "iespiest", "iespied", "nodrukāt", "izdrukāt",
        "complet", "publish", "launch", "finish", "deliver", "releas", "finalis", "finaliz", "issued", "opened", "open", "presented", "adopted", "introduc", "available",
        "produced", "created", "developed", "printed", "printing", "approved", "live", "ready", "concluded", "appear", "came", "taught", "shown", "showing", "handed", "online",
    ];

    private static readonly Stems FinishedStems = ["pabeig", "pabeid", "publicē", "izdot", "izdev", "atklāt", "noslēg", "nodot", "palaist", "complet", "finish", "publish",
        "launch", "deliver", "releas"];

    // “Grāmatu busiņš …”: what something else is named by.
    private static readonly string[] OfOthers = ["u", "as", "es", "ing"];

    private static readonly string[] Surveys = ["aptau", "surve"];

    private static readonly Stems AnsweredStems = ["piedalī", "atbild", "rezultāt", "secinā", "rādīj", "parādī", "liecin", "noskaidr", "apkopot",
        "responde", "replied", "answer", "result", "finding", "show", "took", "found", "reveal"];

    private static readonly Stems Replies = ["atbild", "responde", "repl", "answer"];

    private static readonly Stems Rest = ["atlikuš", "pārēj", "remaining"];

    private static readonly string[] Put = ["put", "posted", "placed", "uploaded", "ievietots", "ievietota", "ievietoti", "ievietotas", "ievietojām", "ievietoja",
        "augšupielādēta", "augšupielādēts"];

    private static readonly Stems OpenStems = ["joprojām", "vēl", "top", "tiek", "still", "yet", "darbs", "darbu", "work", "uzsāk", "sākt", "begin", "begun", "began", "start",
        "progress", "draft", "melnrakst"];

    /// <summary>The sentence says so.</summary>
    /// <param name="before">The sentence before it in the same passage.</param>
    public static bool Are(Passage passage, TokenRange sentence, TokenRange before, Undertaking work) => Concludes(passage, sentence, work) || ComesOfIt(passage, sentence, work)
        || (passage.Section != SummarySection.Budget
        && (IsThere(passage, sentence, work) || IsAnswered(passage, sentence, work) || IsDoneSo(passage, sentence, work) || (Names(passage, before, work)
        && IsOfPronoun(passage.Tokens, sentence))));

    /// <summary>The very sentence that tells of the beginning goes on to tell of the end.</summary>
    public static bool AreInside(Passage passage, TokenRange sentence, Undertaking work) => IsAnswered(passage, sentence, work) || ComesOfIt(passage, sentence, work)
        || Indices(sentence).Any(at => IsPutInPlace(passage.Tokens, at)
            || (passage.Tokens[at].StartsWith(FinishedStems) && !(work.Span.Contains(passage.Tokens[at].Span) && OngoingWork.IsOfItself(passage.Tokens, at))
            && !IsDenied(passage.Tokens, at, mayPromise: true) && !IsOfContract(passage.Tokens, at)));

    // “Aprīlī sākām krāsot žogu, un jūnijā tas mirdzēja zaļš”, “work on the garden began, and in autumn we harvested 80 kg from it”, “… jau ir jaunajās telpās”
    private static bool ComesOfIt(Passage passage, TokenRange sentence, Undertaking work)
    {
        var tokens = passage.Tokens;
        var isOwn = tokens[sentence.First].Start <= work.Span.Start && work.Span.End <= tokens[sentence.End - 1].End;
        var after = Indices(sentence).Where(at => isOwn && tokens[at].Start >= work.Span.End).ToList();
        var joined = after.Find(at => tokens[at].IsSign(',') && tokens.Peek(at + 1).Is("un", "and"));
        return after.Exists(at => tokens[at].Is("jau", "already")) && !IsOpen(tokens, new(after[0], sentence.End))
            || (joined > 0 && Enumerable.Range(joined + 1, sentence.End - joined - 1).Any(at => tokens[at].Is("tas", "tā", "tie", "tajā", "it")) && !IsOpen(tokens, new(joined, sentence.End)));
    }

    /// <summary>Whether a word may conclude something, whatever the work.</summary>
    public static bool MayBe(Token token) => token.StartsWith(ConcludedStems) || token.StartsWith(Rest) || token.StartsWith(Replies) || token.Is(Put) || token.Is("other", "rest");

    // “Aptaujā piedalījās 312 iedzīvotāji”, “the survey showed …”: who tells of answers takes it to be done.
    private static bool IsAnswered(Passage passage, TokenRange sentence, Undertaking work) =>
        Array.Exists(Surveys, survey => work.Head.StartsWith(survey, StringComparison.OrdinalIgnoreCase)) && (Names(passage, sentence, work) || AreReplies(passage, sentence))
        && Indices(sentence).Any(at => passage.Tokens[at].StartsWith(AnsweredStems) && !IsDenied(passage.Tokens, at))
        && !Indices(sentence).Any(at => passage.Tokens[at].Is("nav", "vēl", "not", "yet") || WorkWords.IsFuture(passage.Tokens[at]));

    // “No visām skolām saņemtas atbildes, rezultāti apkopoti”: nobody answers but who is asked.
    private static bool AreReplies(Passage passage, TokenRange sentence) => Indices(sentence).Any(at => passage.Tokens[at].StartsWith(Replies))
        && Indices(sentence).Count(at => passage.Tokens[at].StartsWith(AnsweredStems)) > 1;

    // “The other 300 oaks were measured”, “Pārrakstītas atlikušās lapas”, “solu krāsošana”, “soli nokrāsoti”: what was to be done to the thing was done to all of it.
    private static bool IsDoneSo(Passage passage, TokenRange sentence, Undertaking work)
    {
        var tokens = passage.Tokens;
        var isSo = work.Root is { } root && Indices(sentence).Any(at => MakingRoots.IsDone(tokens, at, root));
        var isRest = Indices(sentence).Any(at => (tokens[at].StartsWith(Rest) || (tokens[at].Is("other", "rest") && tokens.Peek(at - 1).Is("the")))
            && Enumerable.Range(at + 1, MostToRest).Any(near => tokens.Peek(near).StartsWith(work.Others) || work.IsNamedBy(tokens.Peek(near))));
        return (isSo || (isRest && Indices(sentence).Any(at => MakingRoots.IsOfDone(tokens[at])))) && !IsOpen(tokens, sentence);
    }

    // “…; novembrī to pabeidza”, “It has taken 340 calls since it opened”
    private static bool IsOfPronoun(IReadOnlyList<Token> tokens, TokenRange sentence) => !IsOpen(tokens, sentence) && Indices(sentence).Any(at =>
        (tokens[at].Is("to", "tas", "tā", "tos", "tie", "tās") && tokens.Peek(tokens.Peek(at + 1).Is("tika", "ir", "bija") ? at + 2 : at + 1).StartsWith(ConcludedStems))
        || (tokens[at].Is("it", "they", "both") && Enumerable.Range(at + 1, MostToPronoun).Any(near => near < sentence.End && tokens[near].StartsWith(ConcludedStems))));

    private static bool Names(Passage passage, TokenRange sentence, Undertaking work) => Indices(sentence).Any(at => work.IsNamedBy(passage.Tokens[at]));

    // “put on our website”, “ievietota mājaslapā”
    private static bool IsPutInPlace(IReadOnlyList<Token> tokens, int at) => tokens[at].Is(Put)
        && Enumerable.Range(at + 1, MostToPlace).Any(near => tokens.Peek(near).Is("website", "site", "web", "internet", "online", "mājaslapā", "tīmekļvietnē", "vietnē",
        "internetā", "tīmeklī"));

    // It goes on, or is still to come.
    private static bool IsOpen(IReadOnlyList<Token> tokens, TokenRange sentence, bool isAhead = false) => Indices(sentence).Any(at => WorkWords.IsLater(tokens[at]) || WorkWords.IsFuture(tokens[at])
        || (isAhead && FutureTense.At(tokens, at))
        || tokens[at].StartsWith(OpenStems)
        || (tokens[at].Is("went", "goes") && tokens.Peek(at + 1).Is("on")) || tokens[at].Is("nav", "netika", "neizdevās", "not", "another", "more"));

    private static bool Concludes(Passage passage, TokenRange sentence, Undertaking work)
    {
        for (var at = sentence.First; at < sentence.End; at++)
        {
            if ((!passage.Tokens[at].StartsWith(ConcludedStems) && !IsPutInPlace(passage.Tokens, at)) || IsDenied(passage.Tokens, at, IsAhead(passage, work)) || IsOfContract(passage.Tokens, at))
            {
                continue;
            }

            var (shared, most) = (0, IsPutInPlace(passage.Tokens, at) ? sentence.End - sentence.First : Near);
            for (var near = Math.Max(sentence.First, at - most); near < Math.Min(sentence.End, at + Near + 1); near++)
            {
                var token = passage.Tokens[near];
                if (near == at || token.Kind != TokenKind.Word || (IsAhead(passage, work) && IsOfPromise(passage.Tokens, at, near)))
                {
                    continue;
                }

                if (work.IsNamedBy(token))
                {
                    return true;
                }

                shared += token.StartsWith(work.Others) ? 1 : 0;
            }

            // Among amounts only the thing itself tells it: “kopā” stands there again and again.
            if (shared >= 2 && passage.Section != SummarySection.Budget)
            {
                return true;
            }
        }

        return false;
    }

    // “Uzrakstīts satura plāns, rokasgrāmatu pabeigs nākamajā gadā”: what is named behind the comma is promised there.
    private static bool IsOfPromise(IReadOnlyList<Token> tokens, int done, int named) => named > done && tokens.AnyIn(done + 1, named, token => token.IsSign(','))
        && Enumerable.Range(named + 1, MostToPronoun).TakeWhile(at => tokens.Peek(at).Kind == TokenKind.Word).Any(at => FutureTense.Is(tokens.Peek(at)));

    // “noslēgts līgums ar izstrādātāju”, “a contract was concluded”: who has been hired has not finished.
    private static bool IsOfContract(IReadOnlyList<Token> tokens, int at) => (tokens[at].StartsWith("noslē") || tokens[at].Is("concluded", "approved", "finalised", "finalized"))
        && Enumerable.Range(at - MostToContract, 2 * MostToContract + 1).Any(near => tokens.Peek(near).StartsWith(Contracts));

    // Who speaks later of the very thing, and not of work on it or of plans, takes it to be there.
    private static bool IsThere(Passage passage, TokenRange sentence, Undertaking work)
    {
        if (!Names(passage, sentence, work))
        {
            return false;
        }

        var isAhead = IsAhead(passage, work);
        var (other, open) = (work.Others.IsEmpty, false);
        for (var at = sentence.First; at < sentence.End; at++)
        {
            var token = passage.Tokens[at];
            other |= token.StartsWith(work.Others);
            open |= WorkWords.IsLater(token) || WorkWords.IsFuture(token) || (isAhead && FutureTense.Is(token)) || IsDenied(passage.Tokens, at + 1, isAhead) || token.StartsWith(OpenStems);
        }

        // “Rokasgrāmatā ir 60 lappuses”, “The dictionary has 400 entries”: what a sentence of a later year is about.
        other |= passage.Year > work.Passage.Year && IsAbout(passage.Tokens, sentence.First, work);
        return (other && !open) || (!IsOpen(passage.Tokens, sentence, isAhead) && Indices(sentence).Any(at => work.IsNamedBy(passage.Tokens[at])
            && Attributes.EndsPhrase(passage.Tokens, at) && !IsOfAnother(passage.Tokens, at, work)));
    }

    // A register of court decisions was begun, and we are entered “in the register of public benefit organisations”.
    private static bool IsOfAnother(IReadOnlyList<Token> tokens, int at, Undertaking work) => tokens.Peek(at + 1).Is("of") && !work.Others.IsEmpty
        && !tokens.AnyIn(at + 2, at + 2 + MostToPlace, work.Others);

    private static bool IsAbout(IReadOnlyList<Token> tokens, int first, Undertaking work) => tokens.Peek(first).Is("the", "our", "this") ? work.IsNamedBy(tokens.Peek(first + 1))
        : work.IsNamedBy(tokens[first]) && !OfOthers.Any(ending => tokens[first].Text.EndsWith(ending, StringComparison.Ordinal));

    // In the year of the beginning the end may still be ahead; a later year tells of it.
    private static bool IsAhead(Passage passage, Undertaking work) => passage.Year is null || passage.Year == work.Passage.Year;

    // “grāmatu pabeigsim”, “rokasgrāmatas pabeigšana paredzēta”, “apņēmāmies to pabeigt”, “pabeigt to paredzēts nākamajā gadā”, “pabeidzams otrajā gadā”: what is promised of the end.
    private static bool IsPromised(IReadOnlyList<Token> tokens, int at) => FutureTense.Is(tokens.Peek(at))
        || (tokens.Peek(at).EndsWith("ams", "ama", "ami", "amas", "āms", "āma", "āmi", "āmas") && !tokens.Peek(at).StartsWith("pieejam"))
        || (tokens.Peek(at).EndsWith("šana", "šanu") && tokens.AnyIn(at + 1, at + 1 + MostToPlan, Plans))
        || (tokens.Peek(at).EndsWith("t") && (tokens.AnyIn(at - MostToPlan, at, Vows) || tokens.AnyIn(at + 1, at + MostToBe, near => tokens[near].Is("paredzēts", "plānots", "iecerēts"))));

    // “uzrakstīti pirmie desmit apraksti”: a part of it.
    private static bool IsOfFirstParts(IReadOnlyList<Token> tokens, int at) => Enumerable.Range(at + 1, MostToFirst)
        .Any(near => tokens.Peek(near).Is("pirmie", "pirmās", "first") && (tokens.Peek(near + 1).Kind == TokenKind.Digits || NumberWords.Of(tokens.Peek(near + 1)) is not null));

    private static bool IsDenied(IReadOnlyList<Token> tokens, int at, bool mayPromise = false)
    {
        if (mayPromise && (IsPromised(tokens, at) || IsOfFirstParts(tokens, at)))
        {
            return true;
        }

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
            if (tokens.Peek(before).Is("nav", "netika", "not", "būs", "tiks", "will", "be", "plānots", "plānota", "paredzēts", "paredzēta", "iecerēts", "iecerēta", "lai", "to",
                "who", "whom", "kuri", "kuras", "kas"))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<int> Indices(TokenRange range) => Enumerable.Range(range.First, range.End - range.First);
}
