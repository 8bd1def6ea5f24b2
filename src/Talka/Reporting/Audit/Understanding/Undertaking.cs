using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>Work on something that is to be finished one day: “uzsākts darbs pie digitālās resursu krātuves”.</summary>
/// <param name="Word">The word for what is being made.</param>
/// <param name="Others">Stems of the words that tell it from others of its sort.</param>
/// <param name="IsContinued">It was begun before.</param>
public sealed record Undertaking(Span Span, Passage Passage, string Word, Stems Others, bool IsContinued)
{
    private const int MostWords = 12;
    private const int MostToStep = 8;
    private const int LeastOfPart = 4;
    private const int MostOfEnding = 3;
    private const int LeastOfOpen = 3; // “app” and “apps”, but not “applications”
    private const int MostOfShort = 2;

    private static readonly Stems BegunStems = ["uzsāk", "iesāk", "aizsāk", "ķērām", "ķērās", "ķērus", "sākts", "sākta", "sākti", "sāka", "sākām", "sākuši", "began",
        "begun", "started", "initiated", "commenced"];
    private static readonly Stems InTheMaking = ["gatavot", "veidot", "rakstīt", "izstrādāt", "sagatavot", "tulkot", "montēt", "apkopot", "filmēt", "built", "written", "compiled", "developed", "prepared", "drafted", "translated", "edited", "designed", "produced", "created", "filmed"];
    private static readonly Stems ContinuedStems = ["turpināts", "turpināta", "turpinājām", "turpinājās", "continued"];

    // Half of all that is made is made for or by these.
    private static readonly string[] Common = ["latvij", "organizāc", "biedrīb", "sabiedr", "latvia", "organis", "associat", "public"];

    private static readonly string[] Endings = ["am", "as", "es", "is", "us", "ai", "ei", "os", "ās", "ēs", "īs"];

    private static readonly HashSet<string> Empty = new(StringComparer.OrdinalIgnoreCase)
        { "darbs", "darbu", "darbi", "darbus", "works", "pie", "veidot", "izstrādāt", "gatavot", "rakstīt", "sagatavot", "izstrāde", "izstrādi", "izveide", "izveidi",
            "sagatavošana", "sagatavošanu",
            "veidošana", "development", "preparation", "tika", "ir", "par", "un", "work", "on", "the", "a", "an", "arī", "was", "has", "been", "of", "for", "writing", "developing",
            "preparing", "new", "jaunas", "jauna", "we", "and", "to", "write", "make", "create", "build", "develop", "prepare", "draft", "design", "were", "had", "have",
            "its", "this", "that", "them", "they", "these", "those", "tās", "tos", "tie", "tam", "tai", "tām", "tiem" };

    /// <summary>Stem of the word for what is being made.</summary>
    public string Head { get; } = MakingWords.StemOf(Word);

    /// <summary>What else the same sentence says was begun: “jumta nomaiņa un ūdensrata atjaunošana”.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>What its verb begins with, where that tells it from other work: “krāso”, “restor”; null of “izveidot”.</summary>
    public string? Root { get; init; }

    /// <summary>The head, and as it is softened in other cases: “torņa”, “tornis”.</summary>
    public Stems Heads { get => field ??= MakingWords.Softened(Head); }

    /// <summary>The same work on another of the things that were begun with it.</summary>
    public Undertaking On(string other) => new(Span, Passage, other, [], IsContinued);

    /// <summary>The word names what is made: itself, or the second part of its compound, “tērpi” of “tautastērpi”.</summary>
    public bool IsNamedBy(Token token) => (token.StartsWith(Heads) && (Head.Length > LeastOfOpen || token.Text.Length <= Head.Length + MostOfShort))
        || (token.Kind == TokenKind.Word && !MadeThing.IsProduct(token.Text)
        && Stem(token.Text) is { Length: >= LeastOfPart } part
        && Word.LastIndexOf(part, StringComparison.OrdinalIgnoreCase) is >= LeastOfPart and var at && Word.Length - at - part.Length <= MostOfEnding);

