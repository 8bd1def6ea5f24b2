using Talka.Foundation.Localisation;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;
using static Talka.Reporting.Audit.Checking.Agreement.Texts;

namespace Talka.Reporting.Audit.Checking.Agreement;

/// <summary>A noun that does not agree with its number, in a form that no reading makes right.</summary>
public sealed class NounAgreementRule : IAuditRule
{
    // After these a noun is in the genitive: “no 71 konsultācijas”, “pēc 21 sanāksmes”.
    private static readonly string[] GenitivePrepositions = ["no", "pēc", "pie", "bez", "dēļ", "uz", "aiz", "kopš", "nekā", "pirms", "virs", "zem"];

    private const int MostAfterNaming = 30;

    private static readonly string[] Naming = ["nosauca", "minēja", "norādīja", "atzīmēja", "izvēlējās", "novērtēja", "uzslavēja", "pieminēja"];

    public IReadOnlyList<string> Codes => ["noun-agreement"];

    public IEnumerable<Finding> Check(ReadSummary summary) => Known(summary)
        .Concat(summary.Passages.Where(passage => passage.Section is SummarySection.Description or SummarySection.None).SelectMany(passage => Unknown(summary, passage)))
        .DistinctBy(finding => finding.Where);

    private static IEnumerable<Finding> Unknown(ReadSummary summary, Passage passage)
    {
        foreach (var (where, count, needsSingular) in summary.Language == Languages.English ? EnglishAgreement.Of(passage) : passage.IsOfWork ? UnknownNouns.Of(passage) : [])
        {
            var stated = summary.Document.Quote(where);
            yield return new("noun-agreement", Severity.Note, passage.Year, where, stated, "", "", null, T(needsSingular ? "AgreementSingular" : "AgreementPlural", Format.Number(count), stated), []);
        }
    }

    private static IEnumerable<Finding> Known(ReadSummary summary)
    {
        foreach (var fact in summary.FactsOf<CountFact>())
        {
            // Four digits may be the year of a name: “Balva 2023 pasākumā”.
            if (fact is not { IsExact: true, Noun: not null, Count: < 1990 or > 2100 } || !IsBeside(fact) || IsPlaceOfPart(fact) || IsOfWhose(fact) || IsWhatWasNamed(fact)
                || IsOfTwoColumns(fact) || IsIndeclinable(summary, fact) || IsEnglishAgent(summary, fact) || fact.Number.Start > fact.Span.Start
                || !(fact.Passage.Tokens[fact.First].Kind == TokenKind.Digits || IsWordThatTells(fact)))
            {
                continue;
            }

            var english = IsEnglish(fact);
            var singular = english ? fact.Count == 1 : fact.Count % 10 == 1 && fact.Count % 100 != 11;
            if (singular ? NeedsSingular(fact, english) : NeedsPlural(fact, english))
            {
                var stated = summary.Document.Quote(fact.Span);
                yield return new("noun-agreement", Severity.Note, summary.YearOf(fact.Passage), fact.Span, stated, "", "", null,
                    T(singular ? "AgreementSingular" : "AgreementPlural", Format.Number(fact.Count), stated), []);
            }
        }
    }

    // The noun follows its number, at most with a genitive between them: “12 spēles komplekti”, but not “12 gadu komplekts”.
    private static bool IsBeside(CountFact fact) => NumberEnd(fact) is var noun && (noun == fact.End - 1 || CountNoun.At(fact.Passage.Tokens, noun)?.End == fact.End)
        || IsAfterPlural(fact.Passage.Tokens[noun], fact, noun)
        || (noun == fact.End - 2 && !IsEnglish(fact) && fact.Passage.Tokens[noun].Text[^1] == 's' && fact.Form is { Singular: NounCase.Nominative, Plural: NounCase.None });

    // “101 apmierināti klausītāji”: both are of several, and neither can be whose the other is.
    private static bool IsAfterPlural(Token attribute, CountFact fact, int noun) => noun == fact.End - 2 && !IsEnglish(fact)
        && attribute is { IsCapitalised: false, Text: [_, _, _, _, .., 'i'] } && fact.Form is { Singular: NounCase.None, Plural: NounCase.Nominative };

