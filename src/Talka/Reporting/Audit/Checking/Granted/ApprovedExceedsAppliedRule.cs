using Talka.Foundation.Localisation;
using Talka.Reporting.Audit.Checking.Sums;
using Talka.Reporting.Audit.Checking.Lists;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;
using static Talka.Reporting.Audit.Checking.Granted.Texts;

namespace Talka.Reporting.Audit.Checking.Granted;

/// <summary>More was approved than was applied for, in the same passage or in the one right after.</summary>
public sealed class ApprovedExceedsAppliedRule : IAuditRule
{
    private const int Near = 16;

    internal static readonly string[] Exchangeable = ["applications", "projects", "grants", "ideas"];

    // What an application is for; one may be for several.
    private static readonly Stems Schemes = ["iniciatīv", "iecer", "priekšlikum", "ierosinājum", "initiative", "proposal", "scheme", "bid"];

    private static readonly Stems Awards = ["stipend", "bursar", "scholarship", "fellowship"];

    private static readonly Stems Admitted = ["uzņem", "uzņēma", "uzņēmā", "admit", "enrol"];

    private static readonly string[] Several = ["two", "several", "divus", "diviem", "divi", "divas", "divām", "vairākus", "vairākas", "vairākiem"];

    private const int MostToVerb = 3;
    private const int MostToWhy = 20;
    private const int MostToOther = 4;

    public IReadOnlyList<string> Codes => ["approved-exceeds-applied"];

    public IEnumerable<Finding> Check(ReadSummary summary)
    {
        var told = Told(summary).ToList();
        return told.Concat(Tied(summary).Where(tied => !told.Exists(finding => finding.Members.Any(member => member.Where.Contains(tied.GivenAt))))
            .Select(tied => Finding(Severity.Error, summary.YearOf(tied.OfGiven), tied.GivenAt, tied.Given, tied.Asked,
                [new(tied.AskedAt, Format.Number(tied.Asked), ""), new(tied.GivenAt, Format.Number(tied.Given), "")]))).Concat(InTables(summary));
    }

    private static IEnumerable<AskedAndGiven> Tied(ReadSummary summary) =>
        SelectedOf.In(summary.Passages).Concat(LabelledTallies.In(summary.Passages)).Concat(AskedAfterwards.In(summary.Passages))
        .Where(pair => pair.Given > pair.Asked).DistinctBy(pair => pair.GivenAt);

    private IEnumerable<Finding> InTables(ReadSummary summary) => AppliedColumns.Of(summary.Passages).Where(row => row.Given > row.Asked).Select(row =>
        Finding(Severity.Error, row.Approved.Year ?? YearOf(summary, row.Calendar), row.Approved.Span, row.Given, row.Asked,
            [new(row.Name.Span, "", ""), new(row.Applied.Span, Format.Number(row.Asked), ""), new(row.Approved.Span, Format.Number(row.Given), "")]))
        .Concat(AmountsApplied.Of(summary.Passages).Select(pair => new Finding(Codes[0], Severity.Error, pair.Passage.Year, pair.Granted.Span, Format.Euro(pair.Granted.Amount),
            "≤ " + Format.Euro(pair.Asked.Amount),
            $"{Format.Amount(pair.Granted.Amount)} > {Format.Amount(pair.Asked.Amount)}", null, T("ApprovedExceeds", Format.Euro(pair.Granted.Amount),
                Format.Euro(pair.Asked.Amount)),
            [new(pair.Asked.Span, Format.Euro(pair.Asked.Amount), ""), new(pair.Granted.Span, Format.Euro(pair.Granted.Amount), "")])));

    private static int? YearOf(ReadSummary summary, int? calendar) => calendar is not { } year ? null
        : summary.Years.FirstOrDefault(section => section.Period is { } period && period.From.Year == year && period.To.Year == year)?.Ordinal;

    private static Finding Finding(Severity severity, int? year, Span where, long given, long asked, IReadOnlyList<FindingMember> members) =>
        new("approved-exceeds-applied", severity, year, where, Format.Number(given), "≤ " + Format.Number(asked), Format.Number(given) + " > " + Format.Number(asked), null,
            T("ApprovedExceeds", Format.Number(given), Format.Number(asked)), members);

