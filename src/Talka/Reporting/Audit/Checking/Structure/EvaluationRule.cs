using Talka.Foundation;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;
using static Talka.Reporting.Audit.Checking.Structure.Texts;

namespace Talka.Reporting.Audit.Checking.Structure;

/// <summary>The field for a description and an evaluation holds a list. Where its heading does not ask for an evaluation, any word that might be one counts as such.</summary>
public sealed class EvaluationRule : IAuditRule
{
    private const int LeastTokens = 60;
    private const int LeastOfAnswer = 4;
    private const int LeastOfYear = 20;

    private static readonly Stems Asked = ["vērtējum", "novērtējum", "izvērtējum", "evaluat", "assess", "apprais"];

    // A field for both; a heading that asks for an evaluation alone is followed by one.
    private static readonly Stems Described = ["aprakst", "paveikt", "rezultāt", "izpild", "darb", "descri", "account", "work", "result", "activit", "implement", "perform", "done", "did"];

    // Each of these weighs by itself.
    private static readonly Stems Judgements =
    [
        "vērtējam", "vērtējums", "vērtējami", "domājam", "uzskatām", "novērtējums", "izvērtējums", "vērtējumā", "secinām", "secināms", "secinājum", "veiksmīg", "sekmīg", "pārsnie", "izdevās", "izdevies", "efektīv", "gandarī", "lietderīg", "mūsuprāt", "atsauksm", "salīdzinot", "diemžēl", "nācās", "grūtīb", "liecina", "pierādī", "neizdevās", "atzinīgi", "apmierin", "nozīmīg", "pieauga", "pieaudz", "pieaugum", "palielinā", "kvalitā", "panākum", "ietekm", "noderīg", "atzina", "vērtējot", "izvērtējot", "novērtējot", "novērtējam", "apliecina", "labāk", "vājāk", "grūtāk", "pietrūk", "jāsecina", "jāatzīst", "atzīstam", "dubulto", "lepoj", "priecāj",
        "assess", "evaluat", "conclu", "successful", "exceed", "effective", "satisf", "worthwhile", "fully", "feedback", "think", "rightly", "compared", "unfortunately", "difficult", "impact", "succeed", "succeeded", "failed", "shortfall", "strength", "weak", "judge", "believe", "useful", "quality", "regard", "looking", "rated", "praise", "proud", "pleased", "disappoint", "challenge", "benefit", "valuable", "appreciat", "surpris", "worth", "better", "worse", "fulfilled", "apprais", "reckoning", "doubled", "trebled", "reflect", "hindsight", "regret", "promised", "hoped", "misjudg",
    ];

    private static readonly Stems MaybeJudgements =
    [
        "uzlab", "pilnveid", "ieguv", "stiprin", "veicin", "palīdzēj", "atzīst", "atzin", "labi", "slikt", "pieprasīt", "interese", "interesi", "interesē", "aktīv", "izdev", "svarīg", "trūk", "problēm", "riska", "risk", "jāuzlabo", "turpmāk", "iespēj", "rādītāj", "mērķ",
        "improv", "strengthen", "help", "gain", "learned", "learnt", "well", "good", "popular", "demand", "interest", "active", "important", "lack", "problem", "should", "grew", "goal", "target", "indicator", "aim",
    ];

    private static readonly Stems Goals = ["mērķ", "rādītāj", "plānot", "uzdevum", "rezultāt", "līgumā", "iecer", "goal", "objective", "target", "indicator", "aim", "planned", "expected", "result"];

    private static readonly Stems Reached =
        ["sasniegt", "sasniedz", "izpildī", "atbilst", "atbilda", "īstenoti", "panāk", "tuvinā", "veicinājis", "achiev", "met", "reached", "attain", "fulfil", "contribut", "comply", "complied", "consistent"];

    // “Izpildīts pilnā apmērā”, but not “darbs mainījās pilnībā”
    private static readonly Stems Whole = ["pilnā", "pilnībā"];

    private static readonly Stems Thought = ["domāj", "cerē", "gaidī", "plāno", "iecer", "paredz", "līgum", "solī", "spēj"];