    /// <summary>The work that a sentence says was begun or went on; null when it says nothing of the sort.</summary>
    public static Undertaking? Read(Passage passage, TokenRange sentence)
    {
        for (var at = sentence.First; at < sentence.End; at++)
        {
            var token = passage.Tokens[at];
            if (token.Quoted || token.Kind != TokenKind.Word)
            {
                continue;
            }

            // “The year began with a survey” begins no work on one.
            if (passage.Tokens.Peek(at + 1).Is("with", "ar") && !passage.Tokens.Peek(at - 1).Is("was", "were", "been", "tika", "ir"))
            {
                continue;
            }

            // “33 mentors started work on 1 February 2023”: when, and not on what.
            if (passage.Tokens.Peek(at + 1).Is("work") && passage.Tokens.Peek(at + 2).Is("on", "in") && DateGrammar.Read(passage.Tokens, at + 3) is not null)
            {
                continue;
            }

            if (OngoingWork.IsOfItself(passage.Tokens, at))
            {
                if (OngoingWork.Has(passage, sentence, at) && (After(passage, sentence, at, continued: false) ?? Before(passage, sentence, at, continued: false,
                    isThing: false)) is { } ongoing)
                {
                    return ongoing;
                }

                continue;
            }

            if (token.StartsWith(BegunStems) && (BegunBefore.Is(passage.Tokens, sentence, at) || OngoingWork.IsOfWho(passage.Tokens, sentence, at)
                || passage.Tokens.Peek(at - 1).Is("had") || IsOffTime(passage.Tokens, at)))
            {
                continue;
            }
            else if (Saying(passage, sentence, at) is { } said)
            {
                return said;
            }

            var continued = token.StartsWith(ContinuedStems);
            // “The map was started in November and was still in preparation”
            var isPassive = passage.Tokens.Peek(at - 1).Is("was", "were", "been", "tika");
            if ((continued || token.StartsWith(BegunStems)) && ((isPassive ? Before(passage, sentence, at, continued) : null)
                ?? After(passage, sentence, at, continued) ?? Before(passage, sentence, at, continued)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    // “began two months later than planned”, “sāka divas nedēļas agrāk”: when, and not what.
    private static bool IsOffTime(IReadOnlyList<Token> tokens, int verb) => NumberWords.Of(tokens.Peek(verb + 1)) is not null || tokens.Peek(verb + 1).Kind == TokenKind.Digits
        ? Enumerable.Range(verb + 2, 2).Any(at => tokens.Peek(at).Is("later", "earlier", "late", "early", "vēlāk", "agrāk")) : tokens.Peek(verb + 1).Is("later", "earlier", "late", "early", "vēlāk", "agrāk");

    // Whole phrases for a beginning.
    private static Undertaking? Saying(Passage passage, TokenRange sentence, int at)
    {
        var (tokens, token) = (passage.Tokens, passage.Tokens[at]);
        // “Ielikti pamati mentoru tīklam”, “laid the groundwork for a network”
        if ((token.Is("pamati", "pamatus") && (tokens.Peek(at - 1).StartsWith("ielik") || tokens.Peek(at - 1).Is("likti", "likām")))
            || (token.Is("groundwork", "foundation", "foundations") && tokens.Peek(at + 1).Is("for") && (tokens.Peek(at - 2).Is("laid") || tokens.Peek(at - 1).Is("laid"))))
        {
            return Made(tokens, at + 1, sentence.End) is var end && end > at + 1 ? After(passage, sentence with { End = end }, at, continued: false, isWork: true) : null;
        }

        // “We set to work on a dictionary”, “made a start on the archive”, “a start was made on the guide”, “stājāmies pie grāmatas”
        if ((token.Is("on") && ((tokens.Peek(at - 1).Is("made") && tokens.Peek(at - 2).Is("was") && tokens.Peek(at - 3).Is("start")) || (tokens.Peek(at - 1).Is("work") && tokens.Peek(at - 2).Is("to")) || (tokens.Peek(at - 1).Is("start")
            && tokens.Peek(at - 3).Is("made", "make", "making"))))
            || (token.Is("pie") && (tokens.Peek(at - 1).StartsWith("stājā") || (tokens.Peek(at - 1).StartsWith("ķērā")
                && tokens.AnyIn(at + 2, at + 4, near => tokens[near].Quoted)))))
        {
            return After(passage, sentence, at, continued: false, isWork: true);
        }

        // “We set about compiling a dictionary”, “embarked on a survey”
        if ((token.Is("about") && tokens.Peek(at - 1).Is("set", "setting")) || (token.Is("on", "upon") && tokens.Peek(at - 1).Is("embarked")))
        {
            return After(passage, sentence, at, continued: false);
        }

        // “Work on a handbook got under way”, “kartes sagatavošana ir procesā”
        if ((token.Is("under") && tokens.Peek(at + 1).Is("way") && tokens.Peek(at - 1).Is("got", "is", "are", "now", "was")) || token.Is("underway")
            || (token.Is("procesā", "stadijā") && tokens.Peek(at - 1).Is("ir", "vēl", "joprojām")))
        {
            return Before(passage, sentence, at, continued: false, isThing: Enumerable.Range(sentence.First, at - sentence.First).Any(before =>
                tokens[before].StartsWith(OngoingWork.Asking)));
        }

        // “Programming of an application has been commissioned”: somebody is at work on it
        if ((token.Is("commissioned") || token.StartsWith("pasūtīt")) && tokens.Peek(at - 1).Is("been", "was", "were", "tika", "ir")
            && Enumerable.Range(sentence.First, at - sentence.First).Any(before => MakingWords.Is(tokens, before)))
        {
            return Before(passage, sentence, at, continued: false);
        }

        // “Izstrādes stadijā ir rokasgrāmata”
        if (token.Is("stadijā") && tokens.Peek(at + 1).Is("ir", "bija", "vēl") && (tokens.Peek(at - 1).StartsWith(MakingWords.Nouns) || tokens.Peek(at - 1).Is("tapšanas")))
        {
            return After(passage, sentence, at + 1, continued: false);
        }

        // “A database is being built and will go live next year”, “tiek gatavota rokasgrāmata, to iesniegsim nākamgad”: under way, and something is still to come.
        return token.StartsWith(InTheMaking) && (tokens.Peek(at - 1).Is("being") || tokens.Peek(at - 1).Is("tiek")) && IsAhead(tokens, sentence)
            && !Enumerable.Range(sentence.First, sentence.End - sentence.First).Any(every => tokens[every].StartsWith("katr") || tokens[every].Is("each", "every"))
            ? tokens[at - 1].Is("tiek") ? After(passage, sentence, at, continued: false) : Before(passage, sentence, at, continued: false) : null;
    }

    private static bool IsAhead(IReadOnlyList<Token> tokens, TokenRange sentence) => Enumerable.Range(sentence.First, sentence.End - sentence.First)
        .Any(at => WorkWords.IsFuture(tokens[at]) || WorkWords.IsNext(tokens[at]) || tokens[at].Is("nākamgad") || FutureTense.Is(tokens[at]));

    // The noun phrase up to a comma or a relative: “mentoru tīklam, ko …”
    private static int Made(IReadOnlyList<Token> tokens, int from, int until)
    {
        while (from < until && tokens[from].Kind == TokenKind.Word && !tokens[from].Is("ko", "kas", "kuru", "to", "which", "that", "un", "and"))
        {
            from++;
        }

        return from;
    }

    /// <summary>What two inflected forms of a word share.</summary>
    public static string Stem(string word) => word[..(word.Length <= 4 ? word.Length - (word is [_, _, _, 'u'] ? 1 : 0)
        : word.Length <= 6 ? word.Length - EndingOf(word) : Math.Max(5, word.Length - 3))].ToUpperInvariant();

    // “tīklam” and “tīkls”, “kartes” and “karti”
    private static int EndingOf(string word) => word.Length == 6 && Array.Exists(Endings, ending => word.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) ? 2 : 1;

    // “Sākām no nulles”, “we started from scratch”
    private static bool IsFromNothing(IReadOnlyList<Token> tokens, int verb) => tokens.Peek(verb + 1).Is("no", "from") && tokens.Peek(verb + 2).Is("nulles", "nekā", "gala", "scratch", "nothing", "zero");

    private static Undertaking? After(Passage passage, TokenRange sentence, int verb, bool continued, bool isWork = false)
    {
        var (words, work, end) = (new List<string>(), isWork, verb + 1);
        // “six have begun to study history”: what is not to make anything begins no work.
        if (MakingWords.IsToDoOther(passage.Tokens, verb) || IsFromNothing(passage.Tokens, verb))
        {
            return null;
        }

        for (var at = verb + 1; at < sentence.End && at - verb <= MostWords; at++)
        {
            var token = passage.Tokens[at];
            if (token.Kind == TokenKind.Sign && token.Text[0] is ',' or ';' or '–' or '(' or '.' || (token.IsSign(':') && words.Count > 0))
            {
                work |= (token.IsSign(':') || token.IsDash) && AreFirstSteps(passage.Tokens, at + 1, sentence.End);
                break;
            }

            work |= MakingWords.Is(passage.Tokens, at) || MakingWords.IsToMakeInEnglish(passage.Tokens, at, verb) || MakingWords.IsToBuild(passage.Tokens, at, verb)
                || MakingWords.IsToMakeOne(passage.Tokens, at, verb) || (token.Is("pie", "on")
                && passage.Tokens[at - 1].Is("darbs", "darbu", "work", "working"));
            end = at + 1;
            if (!MakingWords.IsToMake(passage.Tokens, at, verb) && !MakingWords.Is(passage.Tokens, at))
            {
                Add(words, token);
            }
        }

        return Make(passage, verb, end, words, work, continued);
    }

    // “Iesākta kolekcija – noskenēti pirmie 36 priekšmeti”, “A register was begun: the first 40 names are in it”: what of it there is.
    private static bool AreFirstSteps(IReadOnlyList<Token> tokens, int first, int end) =>
        Enumerable.Range(first, Math.Min(MostToStep, end - first)).Any(at => tokens[at].Is("first") || (tokens[at].StartsWith("pirm") && !tokens.Peek(at + 1).StartsWith("reiz")));

    // “Rokasgrāmatas izstrāde uzsākta”, “Work on the handbook has begun”
    private static Undertaking? Before(Passage passage, TokenRange sentence, int verb, bool continued, bool? isThing = null)
    {
        var first = AfterBracket(passage.Tokens, sentence, verb) is { } open ? open : verb;
        var last = first;
        while (first > sentence.First && last - first < MostWords && !(passage.Tokens[first - 1].Kind == TokenKind.Sign && passage.Tokens[first - 1].Text[0] is ',' or ';' or '–' or '(' or '.' or ':' or '•'))
        {
            first--;
        }

        var (words, work) = (new List<string>(), false);
        for (var at = first; at < last; at++)
        {
            work |= passage.Tokens[at].Is("on", "pie") && at > 0 && passage.Tokens[at - 1].Is("work", "darbs", "darbu");
            work |= MakingWords.Is(passage.Tokens, at);
            if (!MakingWords.Is(passage.Tokens, at))
            {
                Add(words, passage.Tokens[at]);
            }
        }

        work |= (passage.Tokens.Peek(verb + 1).IsSign(':') || passage.Tokens.Peek(verb + 1) is { IsDash: true, SpaceBefore: true })
            && AreFirstSteps(passage.Tokens, verb + 2, sentence.End);
        // “A film about the river was begun”
        var isPassive = !continued && (isThing ?? passage.Tokens.Peek(verb - 1).Is("was", "were", "tika", "ir", "been", "being"))
            && words.Exists(MadeThing.IsProduct);
        return work || isPassive ? Make(passage, first, verb + 1, words, work, continued) : null;
    }

    // “Work on a list of crossings (bridges, fords) was begun”: where the bracket before the verb opens.
    private static int? AfterBracket(IReadOnlyList<Token> tokens, TokenRange sentence, int verb)
    {
        var at = verb - 1;
        while (at > sentence.First && tokens[at].Is("was", "were", "is", "has", "been", "tika", "ir"))
        {
            at--;
        }

        if (at <= sentence.First || !tokens[at].IsSign(')'))
        {
            return null;
        }

        while (at > sentence.First && !tokens[at].IsSign('('))
        {
            at--;
        }

        return at > sentence.First ? at : null;
    }

    private static void Add(List<string> words, Token token)
    {
        if (token.Kind == TokenKind.Word && token.Text.Length > 2 && !Empty.Contains(token.Text) && NumberWords.Of(token) is null)
        {
            words.Add(token.Text);
        }
    }

    private static Undertaking? Make(Passage passage, int first, int end, List<string> words, bool isWork, bool continued)
    {
        var made = MadeThing.BeforeMaking(passage.Tokens, first, end, Empty.Contains);
        var head = (made is [var before, ..] ? before : null) ?? words.Find(MadeThing.IsProduct) ?? (!isWork ? null : words.Count > 0 ? MadeThing.Of(passage.Tokens, first, end,
            words)
            : Antecedent.Of(passage.Tokens, first, end, MadeThing.IsProduct));
        return head is null ? null
            : new(Span.Between(passage.Tokens[first].Start, passage.Tokens[end - 1].End), passage, head,
                [.. words.Where(word => word != head && word.Length > 3 && !Array.Exists(Common, stem => word.StartsWith(stem,
                    StringComparison.OrdinalIgnoreCase))).Select(Stem)], continued)
            {
                Also = [.. made.Skip(1)],
                Root = MakingRoots.Of(passage.Tokens, first, end),
            };
    }
}
