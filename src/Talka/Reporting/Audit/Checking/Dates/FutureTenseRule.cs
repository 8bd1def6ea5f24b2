using Talka.Foundation;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;
using static Talka.Reporting.Audit.Checking.Dates.Texts;

namespace Talka.Reporting.Audit.Checking.Dates;

/// <summary>Work of a year that is over, told as if it were still to come. Plans that say so are left alone.</summary>
public sealed class FutureTenseRule : IAuditRule
{
    private static readonly string[] Clauses =
        ["kas", "kurš", "kura", "kuras", "kuri", "kurā", "kurās", "kuru", "kur", "kam", "ka", "lai", "kad", "ja", "kā", "vai", "which", "that", "who", "where", "when", "so", "if", "whose", "whether", "as", "what", "how", "why"];

    private static readonly string[] People = ["ers", "ors", "ists", "ants", "ents", "tājs", "tāji", "tāju", "tājiem", "tājus", "niekiem", "nieki", "nieku", "niekus"];

    private static readonly Stems Saying = ["rakstī", "rakstīt", "teica", "sacīj", "teikts", "solīj", "jautāj", "lasām", "said", "wrote", "written", "asked", "reads", "says"];

    private static readonly Stems Tasks = ["līgum", "uzdevum", "projekt", "contract", "agreement", "task", "project"];

    public IReadOnlyList<string> Codes => ["future-tense-done-work"];

    public IEnumerable<Finding> Check(ReadSummary summary)
    {
        var dates = summary.FactsOf<DateFact>().ToLookup(date => date.Passage);
        var told = new Lazy<IReadOnlyList<(int Year, DateOnly Last)>>(() => LastDays(summary));
        foreach (var (index, passage) in summary.Passages.Index())
        {
            // Where there is only one year, it need not be named.
            if (passage is not { Section: SummarySection.Description, IsLabel: false } || !Enumerable.Range(0, passage.Tokens.Count).Any(at => FutureTense.At(passage.Tokens, at)))
            {
                continue;
            }

            var known = dates[passage].ToList();
            var year = passage.Year ?? YearOf(summary, known);
            if (year is null && summary.Years.Count > 1)
            {
                continue;
            }

            // Of a year that others followed nothing is still to come.
            var isPast = year is { } ordinal && summary.Years.Any(other => other.Ordinal > ordinal);
            var period = year is null ? summary.Whole : summary.YearOf(year)?.Period ?? (isPast && summary.Whole is null ? ToldAfter(told.Value, year.Value) : null);
            var ahead = false;
            var isOfYear = new Lazy<bool>(() => known.Exists(date => date.Days is { } days && period is { } limits && days.Overlaps(limits)));
            foreach (var sentence in Sentences.Of(passage.Tokens))
            {
                // What follows a plan belongs to it.
                var looks = LooksAhead(passage, sentence);
                ahead |= looks == Outlook.Onwards || NamesLaterYear(passage, sentence, (period ?? summary.Whole)?.To.Year);
                var span = Span.Between(passage.Tokens[sentence.First].Start, passage.Tokens[sentence.End - 1].End);
                var inside = DateFacts.Within(known, span).Where(date => span.Contains(date.Span)).ToList();
                ahead |= inside.Exists(date => date is { YearIsImplied: false, From: { } day } && period is { } limits && day > limits.To);
                if (Verb(passage.Tokens, sentence) is { } verb && looks == Outlook.None && (!ahead || TimesOfYear.NamesYear(passage.Tokens, sentence)
                    || inside.Exists(date => IsWithin(date, period)))
                    && !inside.Exists(date => IsAfter(date, period))
                    && (isPast || IsWork(passage, sentence) || TimesOfYear.Has(passage.Tokens, sentence) || isOfYear.Value || IsAmongDone(summary.Passages, index)))
                {
                    var where = Span.Between(verb.Start, passage.Tokens[Math.Min(sentence.End, IndexOf(passage.Tokens, verb, sentence) + 2) - 1].End);
                    var quote = summary.Document.Quote(where);
                    yield return new(Codes[0], Severity.Note, year, span, quote, T("FutureExpected"), "", null, T("FutureTense", Ordinals.Roman(year ?? 1), quote), []);
                }
            }
        }
    }