    private static readonly Stems Honoured = ["aicinā", "apbalvo"];

    // What begins like a judgement, and is none.
    private static readonly Stems Things = ["reflector", "reflective", "helpline", "helpdesk"];

    // “peldvietu risku datubāze”, “risku karte”: a word for what something else is about.
    private static bool IsOfThing(IReadOnlyList<Token> tokens, int at) => tokens[at].Is("risku", "problēmu", "mērķu")
        && tokens.Peek(at + 1) is { Kind: TokenKind.Word, IsCapitalised: false, Text: [_, _, _, .., 'a' or 'e' or 's' or 'u' or 'i'] };

    public IReadOnlyList<string> Codes => ["evaluation-missing"];

    public IEnumerable<Finding> Check(ReadSummary summary)
    {
        var whole = OfWhole(summary).ToList();
        return whole.Count > 0 ? whole : OfYears(summary);
    }

    private IEnumerable<Finding> OfWhole(ReadSummary summary)
    {
        var label = summary.Passages.FirstOrDefault(passage => passage.Section == SummarySection.Description && passage.IsLabel && (passage.Year is null
            || summary.Years.Count == 1) && Has(passage.Tokens, Described))
            ?? OfEachYear(summary);
        if (label is null || !summary.Passages.Any(passage => passage is { Section: SummarySection.Description, IsLabel: false }) || summary.Passages.Any(Weighs) || HasPart(summary, label))
        {
            yield break;
        }

        if (!Has(label.Tokens, Asked) && (summary.In(SummarySection.Description).Where(passage => !passage.IsLabel).Sum(passage => passage.Tokens.Count) < LeastTokens || summary.In(SummarySection.Description).Any(passage => !passage.IsLabel && Has(passage.Tokens, MaybeJudgements))))
        {
            yield break;
        }

        yield return new(Codes[0], Severity.Note, null, label.Span, summary.Document.Quote(label.Span), T("EvaluationExpected"), "", null, T("EvaluationMissing"), []);
    }

    // “Results in the first year”, “Results in the second year”: the field is parted into its years, and has no label of its own.
    private static Passage? OfEachYear(ReadSummary summary)
    {
        List<Passage> labels = [.. summary.In(SummarySection.Description).Where(passage => passage is { IsLabel: true, Block.Cell: null })];
        return labels.Count > 1 && labels.Count == summary.Years.Count && labels.TrueForAll(label => label.Year is not null && Has(label.Tokens, Described)) ? labels[0] : null;
    }

    // Some years end with “Assessment: …”, and another does not weigh anything. One at the end of the last year alone may be of all of them.
    private IEnumerable<Finding> OfYears(ReadSummary summary)
    {
        var own = summary.In(SummarySection.Description).Where(passage => !passage.IsLabel).ToLookup(passage => passage.Year);
        if (!summary.Years.SkipLast(1).Any(year => own[year.Ordinal].Any(YearAssessments.Is)) || own[null].Any(Weighs)
            || !summary.Passages.Any(passage => passage is { Section: SummarySection.Description, IsLabel: true } && Has(passage.Tokens, Asked)))
        {
            yield break;
        }

        foreach (var year in summary.Years.Where(year => own[year.Ordinal].Sum(passage => passage.Tokens.Count) >= LeastOfYear
            && !own[year.Ordinal].Any(passage => Weighs(passage) || (!YearAssessments.IsEmpty(passage.Tokens) && Has(passage.Tokens, MaybeJudgements)))))
        {
            yield return new(Codes[0], Severity.Note, year.Ordinal, year.Heading, summary.Document.Quote(year.Heading), T("EvaluationExpected"), "", null, T("EvaluationMissingYear", Ordinals.Roman(year.Ordinal)), []);
        }
    }

    private static bool Weighs(Passage passage)
    {
        if (passage.IsLabel || YearAssessments.IsEmpty(passage.Tokens) || passage.Section is SummarySection.Task or SummarySection.Implementer or SummarySection.Period or SummarySection.Budget or SummarySection.Ineligible or SummarySection.Unrecovered)
        {
            return false;
        }

        return Has(passage.Tokens, Judgements) || Compares(passage.Tokens) || (Has(passage.Tokens, Whole) && Has(passage.Tokens, Reached)) || (Has(passage.Tokens, Goals) && Has(passage.Tokens, Reached) && !Has(passage.Tokens, Honoured));
    }