    // “divdesmit viens jaunieši”, “two brochure”: a number in words tells as much where it stands in the nominative, and is no “no one” or “one of”.
    private static bool IsWordThatTells(CountFact fact)
    {
        var (tokens, last) = (fact.Passage.Tokens, fact.Passage.Tokens[NumberEnd(fact) - 1]);
        return IsEnglish(fact) ? fact.Count > 1 || EnglishAgreement.IsOne(tokens, fact.First, fact.End)
            : fact.Count % 10 == 1 ? fact.Count > 1 && last.Is("viens", "viena")
            : last.Is("trīs") || last.Text is [_, _, .., 'i'] or [_, _, .., 'a', 's'];
    }

    // “1 121 skolēns”
    private static int NumberEnd(CountFact fact) => CountGrammar.Number(fact.Passage.Tokens, fact.First)?.End ?? fact.First + 1;

    // “atsauksmes: 400 / 431” and below it “publikācijas: 40 / 46”: what was planned and what was reached, and the next name.
    private static bool IsOfTwoColumns(CountFact fact) => (fact.Passage.Tokens.Peek(fact.First - 1).IsSign('/') && fact.Passage.Tokens.Peek(fact.First - 2).Kind == TokenKind.Digits) || IsOfNameBefore(fact);

    // “skolēni 51   vecāki 14”: each number stands after its name, and the next name after it has a number of its own.
    private static bool IsOfNameBefore(CountFact fact) => fact.Passage.Tokens is var tokens && tokens.Peek(fact.End) is { Kind: TokenKind.Digits, SpaceBefore: true }
        && (tokens.Peek(fact.First - 1).Kind == TokenKind.Word && tokens.Peek(fact.First - 2).Kind == TokenKind.Digits
            || CountNoun.At(tokens, fact.First - 1) is var (_, name, _) && (name.Plural & NounCase.Nominative) != NounCase.None);

    // “97 nodarbības: 61 bibliotēkās un 36 pansionātos”, “21 konsultācija skolēniem, 31 vecākiem”: where or for whom, and not what was counted.
    private static bool IsPlaceOfPart(CountFact fact)
    {
        var (tokens, form) = (fact.Passage.Tokens, fact.Form);
        return !IsEnglish(fact) && (form.Cases & (NounCase.Nominative | NounCase.Genitive | NounCase.Accusative)) == NounCase.None
            && (tokens.Peek(fact.First - 1) is { Kind: TokenKind.Sign } || tokens.Peek(fact.First - 1).Is("un", "bet", "vēl", "arī") || IsOfThem(tokens, fact.First - 1)) && fact.First > 0;
    }

    // “30 pārgājieni, no tiem 21 ģimenēm”
    private static bool IsOfThem(IReadOnlyList<Token> tokens, int at) => tokens.Peek(at).Is("tiem", "tām", "kuriem", "kurām") && tokens.Peek(at - 1).Is("no");

    // “212 tērpi: 96 sieviešu, 71 vīriešu un 45 bērnu”: whose they were, and the noun is what stands before the list.
    private static bool IsOfWhose(CountFact fact)
    {
        var (tokens, first) = (fact.Passage.Tokens, fact.First);
        var isBesideAnother = (IsLink(tokens.Peek(first - 1)) && IsGenitive(tokens, first - 3)) || (IsLink(tokens.Peek(fact.End)) && IsGenitive(tokens, fact.End + 1));
        return !IsEnglish(fact) && IsGenitive(tokens, fact.End - 2) && isBesideAnother;
    }

    private static bool IsLink(Token token) => token.IsSign(',') || token.Is("un");

    private static bool IsGenitive(IReadOnlyList<Token> tokens, int number) => tokens.Peek(number).Kind == TokenKind.Digits && tokens.Peek(number + 1) is { Kind: TokenKind.Word, Text: [.., 'u'] };

    // “188 nosauca nodarbības, 141 saietus”: the number is of those who named it.
    private static bool IsWhatWasNamed(CountFact fact)
    {
        var tokens = fact.Passage.Tokens;
        for (var at = fact.First - 1; at >= 0 && at > fact.First - MostAfterNaming && !FullSentences.IsEnd(tokens, at); at--)
        {
            if (tokens[at].Is(Naming))
            {
                return true;
            }
        }

        return false;
    }

    // “8 video”, “3 foto”: Latvian leaves foreign nouns in -o as they are.
    private static bool IsIndeclinable(ReadSummary summary, CountFact fact) =>
        summary.Language == Languages.Latvian && fact.Passage.Tokens[fact.End - 1].Text.EndsWith('o');

    // “4,306 cyclists”: who does something ends in English for several as in Latvian for one.
    private static bool IsEnglishAgent(ReadSummary summary, CountFact fact) => summary.Language == Languages.English && !IsEnglish(fact) && fact.Noun!.IsAgent;