    private static IEnumerable<Finding> Told(ReadSummary summary)
    {
        CountFact? applied = null;
        var (place, asked, all) = (0, 0L, 0L);
        var passages = new Dictionary<Passage, int>(ReferenceEqualityComparer.Instance);
        foreach (var (index, passage) in summary.Passages.Index())
        {
            passages[passage] = index;
        }

        foreach (var fact in summary.FactsOf<CountFact>())
        {
            var at = passages[fact.Passage];
            if (fact.Status == CountStatus.Applied && fact.Role != CountRole.Part)
            {
                // What was asked for in one round and in the next, and in all of them.
                var isAlone = applied is null || !ReferenceEquals(applied.Passage, fact.Passage) || applied.Count == fact.Count;
                asked = isAlone ? fact.Count : asked + fact.Count;
                all = place == at ? all + fact.Count : fact.Count;
                (applied, place) = (fact, at);
            }
            else if (fact.Status == CountStatus.Approved && applied is not null)
            {
                if (at - place <= 1 && applied.Year == fact.Year && applied.IsExact && fact.IsExact && fact.Count > (ApplicationWords.AreOfAllRounds(fact.Passage.Tokens, fact.First - Near, fact.First + Near) ? all : asked) && !MayBeOfMore(applied, fact) && Severe(applied, fact) is { } severity)
                {
                    yield return Finding(severity, fact.Year, fact.Span, fact.Count, applied.Count,
                        [new(applied.Span, Format.Number(applied.Count), ""), new(fact.Span, Format.Number(fact.Count), "")]);
                }

                applied = null;
            }
        }
    }

    // “12 clubs applied, later five more; 15 got a grant”, “15 pieteikumi par 22 bērniem, uzņemti 19 bērni”: with what stands between there were enough.
    private static bool MayBeOfMore(CountFact applied, CountFact approved)
    {
        if (!ReferenceEquals(applied.Passage, approved.Passage) || approved.First < applied.End || CountWords.AfterPartWords(applied.Passage.Tokens, approved.End) is not null)
        {
            return false;
        }

        var (tokens, more, depth) = (applied.Passage.Tokens, 0L, 0);
        // “8 associations applied, some with two projects; 11 projects were approved”
        if (applied.Noun != approved.Noun && IsOfGroups(applied)
            && tokens.AnyIn(applied.End, tokens.SentenceEnd(approved.End, MostToWhy), at => (at < approved.First || at >= approved.End) && tokens[at].Is(Several)))
        {
            return true;
        }

        for (var at = applied.End; at < approved.First; at++)
        {
            depth += tokens[at].IsSign('(') ? 1 : tokens[at].IsSign(')') ? -1 : 0;
            if (depth == 0 && CountGrammar.Number(tokens, at) is var (value, end, _) && MoneyGrammar.Read(tokens, at) is null && DateGrammar.Read(tokens, at) is null)
            {
                more += !CountWords.IsFate(tokens, end) && (MayBeOne(CountNoun.At(tokens, end)?.Noun) || tokens.Peek(at - 1).Is("vēl", "another", "further")) ? value : 0;
                at = end - 1;
            }
        }

        // “12 clubs and 9 choirs applied”
        if (tokens.Peek(applied.First - 1).IsAnd())
        {
            more += Enumerable.Range(applied.First - MostToOther, MostToOther - 1).Select(at => at < 0 ? null : CountGrammar.Number(tokens, at)).FirstOrDefault(number => number is not null)?.Value ?? 0;
        }

        return more != applied.Count && more > 0 && applied.Count + more >= approved.Count;

        bool MayBeOne(CountNoun? noun) => noun is null || noun == applied.Noun || noun == approved.Noun
            || (IsOfGroups(applied) && noun.Sort != NounSort.People);
    }

    private static bool IsOfGroups(CountFact fact) => fact.Noun?.Code is "organisations" or "associations" or "groups" or "clubs";

    // Two cases of one word: “pircēji”, “pircējiem”.
    private static bool IsSameWord(string one, string other)
    {
        const int stem = 4;
        const int ending = 3;
        var common = one.AsSpan().CommonPrefixLength(other);
        return common >= stem && common >= Math.Min(one.Length, other.Length) - ending && Math.Max(one.Length, other.Length) - common <= ending + 1;
    }

