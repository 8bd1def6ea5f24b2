using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>
/// Reads amounts in running text, in the order of a document: what an amount is stands in its own clause before or after it, or was said before of
/// the amounts that follow (a heading, “t.sk.”, a colon).
/// </summary>
/// <param name="calendars">Ordinals of the implementation years that are calendar years.</param>
internal sealed class AmountSentences(IReadOnlyDictionary<int, int> calendars)
{
    private const int MostOfLine = 24;
    private const int WordsOfSentence = 6;

    private static readonly string[] About = ["ap", "apmēram", "aptuveni", "gandrīz", "about", "around", "approximately", "nearly", "almost", "roughly", "circa"];

    private BudgetWord _role;
    private RawAmount? _total;
    private bool _parts;
    private bool _exhaustive;
    private int? _year;
    private int? _ofPassage;
    private int _totalDepth;
    private int _nested;
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
    private bool _ofOthers;
    private IReadOnlyList<string> _stream = [];
    private string _streamName = "";
    private IReadOnlyDictionary<AmountClause, (IReadOnlyList<string> Words, string Name)> _segments = new Dictionary<AmountClause, (IReadOnlyList<string>, string)>();
    private Passage? _above;
    private Passage? _streamLine;
    private bool _goesOn;

    /// <summary>Another cell, section or year begins: nothing that was said before holds.</summary>
    public void Reset(BudgetWord role = BudgetWord.None) =>
        (_role, _total, _parts, _exhaustive, _year, _stream, _streamName, _ofLine) = (role, null, false, false, null, [], "", null);

    /// <summary>The amounts of a passage.</summary>
    /// <param name="bare">Numbers need not say that they are money.</param>
    public IReadOnlyList<RawAmount> Read(Passage passage, AmountContext context, bool bare, string text)
    {
        var clauses = AmountClause.Split(passage.Tokens, bare, calendars, StreamLines.AfterLabel(passage));
        _segments = passage is { Section: SummarySection.Budget or SummarySection.None, Block.Cell: null } || clauses.Select(clause => clause.Sentence).Distinct().Count() > 1 ? StreamSegments.Of(clauses, text) : new Dictionary<AmountClause, (IReadOnlyList<string>, string)>();
        // What begins “Pirmajā gadā …” and goes on “Otrajā gadā …” is not all of the first.
        _ofPassage = passage.Block.Cell is null && clauses.SelectMany(clause => clause.Years).Select(year => year.Ordinal).Distinct().Count() > 1
            && clauses.Select(clause => clause.Sentence).Distinct().Count() > 1 && !BeginsWithItsYear(passage) ? null : passage.Year;
        _goesOn = passage.Block.Cell is { } cell && passage.Tokens is [var bracket, ..] && bracket.IsSign('(') && _total is { Passage: var whole } && whole.Block.Cell == cell
            && _total.Money.Next >= whole.Tokens.Count;
        var found = new List<RawAmount>();
        if (_parts && EndsList(passage))
        {
            (_parts, _exhaustive, _total) = (false, false, null);
        }

        if (_role is not (BudgetWord.Planned or BudgetWord.Spent) && IsSentence(passage))
        {
            _role = BudgetWord.None;
        }

        if (!_parts)
        {
            _year = null;
            (_stream, _streamName) = ([], "");
        }

        var sentence = 0;
        (_ofAll, _ofPeriod, _ofFirst, _ofPartOfYear, _ofOthers, _ofBracket, _nested) = (false, false, false, false, false, BudgetWord.None, 0);
        for (var place = 0; place < clauses.Count; place++)
        {
            if (clauses[place].Sentence != sentence)
            {
                _said = BudgetWord.None;
                // “Both years together. Planned EUR 105,200.00, spent …”
                var ofPeriod = AllYears.Begins(clauses) || (found.Count == 0 && AllYears.IsLead(passage.Tokens, clauses[0].First, clauses[place].First - 1));
                sentence = clauses[place].Sentence;
                _lead = null;
                (_year, _ofAll, _ofPeriod, _ofFirst, _ofPartOfYear, _ofOthers, _ofBracket) = (null, false, ofPeriod, false, false, false, BudgetWord.None);
                // What was planned and spent may be told in several sentences; what was left or moved is told in one.
                _role = _role is BudgetWord.Planned or BudgetWord.Spent ? _role : BudgetWord.None;
                // Parts do not go on in the next sentence, once there were any.
                _parts &= found.Count == 0 || found[^1].Whole is null;
            }

            found.AddRange(clauses[place].Computed.Select(money => new RawAmount(money, passage) { Year = context.Year ?? _ofPassage, IsCertain = money.Certain }));
            var first = found.Count;
            Read(clauses[place], passage, context, found, text);
            for (var i = first; i < found.Count; i++)
            {
                AmountFate.Settle(found[i], clauses, place, context.Year ?? _ofPassage);
            }
        }

        AmountFate.BetweenYears(found);
        PartsOfPlan.Settle(found);
        if (found.Count == 0 && clauses.Count > 0)
        {
            Announce(passage, clauses);
        }

        return found;
    }