    // “Nometne 11.–15.07.2022. Nometnē bērni būvēs …”: of which year a text is that names none, its days say.
    private static int? YearOf(ReadSummary summary, List<DateFact> dates)
    {
        var days = dates.Where(date => date is
        {
            Role: DateRole.Work, Certain: true, YearIsImplied: false, Days: not null,
            Precision: DatePrecision.Day or DatePrecision.Range
        }).ToList();
        return days.Count > 0 && days.Select(date => summary.YearOn(date.From!.Value)).Distinct().ToList() is [var only] ? only : null;
    }

    // Where no period is given: up to the last day of which a following year tells what was done.
    private static Period? ToldAfter(IReadOnlyList<(int Year, DateOnly Last)> told, int year)
    {
        var later = told.Where(of => of.Year > year).Select(of => of.Last).ToList();
        return later.Count > 0 ? new(DateOnly.MinValue, later.Max()) : null;
    }

    private static IReadOnlyList<(int Year, DateOnly Last)> LastDays(ReadSummary summary) => [.. summary.FactsOf<DateFact>()
        .Where(date => date is { Role: DateRole.Work, Certain: true, YearIsImplied: false, To: not null, Passage.Year: not null })
        .GroupBy(date => date.Passage.Year!.Value).Select(year => (year.Key, year.Max(date => date.To!.Value)))];

    // In the main clause: what “kura būs pieejama” and “lai tiktu” say hangs on another verb.
    private static Token? Verb(IReadOnlyList<Token> tokens, TokenRange sentence)
    {
        var (hangs, said) = (false, false);
        for (var at = sentence.First; at < sentence.End; at++)
        {
            var token = tokens[at];
            if (token.IsSign(':') && said)
            {
                return null; // “uz plakāta rakstīja: vasarā tiksimies!”
            }

            said |= token.StartsWith(Saying);
            if (token.IsSign(',') || token.IsSign('–') || token.IsSign('('))
            {
                hangs = false;
            }
            else if (!token.Quoted && token.Is(Clauses))
            {
                // “Notika diena, kuras laikā pieņems juristi”: what was held is over.
                hangs = !(tokens.Peek(at + 1).Is("laikā") && tokens.AnyIn(sentence.First, at, held => tokens[held].Is("notika", "norisinājās")));
            }
            else if (!hangs && FutureTense.At(tokens, at) && !FutureTense.IsOfTheText(tokens, at))
            {
                return token;
            }
        }

        return null;
    }

    private static int IndexOf(IReadOnlyList<Token> tokens, Token token, TokenRange sentence)
    {
        var at = sentence.First;
        while (tokens[at] != token)
        {
            at++;
        }

        return at;
    }

    // “… in 2025”: a year alone, after the one that is told of.
    private static bool NamesLaterYear(Passage passage, TokenRange sentence, int? last) => Enumerable.Range(sentence.First, sentence.End - sentence.First)
        .Any(at => passage.Tokens[at] is { Kind: TokenKind.Digits, Text: ['2', '0', _, _] } year && (last is null || int.Parse(year.Text, System.Globalization.CultureInfo.InvariantCulture) > last));

    // “vēlāk”, and a year that was before, say nothing of what the next sentences tell.
    private static Outlook LooksAhead(Passage passage, TokenRange sentence)
    {
        var found = Outlook.None;
        for (var at = sentence.First; at < sentence.End; at++)
        {
            var name = YearNameGrammar.Read(passage.Tokens, at);
            var isLater = WorkWords.IsLater(passage.Tokens[at]) && !IsOfPeople(passage.Tokens, at) && !WasPlanned(passage.Tokens, at);
            if (IsOfOtherTask(passage.Tokens, at) || TimesOfYear.IsAfterTask(passage.Tokens, at) || (isLater && !passage.Tokens[at].Is("vēlāk", "later")) || (name is not null
                && !(name.Ordinal <= passage.Year)))
            {
                return Outlook.Onwards;
            }

            found = isLater || (name is not null && name.Ordinal != passage.Year) ? Outlook.Here : found;
        }

        return found;
    }