    private static bool IsEnglish(CountFact fact) => fact.Form.Cases == NounCase.Any;

    private static bool NeedsSingular(CountFact fact, bool english) =>
        english || fact.Form.Singular == NounCase.None ? fact.Form.Singular == NounCase.None && !IsWhoseThing(fact, english)
        // “71 konsultācijas” is right only in the genitive, which these places exclude.
        : IsSubjectInGenitive(fact) || fact.Form is { Singular: NounCase.Genitive, Plural: not NounCase.None }
            && !GenitivePrepositions.Any(word => fact.Passage.Tokens.Peek(fact.First - 1).Is(word)) && LonePlural.Is(fact.Passage.Tokens, fact.First, fact.End);

    // “…, kuru vēroja 101 dalībnieku”, “piedalījās 21 skolēnu.”: the object is named before, or there can be none, so that it is the subject.
    private static bool IsSubjectInGenitive(CountFact fact)
    {
        var (tokens, verb, after) = (fact.Passage.Tokens, fact.First - 1, fact.Passage.Tokens.Peek(fact.End));
        var isSubject = LonePlural.HasNoObject(tokens.Peek(verb)) || (tokens.Peek(verb - 1).Is("ko", "kuru", "kurus", "kuras") && tokens.Peek(verb - 2).IsSign(',')
            && tokens.Peek(verb) is { Kind: TokenKind.Word, Quoted: false, Text: [_, _, .., 'a'] or [_, _, .., 'ā', 's'] } && !tokens[verb].Is("bija", "nebija"));
        return isSubject && fact.Form is { Singular: NounCase.Accusative, Plural: NounCase.Genitive } && after.Kind == TokenKind.Sign
            && (after.IsSign('.') || after.IsSign(';') || (after.IsSign(',') && tokens.Peek(fact.End + 1).Kind != TokenKind.Digits)) && tokens[fact.End - 1].Text[^1] == 'u';
    }

    // “21 treneru palīgs”: the noun in the genitive says whose, and what is counted comes after it.
    private static bool IsWhoseThing(CountFact fact, bool english) => !english && fact.Passage.Tokens[fact.End - 1].Text[^1] == 'u'
        && fact.Passage.Tokens.Peek(fact.End) is { Kind: TokenKind.Word, SpaceBefore: true, IsCapitalised: false, Quoted: false, Text: [_, _, _, .., 's' or 'š' or 'a' or 'e'] } head
        && !head.Is(LonePlural.AfterNoun) && !head.Is("tika", "bija") && !head.Text.EndsWith("ās", StringComparison.Ordinal) && !head.Text.EndsWith("ja", StringComparison.Ordinal);

    private static bool NeedsPlural(CountFact fact, bool english)
    {
        // “a 5 seminar cycle”, “12-participant group”
        var after = fact.Passage.Tokens.Peek(fact.End);
        return (!english && IsGenitiveOfWhatWasDone(fact))
            || fact.Form.Plural == NounCase.None && (english || after.Kind != TokenKind.Word || after.IsCapitalised || after.Is("un", "tika", "no", "ar", "par")) && (!english || EnglishAgreement.EndsAfterOne(fact.Passage.Tokens, fact.End))
            // “vidēji 410 sērijai”: what is counted is another thing.
            && (english || (fact.Form.Singular & (NounCase.Nominative | NounCase.Accusative)) != NounCase.None);
    }

    // “Sniegtas 22 konsultāciju par darbu”: the participle agrees with several in the nominative.
    // After 11 to 19 and round tens the genitive is right, and before another noun.
    private static bool IsGenitiveOfWhatWasDone(CountFact fact)
    {
        var (before, after) = (fact.Passage.Tokens.Peek(fact.First - 1), fact.Passage.Tokens.Peek(fact.End));
        return fact.Count % 10 > 1 && fact.Count % 100 is not (> 10 and < 20) && (fact.Form.Plural & (NounCase.Genitive | NounCase.Nominative)) == NounCase.Genitive
            && before is { Kind: TokenKind.Word, Quoted: false, Text.Length: > 5 }
            && (before.Text.EndsWith("tas", StringComparison.Ordinal) || before.Text.EndsWith("ti", StringComparison.Ordinal) || LonePlural.IsVerb(before))
            && (fact.End >= fact.Passage.Tokens.Count || after.IsSign('.') || after.IsSign(';') || after.Is("par", "ar", "pie") || LonePlural.IsWhere(after));
    }
}