    // “Pirmais gads: plāns …. Atlikušie … novirzīti otrajam gadam.”: set off before what is all of the first.
    private static bool BeginsWithItsYear(Passage passage)
    {
        var start = Numbering.After(passage.Tokens);
        start = YearNameGrammar.Read(passage.Tokens, 0) is null ? start : 0;
        return passage.Year is { } year && YearNameGrammar.Read(passage.Tokens, start) is { } name && name.Ordinal == year && passage.Tokens.Peek(start + name.Length).IsSign(':')
            && !Enumerable.Range(start + 1, passage.Tokens.Count - start - 1).Any(at => FullSentences.IsEnd(passage.Tokens, at - 1) && YearNameGrammar.Read(passage.Tokens, at) is { } other
                && other.Ordinal != year && passage.Tokens.Peek(at + other.Length).IsSign(':'));
    }

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
        if (roles.Length == 1 && (passage.IsLabel || passage.Block.Kind == BlockKind.Heading || (passage.Tokens.Count <= 12 && passage.Tokens[^1].IsSign(':'))))
        {
            Reset(roles[0]);
        }
        else if (passage.Tokens.Count > 12 || roles.Length > 1 || passage.Block.Kind == BlockKind.Heading)
        {
            Reset();
        }
    }

    // A short line of a stream's name and its amounts, right below a line of the year's or with a colon after the name; the rest of the line is of the same stream.
    private bool IsStreamLine(AmountClause clause, Passage passage, bool isFirst, string text)
    {
        if (!isFirst)
        {
            return ReferenceEquals(_streamLine, passage);
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

    private void Read(AmountClause clause, Passage passage, AmountContext context, List<RawAmount> found, string text)
    {
        ReadOwn(clause, passage, context, found, text);
        _said = clause is { Depth: 0, Roles: [.., var last] } ? last.Word : _said;
    }

    private void ReadOwn(AmountClause clause, Passage passage, AmountContext context, List<RawAmount> found, string text)
    {
        // “46 528,85 euro, t.sk. no II gada novirzītie 1 328,85 euro:”: the parts that follow are those of the plan.
        var isWithin = ClauseWords.IsOfBrought(clause) && ReferenceEquals(_total?.Passage, passage) && clause.Amounts is [var brought] && brought.Amount < _total!.Money.Amount;
        if (clause.Roles.Count > 0 && clause.Depth == 0 && !isWithin)
        {
            (_parts, _exhaustive) = (false, false);
            _total = null;
        }

        if (clause.Depth == 0)
        {
            // “Kopā visā periodā plānots …, izlietots …” holds for the sentence.
            _ofAll |= clause.Words.Any(word => word.Word == BudgetWord.Total);
            _ofPeriod |= clause.Words.Any(word => word.Word == BudgetWord.WholePeriod);
            _ofFirst |= ClauseWords.IsOfFirst(clause);
        }

        if (clause.Amounts.Count == 0)
        {
            // “Pilsoniskās sabiedrības attīstība: plānots …, izlietots …”
            if (clause is { Depth: 0, EndsWithColon: true, Roles.Count: 0 } && found.Count == 0)
            {
                (_stream, _streamName) = clause.Label(clause.First, clause.End, text);
            }

            if (clause is { Depth: > 0, Words.Count: 0, YearOrNull: { } inBracket } && found.Count > 0 && found[^1].Money.Next == clause.First - 1)
            {
                found[^1].Year = inBracket; // “EUR 315.80 (year 1) and EUR 331.25 (year 2)”
                return;
            }

            _year = clause.YearOrNull ?? _year;
            _ofPartOfYear |= clause.IsOfPartOfYear;
            _parts |= clause.Words.Any(word => word.Word == BudgetWord.Parts) && _total is not null;
            _ofBracket = clause.Depth == 0 && clause.Roles is [var only] ? only.Word : _ofBracket; // “what was not spent in the first year (EUR 479.25)”
            return;
        }

        _ofLine = clause is { Depth: 0, Amounts.Count: 1, Roles.Count: 1, First: 0 } && !clause.Words.Any(word => word.Word is BudgetWord.WholePeriod) && AmountLine.IsAtEndOf(text.AsSpan(passage.Span.Start, passage.Span.Length)) ? passage : _ofLine is not null && IsSentence(passage) ? null : _ofLine;
        var yearBefore = _year;
        _year = clause.YearOrNull ?? _year;
        _ofOthers |= clause.Words.Any(word => word.Word == BudgetWord.Aside);
        _ofPartOfYear = clause.IsOfPartOfYear || (_ofPartOfYear && clause.YearOrNull is null);
        var isStreamLine = IsStreamLine(clause, passage, found.Count == 0, text);
        for (var i = 0; i < clause.Amounts.Count; i++)
        {
            var money = clause.Amounts[i];
            var raw = new RawAmount(money, passage) { Year = _year ?? context.Year ?? _ofPassage, IsCertain = money.Certain && !passage.Tokens.Peek(money.First - 1).Is(About) && !(_ofPartOfYear && passage.Block.Cell is null), IsWhole = context.IsWhole && _year is null, IsTotal = context.IsTotal };
            var before = clause.WordsBetween(i == 0 ? clause.First : clause.Amounts[i - 1].Next, money.First);
            var own = i == 0 && clause is { Depth: 0, Roles.Count: 0 } && ClauseWords.Restates(clause) ? _said : clause.RoleOf(i);
            var startsParts = before.Any(word => word.Word == BudgetWord.Parts) || (i > 0 && clause.ColonBetween(clause.Amounts[i - 1].Next, money.First));
            _nested = clause.Depth > 0 && clause.Depth == _nested ? _nested : 0;
            if (own == BudgetWord.None && (_nested > 0 || (i == 0 && OpensAfterPart(clause, found, passage)) || (before.Any(word => word.Word == BudgetWord.Parts) && IsPartBeside(found, passage))
                || (i == 0 && DividesAnew(clause, found, passage))))
            {
                // “materiāli 3 218,20 euro (no tiem 1 100,00 euro drukai)”: part of a part, and no part of the whole beside it.
                _nested = clause.Depth;
                raw.IsCertain = false;
                found.Add(raw);
                continue;
            }

            if (startsParts && i > 0 && !before.Any(word => BudgetWords.IsRole(word.Word) && !clause.IsSaidOfBefore(word.At)))
            {
                // “Plāns: 33 000,00 = konsultācijas 25 000,00 + …”: what the whole is, its parts are.
                own = BudgetWord.None;
            }

            if (startsParts && _total is not null && own == BudgetWord.None)
            {
                (_parts, _exhaustive) = (true, !before.Any(word => word.Word == BudgetWord.Parts));
            }

            var inParens = clause.Depth > _totalDepth && (_goesOn || (ReferenceEquals(_total?.Passage, passage) && _total!.Money.First < clause.First)) && own == BudgetWord.None;
            var isTotal = clause.Words.Any(word => word.Word == BudgetWord.Total);
            // “Papildus 587,23 euro no I gada” beside the parts of a year's plan
            var isBrought = own == BudgetWord.None && clause is { Amounts.Count: 1, Depth: 0 }
                && clause.Years.Any(year => passage.Tokens.Peek(year.At - 1).Is("no", "from")
                    && ((context.Year ?? _ofPassage) is { } present ? year.Ordinal < present : startsParts));
            own = isBrought ? BudgetWord.CarriedIn : own == BudgetWord.None && _total?.Passage != passage ? RelativeClauses.RoleOf(clause) : own;
            if (ClauseWords.TellsOfChange(clause) || ClauseWords.IsOfEach(passage.Tokens, money.First))
            {
                // “61 500,00 euro (sākotnēji 54 000,00 euro)”: what the amount was before is no part of it.
                raw.IsCertain = false;
                found.Add(raw);
                continue;
            }

            var isPart = own == BudgetWord.None && _total is not null && (_parts || inParens) && !(isTotal && clause.Depth == 0);
            own = ClauseWords.OfIneligible(own, passage, clause, found);
            if ((own == BudgetWord.None || (own == BudgetWord.Recovered && found.Count == 0)) && passage.Section == SummarySection.Unrecovered
                && ClauseWords.IsOfWhat(passage.Tokens, money.First) && clause.Amounts.Count + found.Count > 1)
            {
                own = BudgetWord.Ineligible; // “No 200,00 euro atgūti 130,00 euro, neatgūti 70,00 euro”
            }

            if (own == BudgetWord.None && !isPart && passage.Tokens.Peek(money.First - 1).Is("un", "and", "vēl", "another", "further") && found.Count > 0
                && found[^1] is { Role: BudgetWord.Recovered } beside && ReferenceEquals(beside.Passage, passage))
            {
                own = BudgetWord.Recovered; // “refunded EUR 400 in May and EUR 100 in June”
            }

            raw.Role = own != BudgetWord.None ? own : isPart ? _total!.Role : context.Role != BudgetWord.None ? context.Role : clause.Depth > 0 && _ofBracket != BudgetWord.None ? _ofBracket : _role;
            (raw.Stream, raw.StreamName) = clause.LabelOf(i, text);
            if (isStreamLine && !isPart)
            {
                // “   mācības   plānots 9 000,00   izlietots 8 587,60” below the year's own line
                (raw.Stream, raw.StreamName, raw.NamesStream) = (_stream, _streamName, true);
            }

            if (!isPart && _segments.TryGetValue(clause, out var told))
            {
                (raw.Stream, raw.StreamName, raw.NamesStream) = (told.Words, told.Name, true);
            }

            // “Plānots: 6 000 euro talkām, 4 000 euro …”: beside an amount that names its stream, one whose words were not understood is no total.
            raw.IsCertain &= isPart || own != BudgetWord.None || raw.Stream.Count > 0 || isTotal || clause.Depth > 0 || !(found.Count > 0
                && found[^1] is { Stream.Count: > 0, Whole: null } named && ReferenceEquals(named.Passage, passage) && named.Role == raw.Role
                && passage.Tokens.Peek(named.Money.Next).Kind == TokenKind.Word);
            raw.NamesStream |= !isPart && IsInList(clause, raw, own, text);
            if (raw.Stream.Count == 0)
            {
                (raw.Stream, raw.StreamName) = _stream.Count > 0 ? (_stream, _streamName) : (context.Stream, context.StreamName);
                raw.NamesStream = raw.Stream.Count > 0;
            }

            // “Plāns visos trijos gados bija viens un tas pats, 14 600,00 eiro gadā”: of each of them.
            raw.IsCertain &= !(raw.IsWhole || _ofPeriod) || !(passage.Tokens.Peek(money.Next).Is("gadā", "annually", "yearly") || (passage.Tokens.Peek(money.Next).Is("a", "per", "each", "every") && passage.Tokens.Peek(money.Next + 1).Is("year")) || (passage.Tokens.Peek(money.Next).Is("katru", "katrā") && passage.Tokens.Peek(money.Next + 1).StartsWith("gad")));
            if (isPart)
            {
                (raw.Whole, _partLine) = (_total, passage);
                raw.Year = _total!.Year;
                raw.IsWhole = _total.IsWhole;
                raw.IsExhaustive = _exhaustive || (inParens && !_parts);
                raw.NamesStream = true;
            }
            else
            {
                raw.IsTotal |= _ofAll || isTotal;
                raw.IsCertain &= !(isTotal && _ofOthers); // “līdzfinansējums 2 500,00, kopējās izmaksas 12 500,00”
                raw.IsWhole |= _ofPeriod || (isTotal && clause.YearOrNull is null && context.Year is null && _ofPassage is null && IsAfterYears(found, passage));
                if (raw.IsWhole && clause.YearOrNull is null)
                {
                    raw.Year = null;
                }

                raw.IsCertain &= !(_ofFirst && raw is { Role: BudgetWord.Planned, Year: null } && (raw.IsWhole || raw.IsTotal)); // what all years came to may have been changed
                raw.Year = raw.Role == BudgetWord.Remainder ? clause.YearOfRemainder(i) ?? raw.Year : raw.Year;
                // “42 619,75 euro, ieskaitot 619,75 euro no I gada, t. sk. …”
                if (isWithin || (isBrought && ReferenceEquals(_total?.Passage, passage) && _total!.Money.Amount > raw.Money.Amount))
                {
                    (_parts, _exhaustive) = clause.EndsWithColonAfter(i) ? (true, true) : (false, false);
                }
                else
                {
                    (_total, _totalDepth) = (raw, clause.Depth);
                    (_parts, _exhaustive) = clause.EndsWithParts(i) ? (true, clause.EndsWithColonAfter(i)) : (false, false);
                }
            }

            if (clause.Depth == 0)
            {
                _role = isWithin ? _role : raw.Role;
            }

            found.Add(raw);
        }

        _year = clause.IsOfRemainderAlone ? yearBefore : _year;
    }
}
