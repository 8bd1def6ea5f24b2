using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>
/// Reads amounts in running text, in the order of a document: what an amount is stands in its own clause before or after it, or was said before of
/// the amounts that follow (a heading, “t.sk.”, a colon).
/// </summary>
/// <param name="calendars">Ordinals of the implementation years that are calendar years.</param>
/// <param name="years">How many implementation years there are.</param>
/// <param name="runs">Lines that begin with the name of a stream.</param>
internal sealed partial class AmountSentences(IReadOnlyDictionary<int, int> calendars, int years, IReadOnlyDictionary<Passage, StreamRun> runs)
{
    private const int MostOfLine = 24;
    private const int WordsOfSentence = 6;
    private const int MostOfRoleAlone = 2;

    private static readonly string[] About = ["ap", "apmēram", "aptuveni", "gandrīz", "about", "around", "approximately", "nearly", "almost", "roughly", "circa"];

    private BudgetWord _role;
    private RawAmount? _total;
    private bool _parts;
    private bool _exhaustive;
    private int? _year;
    private int? _ofPassage;
    private int _totalDepth;
    private int _nested;
    private bool _nestedByWord;
    private RawAmount? _lead;
    private Passage? _partLine;
    private Passage? _ofLine;
    private Passage? _judged;
    private bool _isSentence;
    private BudgetWord _said;
    private BudgetWord _ofBracket;
    private bool _ofAll;
    private bool _ofPeriod;
    private bool _ofFirst;
    private bool _ofPartOfYear;
    private bool _ofSome;
    private bool _tellsInBracket;
    private int? _yearOutside;
    private bool _ofOthers;
    private IReadOnlyList<string> _stream = [];
    private string _streamName = "";
    private IReadOnlyDictionary<AmountClause, (IReadOnlyList<string> Words, string Name)> _segments = new Dictionary<AmountClause, (IReadOnlyList<string>, string)>();
    private Passage? _above;
    private Passage? _streamLine;
    private bool _goesOn;
    private BudgetWord _led;
    private BudgetWord _listed;
    private RawAmount? _plan;
    private HashSet<AmountClause> _costs = [];

    /// <summary>Another cell, section or year begins: nothing that was said before holds.</summary>
    public void Reset(BudgetWord role = BudgetWord.None) =>
        (_role, _total, _parts, _exhaustive, _year, _stream, _streamName, _ofLine) = (role, null, false, false, null, [], "", null);

    /// <summary>Another field or cell begins.</summary>
    public void Forget()
    {
        Reset();
        (_led, _listed, _plan) = (BudgetWord.None, BudgetWord.None, null);
    }

    /// <summary>Another year begins: what was announced of all years holds, and a list that goes on is still one of the same.</summary>
    public void BeginYear()
    {
        Reset(_listed != BudgetWord.None ? _listed : _led);
        _plan = null;
    }