    // “more than we could give”, “mazāk, nekā cerējām”: held against what was thought of.
    private static bool Compares(IReadOnlyList<Token> tokens) => Enumerable.Range(0, tokens.Count).Any(at => (tokens[at].StartsWith("lesson")
        && (tokens.Peek(at + 1).StartsWith("learn") || tokens.Peek(at - 1).Is("main", "important"))) || (tokens[at].Is("than")
        && tokens.Peek(at + 1).Is("we", "planned", "expected", "hoped", "foreseen", "promised", "seemed", "thought", "intended", "agreed"))
        || (tokens[at].Is("nekā") && (tokens.Peek(at + 1).StartsWith(Thought) || (tokens.Peek(at - 1).IsSign(',') && tokens.Peek(at + 1).Kind == TokenKind.Word
        && NumberWords.Of(tokens.Peek(at + 1)) is null))) || IsSaying(tokens, at));

    // “The year went well”, “we fell short”, “what we set out to do was done”, “in our view”, “galvenais ieguvums”
    private static bool IsSaying(IReadOnlyList<Token> tokens, int at) => (tokens[at].Is("went") && tokens.Peek(at + 1).Is("well", "badly", "smoothly", "better"))
        || (tokens[at].Is("fell", "fall") && tokens.Peek(at + 1).Is("short")) || (tokens[at].Is("set") && tokens.Peek(at + 1).Is("out")
        && tokens.Peek(at + 2).Is("to")) || (tokens[at].Is("our") && tokens.Peek(at + 1).Is("view", "opinion", "judgement", "judgment", "eyes"))
        || (tokens[at].Is("we") && tokens.Peek(at + 1).Is("rate", "admit", "consider"))
        || (tokens[at].Is("considers", "regards", "rates", "deems") && tokens.Peek(at + 1).Is("the", "that", "it", "its", "this", "all"))
        || (tokens[at].Is("content") && tokens.Peek(at + 1).Is("with"))
        || (tokens[at].Is("grew", "rose", "dropped") && tokens.Peek(at + 1).Is("from", "to", "by"))
        || (tokens[at].Is("auga", "kritās") && tokens.Peek(at + 1).Is("no", "līdz", "par")) || ((tokens[at].StartsWith("rezultāt")
        || tokens[at].Is("results", "outcome"))
        && Enumerable.Range(at + 1, 2).Any(near => tokens.Peek(near).Is("labi", "labs", "vāji", "pieticīgi", "good", "poor", "modest", "strong", "encouraging")))
        || ((tokens[at].StartsWith("galven") || tokens[at].StartsWith("lielāk")) && tokens.Peek(at + 1).StartsWith("ieguvum"));

    // A heading of its own, with something under it: in another cell, or one that asks for nothing else.
    private static bool HasPart(ReadSummary summary, Passage label) => summary.Passages.Index().Any(part => part.Item is { Section: SummarySection.Description or SummarySection.None } passage
        && passage != label && Has(passage.Tokens, Asked) && (passage.Block.Cell is not null ? passage.IsLabel && passage.Block.Cell != label.Block.Cell
            : (passage.IsLabel || passage.Block.Kind == BlockKind.Heading) && !Has(passage.Tokens, Described) && IsAnswered(summary, part.Index + 1)));

    private static bool IsAnswered(ReadSummary summary, int at) =>
        at < summary.Passages.Count && summary.Passages[at] is { IsLabel: false } answer && answer.Tokens.Count(token => token.Kind == TokenKind.Word) >= LeastOfAnswer;

    private static bool Has(IReadOnlyList<Token> tokens, Stems stems)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (!tokens[at].Quoted && tokens[at].StartsWith(stems) && !tokens[at].StartsWith(Things) && !IsOfThing(tokens, at))
            {
                return true;
            }
        }

        return false;
    }
}