    // “one kit per application”, “katram pieteikumam viens komplekts”: whatever was granted, no application got two.
    private static bool IsOneEach(CountFact approved)
    {
        var tokens = approved.Passage.Tokens;
        for (var at = Math.Max(0, approved.First - Near); at < Math.Min(tokens.Count, approved.End + Near); at++)
        {
            var isEnglish = tokens[at].Is("one", "1") && (tokens.Peek(at + 2).Is("per") || tokens.Peek(at + 1).Is("per")) && Enumerable.Range(at + 2, 2).Any(next => tokens.Peek(next).Is("application", "applicant"));
            var isLatvian = tokens[at].Is("katram", "katrai", "uz", "par") && (tokens.Peek(at + 1).StartsWith("pieteikum") || tokens.Peek(at + 1).StartsWith("pieteicēj") || tokens.Peek(at + 2).StartsWith("pieteikum"))
                && Enumerable.Range(at - 3, 7).Any(near => tokens.Peek(near).Is("viens", "viena", "vienu", "vienam"));
            if (isEnglish || isLatvian)
            {
                return true;
            }
        }

        return false;
    }

    // “granted to twelve pupils, EUR 400.00 each”, “piešķirtas divpadsmit jauniešiem, katram 400,00 euro”: one grant to each.
    private static bool GetsEach(CountFact approved)
    {
        var tokens = approved.Passage.Tokens;
        var at = tokens.SkipSigns(approved.End, ',', '–', '(');
        var isBefore = tokens.Peek(at).Is("katram", "katrai", "each");
        return MoneyGrammar.Read(tokens, isBefore ? at + 1 : at) is { } money && (isBefore || tokens.Peek(money.Next).Is("each", "apiece", "katram", "katrai"));
    }

    // Who applied gets one of them.
    private static bool IsAward(CountFact fact) => fact.Passage.Tokens[fact.End - 1].StartsWith(Awards);

    private static bool IsScheme(CountFact fact) => fact.Passage.Tokens[fact.End - 1].StartsWith(Schemes);

    // “uzņēmām 32 kursantus”, “32 students were admitted”: each of them applied.
    private static bool IsAdmitted(CountFact fact) => fact.Passage.Tokens.AnyIn(fact.First - MostToVerb, fact.End + MostToVerb, Admitted);

    // Each of them handed in an application of its own, or more.
    private static bool IsApplicants(CountFact fact) => CountReader.IsApplicant(fact.Word);

    // An organisation may hand in several projects; people are another thing than applications.
    private static Severity? Severe(CountFact applied, CountFact approved)
    {
        var (of, what) = (applied.Noun?.Code, approved.Noun?.Code);
        return IsApplicants(approved) ? of == "applications" || IsApplicants(applied) ? Severity.Warning : null
            : of is null && IsScheme(applied) && (Exchangeable.Contains(what) || (what is null && IsScheme(approved))) ? Severity.Warning
            : what is null && of is null && applied.Word.Length > 0 && approved.Word.Length > 0 ? IsSameWord(applied.Word, approved.Word) ? Severity.Error : null
            : of == "applications" && approved.Word.Length > 0 && (what is null || approved.CountsPeople) && GetsEach(approved) ? Severity.Warning
            : of == "applications" && approved.Word.Length > 0 && IsAdmitted(approved) && Slips.Is(approved.Count, applied.Count) ? Severity.Warning
            : what is null && of is not null && (of == "applications" || Exchangeable.Contains(of)) && IsScheme(approved) ? Severity.Warning
            : what is null && !IsAward(approved) ? approved.Word.Length == 0 ? Severity.Error : IsOneEach(approved) ? Severity.Warning : null
            : of == what || (Exchangeable.Contains(of) && Exchangeable.Contains(what)) ? Severity.Error
            : (of == "applications" && what is "groups" or "teams" or "clubs")
                || (of == "applications" && IsAward(approved))
                || (of is "organisations" or "associations" or "groups" && (Exchangeable.Contains(what) || what is "organisations" or "associations")) || (what is "organisations" or "associations" && Exchangeable.Contains(of)) ? Severity.Warning
            : null;
    }
}