    /// <summary>The amounts of a passage.</summary>
    /// <param name="bare">Numbers need not say that they are money.</param>
    public IReadOnlyList<RawAmount> Read(Passage passage, AmountContext context, bool bare, string text)
    {
        var clauses = AmountClause.Split(passage.Tokens, bare, calendars, StreamLines.AfterLabel(passage));
        // “Plāns: 2022. gadā 21 000,00; 2023. gadā 22 500,00”: the first row is not of the first year.
        context = context.IsAssumed && clauses.Where(clause => clause.Amounts.Count > 0).SelectMany(clause => clause.Years).Select(year => year.Ordinal).Distinct().Count() > 1 ? context with { Year = null } : context;
        _segments = passage is { Section: SummarySection.Budget or SummarySection.None, Block.Cell: null } || clauses.Select(clause => clause.Sentence).Distinct().Count() > 1 ? StreamSegments.Of(clauses, text) : new Dictionary<AmountClause, (IReadOnlyList<string>, string)>();
        // What begins “Pirmajā gadā …” and goes on “Otrajā gadā …” is not all of the first.
        _ofPassage = passage.Block.Cell is null && clauses.SelectMany(clause => clause.YearsToldOf).Select(year => year.Ordinal).Distinct().Count() > 1
            && clauses.Select(clause => clause.Sentence).Distinct().Count() > 1 && !BeginsWithItsYear(passage) ? null : passage.Year ?? ClauseYears.OfAll(passage, clauses);
        _costs = NamedCosts.Of(clauses);
        _goesOn = passage.Block.Cell is { } cell && passage.Tokens is [var bracket, ..] && bracket.IsSign('(') && _total is { Passage: var whole } && whole.Block.Cell == cell
            && _total.Money.Next >= whole.Tokens.Count;
        var found = new List<RawAmount>();
        if (_parts && EndsList(passage))
        {
            (_parts, _exhaustive, _total) = (false, false, null);
        }

        if (_role is not (BudgetWord.Planned or BudgetWord.Spent) && _listed == BudgetWord.None && IsSentence(passage))
        {
            _role = BudgetWord.None;
        }

        if (!_parts)
        {
            _year = null;
            (_stream, _streamName) = ([], "");
        }

        var sentence = 0;
        (_tellsInBracket, _yearOutside) = (false, _year);
        (_ofAll, _ofPeriod, _ofFirst, _ofPartOfYear, _ofSome, _ofOthers, _ofBracket, _nested) = (false, false, false, false, false, false, BudgetWord.None, 0);
        for (var place = 0; place < clauses.Count; place++)
        {
            if (clauses[place].Sentence != sentence)
            {
                _said = BudgetWord.None;
                // “Both years together. Planned EUR 105,200.00, spent …”
                var ofPeriod = AllYears.Begins(clauses) || (found.Count == 0 && AllYears.IsLead(passage.Tokens, clauses[0].First, clauses[place].First - 1, years));
                sentence = clauses[place].Sentence;
                _lead = null;
                (_tellsInBracket, _yearOutside) = (false, null);
                (_year, _ofAll, _ofPeriod, _ofFirst, _ofPartOfYear, _ofSome, _ofOthers, _ofBracket) = (null, false, ofPeriod, false, false, false, false, BudgetWord.None);
                // What was planned and spent may be told in several sentences; what was left or moved is told in one.
                _role = _role is BudgetWord.Planned or BudgetWord.Spent ? _role : BudgetWord.None;
                // Parts do not go on in the next sentence, once there were any.
                _parts &= found.Count == 0 || found[^1].Whole is null;
            }

            found.AddRange(clauses[place].Computed.Select(money => new RawAmount(money, passage) { Year = context.Year ?? _ofPassage, IsCertain = money.Certain }));
            var first = found.Count;
            var isPlan = IsPlanBesideSpent(clauses, place, passage);
            _role = isPlan ? BudgetWord.Planned : _role;
            Read(clauses[place], passage, context, found, text);
            if (isPlan && found[^1] is { Stream.Count: > 0 } plan)
            {
                (_stream, _streamName, _streamLine, plan.NamesStream) = (plan.Stream, plan.StreamName, passage, true);
            }

            for (var i = first; i < found.Count; i++)
            {
                AmountFate.Settle(found[i], i > 0 ? found[i - 1] : null, clauses, place, context.Year ?? _ofPassage ?? YearBeside(found, i));
            }
        }

        ListTotals.Settle(found, clauses, passage);
        AmountFate.BetweenYears(found);
        SentenceYears.Settle(found, clauses, passage);
        TakenFrom.Settle(found);
        PartsOfPlan.Settle(found);
        RespectiveParts.Settle(found);
        if (found.Count == 0 && clauses.Count > 0)
        {
            Announce(passage, clauses);
        }

        _listed = passage.Tokens.Count > 0 && passage.Tokens[^1] is var end && (end.IsSign(';') || end.IsSign(',')) && found.Count > 0 && (IsAnnouncedList(clauses)
            || (_listed != BudgetWord.None && clauses.All(clause => clause.Roles.Count == 0)))
            ? found[^1].Role : BudgetWord.None;
        return found;
    }

    // “telpas: 6 500,00, izlietots 6 431,18”: beside what was spent, and said to be nothing else, it is what was planned.
    private static bool IsPlanBesideSpent(IReadOnlyList<AmountClause> clauses, int place, Passage passage) => passage is { Section: SummarySection.Budget, Block.Cell: null }
        && clauses[place] is { Depth: 0, Roles.Count: 0, Years.Count: 0, Amounts: [var plan] } clause && clause.ColonBetween(clause.First, plan.First)
        && place + 1 < clauses.Count && clauses[place + 1] is { Depth: 0, Amounts: [var spent], Words: [{ Word: BudgetWord.Spent } word] } next && next.Sentence == clause.Sentence
        && clause.Tokens.Peek(plan.Next).IsSign(',') && word.At == plan.Next + 1 && word.At + word.Length == spent.First;