    // The sentence says itself that its day is over, whatever was planned before.
    private static bool IsWithin(DateFact date, Period? period) => date is { Role: DateRole.Work, Certain: true, YearIsImplied: false, From: { } from, To: { } to }
        && period is { } known && known.From <= from && to <= known.To;

    // An item between two others that tell with their numbers what was done.
    private static bool IsAmongDone(IReadOnlyList<Passage> passages, int at) => at > 0 && at + 1 < passages.Count && passages[at].Block.Kind == BlockKind.ListItem
        && IsDone(passages[at - 1], passages[at]) && IsDone(passages[at + 1], passages[at]);

    private static bool IsDone(Passage item, Passage beside) => item.Block.Kind == BlockKind.ListItem && item.Block.Level == beside.Block.Level && item.Year == beside.Year
        && item.Tokens.Any(token => token.Kind == TokenKind.Digits)
        && !Enumerable.Range(0, item.Tokens.Count).Any(at => FutureTense.At(item.Tokens, at) || WorkWords.IsFuture(item.Tokens[at]));

    // “it is not part of this contract and will be written with other money”, “ārpus līguma”
    private static bool IsOfOtherTask(IReadOnlyList<Token> tokens, int at) =>
        (tokens[at].Is("not") && tokens.Peek(at + 1).Is("part", "covered", "funded")) || (tokens[at].Is("nav") && tokens.Peek(at + 1).StartsWith("šī")
            && tokens.Peek(at + 3).StartsWith("daļ"))
        || ((tokens[at].Is("ārpus") || tokens[at].Is("outside")) && Enumerable.Range(at + 1, 3).Any(next => tokens.Peek(next).StartsWith(Tasks)));

    // “iecerēts bija daudz”, “was planned”: a plan of the past is followed by what became of it.
    private static bool WasPlanned(IReadOnlyList<Token> tokens, int at) => (tokens[at].StartsWith("iecer") || tokens[at].StartsWith("plān") || tokens[at].StartsWith("paredz")
        || tokens[at].Is("planned", "intended"))
        && (tokens.Peek(at - 1).Is("bija", "was", "were", "had") || tokens.Peek(at + 1).Is("bija"));

    // “future instructors”, “nākamie vadītāji”: what people are to become is no plan.
    private static bool IsOfPeople(IReadOnlyList<Token> tokens, int at) =>
        (tokens[at].Is("future") || tokens[at].StartsWith("nākam")) && tokens.Peek(at + 1) is { Kind: TokenKind.Word, Quoted: false } word
        && (CountNoun.At(tokens, at + 1)?.Noun.Sort == NounSort.People || Array.Exists(People, ending => word.Text.EndsWith(ending, StringComparison.OrdinalIgnoreCase)));

    private static bool IsAfter(DateFact date, Period? period) => date.From is not { } from || period is not { } known || from > known.To || (date.Precision == DatePrecision.Year && from.Year >= known.To.Year);

    // It speaks of an event or of a number; else a date of that year must stand beside.
    private static bool IsWork(Passage passage, TokenRange sentence)
    {
        for (var at = sentence.First; at < sentence.End; at++)
        {
            if (WorkWords.IsEvent(passage.Tokens[at]) || passage.Tokens[at].Kind == TokenKind.Digits)
            {
                return true;
            }
        }

        return false;
    }

    private enum Outlook
    {
        None,

        /// <summary>Of this sentence alone.</summary>
        Here,

        /// <summary>What follows belongs to it.</summary>
        Onwards,
    }
}