    // Of what was moved to a year that its clause names, the year that was told of before.
    private static int? YearBeside(List<RawAmount> found, int at) => found[at] is { NamesYear: false, Role: BudgetWord.Remainder } ? found[at].Year
        : found[at] is { NamesYear: true, Role: BudgetWord.Carried } && at > 0 && found[at - 1].Year < found[at].Year ? found[at - 1].Year : null;

    // “Remainders paid back: Year I 519.50; Year II 465.80; …”: what stands before the colon is said of all that follow.
    private static bool IsAnnouncedList(IReadOnlyList<AmountClause> clauses)
    {
        var tokens = clauses[0].Tokens;
        var colon = Enumerable.Range(0, tokens.Count).FirstOrDefault(at => tokens[at].IsSign(':'));
        var roles = clauses.SelectMany(clause => clause.Roles).ToList();
        return colon > 0 && roles.Count > 0 && roles.TrueForAll(role => role.At < colon) && clauses.SelectMany(clause => clause.Years).Any()
            && clauses.SelectMany(clause => clause.Amounts).All(amount => amount.First > colon);
    }

    // “Pirmais gads: plāns …. Atlikušie … novirzīti otrajam gadam.”, “1. gads. Plānots …”: set off before what is all of the first.
    private static bool BeginsWithItsYear(Passage passage)
    {
        var start = Numbering.After(passage.Tokens);
        start = YearNameGrammar.Read(passage.Tokens, 0) is null ? start : 0;
        return passage.Year is { } year && YearNameGrammar.Read(passage.Tokens, start) is { Form: YearForm.Name } name && name.Ordinal == year && IsSetOff(passage.Tokens, start + name.Length)
            && !Enumerable.Range(start + 1, passage.Tokens.Count - start - 1).Any(at => FullSentences.IsEnd(passage.Tokens, at - 1) && YearNameGrammar.Read(passage.Tokens, at) is { } other
                && other.Ordinal != year && IsSetOff(passage.Tokens, at + other.Length));
    }

    private static bool IsSetOff(IReadOnlyList<Token> tokens, int end) => tokens.Peek(end).IsSign(':') || (tokens.Peek(end).IsSign('.') && tokens.Peek(end + 1).IsCapitalised);

    // Below lines of “name amount” a whole sentence, which is no part any more: “The municipality added EUR 2,250.00 of its own.”
    private bool EndsList(Passage passage) => _partLine is not null && !ReferenceEquals(_partLine, passage) && !_partLine.Tokens[^1].IsSign('.') && IsSentence(passage);

    // Asked for each clause of a passage, judged once.
    private bool IsSentence(Passage passage)
    {
        if (!ReferenceEquals(_judged, passage))
        {
            _judged = passage;
            _isSentence = passage.Block.Cell is null && passage.Tokens is [{ IsCapitalised: true }, .., var last] && last.IsSign('.') && passage.Tokens.Count(token => token.Kind == TokenKind.Word) >= WordsOfSentence;
        }

        return _isSentence;
    }

    // “Plānotais finansējums:” says what the amounts below it are; another text says that they are not what came before.
    private void Announce(Passage passage, IReadOnlyList<AmountClause> clauses)
    {
        var roles = clauses.SelectMany(clause => clause.Roles).Select(role => role.Word).Distinct().ToArray();
        if (roles.Length == 1 && (passage.IsLabel || passage.Block.Kind == BlockKind.Heading || passage.Tokens.Count <= MostOfRoleAlone || (passage.Tokens.Count <= 12
            && passage.Tokens[^1].IsSign(':'))))
        {
            Reset(roles[0]);
            _led = passage.Year is null || _led != BudgetWord.None ? roles[0] : BudgetWord.None;
        }
        else if (passage is { IsLabel: true, Year: not null } && roles.Length == 0)
        {
            Reset(_led); // “II gads” below “Izlietots:”
        }
        else if (passage.Tokens.Count > 12 || roles.Length > 1 || passage.Block.Kind == BlockKind.Heading)
        {
            Forget();
        }
    }

    // A short line of a stream's name and its amounts, right below a line of the year's or with a colon after the name; the rest of the line is of the same stream.
    private bool IsStreamLine(AmountClause clause, Passage passage, bool isFirst, string text)
    {
        if (!isFirst)
        {
            return ReferenceEquals(_streamLine, passage);
        }

        if (runs.TryGetValue(passage, out var run) && (run.TellsRoles || (_led is BudgetWord.Planned or BudgetWord.Spent && _role == _led)))
        {
            (_stream, _streamName, _streamLine) = (run.Words, run.Name, passage);
            return true;
        }

        if (StreamLines.IsNamed(clause, passage, _ofLine, _role, text))
        {
            (_stream, _streamName) = clause.Label(clause.First, clause.Amounts[0].First, text);
            _streamLine = passage;
            return true;
        }

        var isBelow = _above is not null && !ReferenceEquals(_above, passage) && _above.Year == passage.Year;
        if (!(isBelow || StreamLines.IsNamedByColon(clause)) || passage.Year is null || passage.Tokens.Count > MostOfLine || clause.Depth > 0 || clause.Years.Count > 0
            || clause.Roles is not [var role, ..] || role.At > clause.Amounts[0].First || clause.Words.Any(word => word.Word is BudgetWord.Total or BudgetWord.WholePeriod))
        {
            _above = clause.Roles.Count > 0 && clause.Depth == 0 ? passage : _above;
            return false;
        }

        var (words, name) = clause.Label(clause.First, role.At, text);
        if (words.Count is 0 or > 4)
        {
            _above = passage;
            return false;
        }

        (_stream, _streamName, _streamLine) = (words, name, passage);
        return true;
    }

    // Streams without a total: “Plānots: mācībām 9 640,00 euro, telpām 13 360,00 euro.” The first is one once the second is.
    private bool IsInList(AmountClause clause, RawAmount raw, BudgetWord own, string text)
    {
        if (raw.Passage.Section != SummarySection.Budget || clause.Depth > 0 || raw.Stream.Count == 0 || (clause.Amounts.Count > 1 && !clause.NamesStandBefore(text)) || clause.IsNamedAfter(text))
        {
            _lead = null;
            return false;
        }

        if (clause.BeginsWithRoleAndNames(text))
        {
            return raw.Stream.Count > 0;
        }

        if (_lead is not null && own == BudgetWord.None)
        {
            return _lead.NamesStream = true;
        }

        _lead = clause.BeginsWithRoleAndColon ? raw : null;
        return clause.BeginsWithRoleAndColon && clause.Amounts.Count > 1;
    }

    private bool IsPartBeside(List<RawAmount> found, Passage passage) => found.Count > 0 && found[^1].Whole is not null && ReferenceEquals(found[^1].Whole, _total) && ReferenceEquals(found[^1].Passage, passage) && found[^1].IsExhaustive;

    // “…, t. sk. nodarbībām 574,60 euro un telpām 700,00 euro; no tā 700,00 euro …”: the whole once more, by what became of it.
    private bool DividesAnew(AmountClause clause, List<RawAmount> found, Passage passage) => clause is { Depth: 0, Words: [{ Word: BudgetWord.Parts } word, ..] } && word.At == clause.First
        && passage.Tokens.Peek(clause.First - 1).IsSign(';') && found.Count > 0 && found[^1].Whole is { } whole && ReferenceEquals(whole, _total) && ReferenceEquals(found[^1].Passage, passage);

    // “no tiem personālam 7 300,00 euro (vadītājai 4 100,00 euro, …)”
    private bool OpensAfterPart(AmountClause clause, List<RawAmount> found, Passage passage) => clause.Depth > _totalDepth && clause.Tokens.Peek(clause.First - 1) is var sign && (sign.IsSign('(') || sign.IsSign('['))
        && found.Count > 0 && found[^1].Whole is not null && ReferenceEquals(found[^1].Whole, _total) && ReferenceEquals(found[^1].Passage, passage);

    // “2021 – EUR 8,100; 2022 – EUR 8,100; together EUR 16,200”
    private static bool IsAfterYears(List<RawAmount> found, Passage passage) =>
        found.Count > 1 && ReferenceEquals(found[^1].Passage, passage) && found[^1].Year is { } last && found[^2].Year is { } before && last != before;
}
