using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

// What the amounts of one clause are
internal sealed partial class AmountSentences
{
    private const int MostToClose = 6;

    private void Read(AmountClause clause, Passage passage, AmountContext context, List<RawAmount> found, string text)
    {
        ReadOwn(clause, passage, context, found, text);
        _said = clause is { Depth: 0, Roles: [.., var last] } ? last.Word : _said;
    }

    private void ReadOwn(AmountClause clause, Passage passage, AmountContext context, List<RawAmount> found, string text)
    {
        // “46 528,85 euro, t.sk. no II gada novirzītie 1 328,85 euro:”: the parts that follow are those of the plan.
        var isWithin = ClauseWords.IsOfBrought(clause) && ReferenceEquals(_total?.Passage, passage) && clause.Amounts is [var brought] && brought.Amount < _total!.Money.Amount;
        // “konsultācijām 10 267,40 euro, ieskaitot I gada atlikumu 467,40 euro”: of a part, behind which the parts go on.
        var isOfPart = ClauseWords.IsOfBrought(clause) && clause.Amounts is [var ofPart] && found.Count > 0 && found[^1].Whole is { } divided && ReferenceEquals(divided, _total)
            && ReferenceEquals(found[^1].Passage, passage) && ofPart.Amount < found[^1].Money.Amount;
        isWithin |= isOfPart;
        if (clause.Depth == 0 && _tellsInBracket)
        {
            (_year, _tellsInBracket) = (_yearOutside, false); // “II gadā plāns 32 881,35 (32 000,00 un I gada atlikums), izlietots …”
        }

        (_yearOutside, _tellsInBracket) = clause.Depth == 0 ? (clause.YearOrNull ?? _year, false) : (_yearOutside, _tellsInBracket || clause.Amounts.Count > 0
            || clause.Roles.Count > 0);
        if (clause.Roles.Count > 0 && clause.Depth == 0 && !isWithin)
        {
            (_parts, _exhaustive) = (false, false);
            _total = null;
        }

        if (clause.Depth == 0)
        {
            // “Kopā visā periodā plānots …, izlietots …” holds for the sentence.
            _ofAll |= clause.Words.Any(word => word.Word == BudgetWord.Total);
            // “Years 1 to 3 together”, “1.–3. gads: …”; without such a sign it may be so much in each of them.
            var isOfRange = clause.Ranges.Any(range => range.From == 1 && range.To == years && (_ofAll || passage.Tokens.Peek(range.Next).IsSign(':')));
            // “The grant for both years was used in full: EUR 6,600.00 in 2021, …”
            _ofPeriod &= !(clause is { YearOrNull: not null, Amounts.Count: > 0 } && clause.Years.All(year => ClauseWords.IsWhen(passage.Tokens, year.At + year.Length)));
            _ofPeriod |= isOfRange || clause.Words.Any(word => word.Word == BudgetWord.WholePeriod && !clause.Years.Any(year => year.At > word.At
                && clause.ColonBetween(word.At, year.At)));
            _ofSome |= clause.Ranges.Count > 0 && !isOfRange;
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
            _ofBracket = clause.Depth == 0 && clause.Roles is [var only] ? only.Word
                : clause.Depth == 0 && clause.Roles is [{ Word: BudgetWord.Aside }, { Word: BudgetWord.Remainder or BudgetWord.Carried }] ? BudgetWord.Aside : _ofBracket; // “what was not spent in the first year (EUR 479.25)”
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
            var raw = new RawAmount(money, passage)
            {
                Year = _year ?? context.Year ?? _ofPassage,
                IsCertain = money.Certain
                && !passage.Tokens.Peek(money.First - 1).Is(About) && !clause.IsOfYearsBehind(i) && !((_ofPartOfYear || _ofSome) && passage.Block.Cell is null),
                IsWhole = context.IsWhole
                && _year is null,
                IsTotal = context.IsTotal,
                NamesYear = clause.YearOrNull is not null
            };
            var before = clause.WordsBetween(i == 0 ? clause.First : clause.Amounts[i - 1].Next, money.First);
            var own = i == 0 && clause is { Depth: 0, Roles.Count: 0 } && ClauseWords.Restates(clause) && !_parts ? ClauseWords.IsOfDifference(clause)
                ? BudgetWord.Remainder : _said : clause.RoleOf(i);
            // “Plāns 31 500 eiro; ar pārceltajiem 4 000 eiro pavisam pieejami 35 500 eiro”
            var isWithCarried = own == BudgetWord.Aside && clause.IsWithCarried(i) && _plan is { } plan && plan.Year == raw.Year && plan.Money.Amount > money.Amount;
            own = isWithCarried ? BudgetWord.CarriedIn : own;
            var isPlanAndRest = own == BudgetWord.None && IsPlanAndRest(clause, passage, money, found);
            own = isPlanAndRest ? BudgetWord.Aside : own;
            var isUnsaid = i > 0 && clause.HasUnsaidParts(text);
            var startsParts = isUnsaid || before.Any(word => word.Word == BudgetWord.Parts) || (i > 0 && (clause.ColonBetween(clause.Amounts[i - 1].Next, money.First)
                || (clause.Depth == 0 && clause.ExplainsAfter(i - 1))));
            // “(cafes 15,650.00; tools 5,288.15, of which 388.15 came over; classes 3,200.00)”
            _nested = clause.Depth > 0 && clause.Depth == _nested && !(_nestedByWord && passage.Tokens.Peek(clause.First - 1).IsSign(';')) ? _nested : 0;
            if (own == BudgetWord.None && (_nested > 0 || (i == 0 && OpensAfterPart(clause, found, passage)) || (before.Any(word => word.Word == BudgetWord.Parts) && IsPartBeside(found, passage))
                || (i == 0 && DividesAnew(clause, found, passage))))
            {
                // “materiāli 3 218,20 euro (no tiem 1 100,00 euro drukai)”: part of a part, and no part of the whole beside it.
                _nestedByWord = _nested > 0 ? _nestedByWord : !OpensAfterPart(clause, found, passage);
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
                (_parts, _exhaustive) = (true, !isUnsaid && !before.Any(word => word.Word == BudgetWord.Parts));
            }

            var inParens = clause.Depth > _totalDepth && (_goesOn || (ReferenceEquals(_total?.Passage, passage) && _total!.Money.First < clause.First)) && own == BudgetWord.None;
            var isListed = clause.BeginsWithRoleAndNames(text);
            var isTotal = isListed ? clause.EndsWithTotal && i == clause.Amounts.Count - 1 : clause.Words.Any(word => word.Word == BudgetWord.Total);
            // “Papildus 587,23 euro no I gada” beside the parts of a year's plan
            var isBrought = own == BudgetWord.None && (clause.Depth == 0 || isWithin) && (clause.Amounts.Count == 1 || (isListed && clause.BeginsWithSource))
                && clause.Years.Any(year => passage.Tokens.Peek(year.At - 1).Is("no", "from")
                    && ((context.Year ?? _ofPassage) is { } present ? year.Ordinal < present : startsParts));
            own = isBrought ? BudgetWord.CarriedIn : own == BudgetWord.None && _total?.Passage != passage ? RelativeClauses.RoleOf(clause) : own;
            raw.IsOfEachYear = IsPlanOfEachYear(clause, passage, i, own);
            if (ClauseWords.IsDifference(passage.Tokens, money))
            {
                continue; // what is told by the two amounts that are compared
            }

            if (ClauseWords.TellsOfChange(clause) || (!raw.IsOfEachYear && ClauseWords.IsOfEach(passage.Tokens, money.First)) || (clause.Depth > 0
                && ClauseWords.IsPrice(passage.Tokens, money)))
            {
                // “61 500,00 euro (sākotnēji 54 000,00 euro)”: what the amount was before is no part of it.
                raw.IsCertain = false;
                found.Add(raw);
                continue;
            }

            var isPart = own == BudgetWord.None && _total is not null && (_parts || inParens) && !(isTotal && clause.Depth == 0)
                && !(clause is { Depth: 0, YearOrNull: not null }
                && _total is { Year: null, IsWhole: true } or { Year: null, IsTotal: true }); // “…, no tiem pirmajam gadam …, otrajam …”
            own = own == BudgetWord.None && clause.Depth > 0 && passage.Section == SummarySection.Unrecovered
                && ClauseWords.IsGotBack(passage.Tokens, money.Next) ? BudgetWord.Recovered
                : ClauseWords.OfIneligible(own, passage, clause, found);
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
            raw.IsCost = !isTotal && raw.Role == BudgetWord.Spent && _costs.Contains(clause);
            if (raw.Stream.Count == 0)
            {
                (raw.Stream, raw.StreamName) = _stream.Count > 0 ? (_stream, _streamName) : (context.Stream, context.StreamName);
                raw.NamesStream = raw.Stream.Count > 0;
            }

            // “Plāns visos trijos gados bija viens un tas pats, 14 600,00 eiro gadā”: of each of them.
            raw.IsCertain &= !RateWords.IsPerUnit(passage.Tokens, money.Next);
            raw.IsCertain &= raw.IsOfEachYear || !(raw.IsWhole || _ofPeriod) || !(passage.Tokens.Peek(money.Next).Is("gadā", "annually", "yearly")
                || (passage.Tokens.Peek(money.Next).Is("a", "per", "each", "every") && passage.Tokens.Peek(money.Next + 1).Is("year"))
                || (passage.Tokens.Peek(money.Next).Is("katru", "katrā") && passage.Tokens.Peek(money.Next + 1).StartsWith("gad")));
            if (isPart)
            {
                (raw.Whole, _partLine) = (_total, passage);
                raw.Year = _total!.Year;
                raw.IsWhole = _total.IsWhole;
                raw.IsExhaustive = _exhaustive || (inParens && !_parts);
                (raw.IsPlain, raw.IsUnsaid) = (clause.IsPlainPart(i), isUnsaid || clause.IsPlainPart(i));
                raw.IsOfEachYear = _total.IsOfEachYear;
                raw.NamesStream = true;
            }
            else
            {
                raw.IsTotal |= (_ofAll && !isListed) || isTotal;
                raw.IsAvailable = own == BudgetWord.Aside && (isPlanAndRest || clause.IsOfAvailable(i));
                // “Kopā ar II. gada atlikumu 287,34 euro pieejami 48 287,34 euro”: the year named is that which left something.
                raw.Year = clause.IsOfRemainderAlone && raw.Role == BudgetWord.Planned && clause.Years[0].At >= money.Next ? yearBefore ?? context.Year ?? _ofPassage : raw.IsAvailable && clause.Words.Any(word => word.Word is BudgetWord.Remainder or BudgetWord.Carried or BudgetWord.CarriedIn)
                    && clause.Years.Any(year => year.At < money.First) ? context.Year ?? _ofPassage ?? yearBefore : raw.Year;
                raw.IsCertain &= !(isTotal && _ofOthers) || raw.IsAvailable; // “līdzfinansējums 2 500,00, kopējās izmaksas 12 500,00”
                raw.IsWhole |= _ofPeriod || (isTotal && clause.YearOrNull is null && context.Year is null && _ofPassage is null && IsAfterYears(found, passage));
                _ofPeriod |= isTotal && raw is { IsWhole: true, IsOfEachYear: false, Role: BudgetWord.Planned or BudgetWord.Spent };
                raw.IsWhole &= !raw.IsOfEachYear;
                if ((raw.IsWhole || raw.IsOfEachYear) && clause.YearOrNull is null)
                {
                    raw.Year = null;
                }

                raw.IsCertain &= !(_ofFirst && raw is { Role: BudgetWord.Planned, Year: null } && (raw.IsWhole || raw.IsTotal)); // what all years came to may have been changed
                raw.Year = raw.Role == BudgetWord.Remainder ? clause.YearOfRemainder(i) ?? raw.Year : raw.Year;
                // “42 619,75 euro, ieskaitot 619,75 euro no I gada, t. sk. …”
                if (isWithin || (isBrought && ReferenceEquals(_total?.Passage, passage) && _total!.Money.Amount > raw.Money.Amount))
                {
                    (_parts, _exhaustive) = clause.EndsWithColonAfter(i) ? (true, true) : isOfPart ? (_parts, _exhaustive) : (false, false);
                }
                else if (!ToldInBracket(clause, raw))
                {
                    (_total, _totalDepth) = (raw, clause.Depth);
                    (_parts, _exhaustive) = clause.EndsWithParts(i) ? (true, clause.EndsWithColonAfter(i)) : (false, false);
                }
            }

            (raw.IsCertain, raw.IsTotal) = isWithCarried && !isPart ? (money.Certain, context.IsTotal) : (raw.IsCertain, raw.IsTotal);
            if (clause.Depth == 0)
            {
                _role = isWithin ? _role : raw.Role;
            }

            found.Add(raw);
            if (raw is { Role: BudgetWord.Spent, Whole: null } && ClauseWords.IsPlannedAndSpent(clause, i))
            {
                found.Add(raw.As(BudgetWord.Planned));
            }

            AddSum(clause, i, raw, found, text);
            _plan = raw is { Role: BudgetWord.Planned, Whole: null, Stream.Count: 0 } ? raw : _plan;
        }

        _year = clause.IsOfRemainderAlone ? yearBefore : _year;
    }

    // “plānots 18 900,00 euro un pirmā gada atlikums 337,60 euro, kopā 19 237,60 euro”: what there is to spend.
    private static bool IsPlanAndRest(AmountClause clause, Passage passage, WrittenMoney money, List<RawAmount> found) =>
        clause is { Depth: 0, Words: [{ Word: BudgetWord.Total }] or [{ Word: BudgetWord.Total }, { Word: BudgetWord.Parts }], Amounts.Count: 1 } && found is [.., { Role: BudgetWord.Planned, Whole: null } plan,
        { Role: BudgetWord.Remainder or BudgetWord.Carried or BudgetWord.CarriedIn, Whole: null } rest]
        && ReferenceEquals(plan.Passage, passage) && ReferenceEquals(rest.Passage, passage) && money.Amount > plan.Money.Amount && rest.Money.Amount < plan.Money.Amount
        && !Enumerable.Range(plan.Money.Next, money.First - plan.Money.Next).Any(at => FullSentences.IsEnd(passage.Tokens, at));

    // “Plānots 25 082,66 (24 600,00 + I gada atlikums 482,66), t. i.: treniņi …”: how the amount came about; what follows the bracket is of the amount.
    private bool ToldInBracket(AmountClause clause, RawAmount raw) => clause.Depth > 0 && _totalDepth == 0 && raw.Role is BudgetWord.Remainder or BudgetWord.Carried or BudgetWord.CarriedIn
        && _total is { Role: BudgetWord.Planned, Whole: null } total && ReferenceEquals(total.Passage, raw.Passage) && raw.Money.Amount < total.Money.Amount
        && Enumerable.Range(raw.Money.Next, MostToClose).TakeWhile(at => raw.Passage.Tokens.Peek(at) is { Kind: not TokenKind.Sign } or { Text: ")" }).Any(at => raw.Passage.Tokens.Peek(at).IsSign(')'));

    // “Plānots abos gados vienādi – pa 24 000,00 euro gadā”, “EUR 30,000.00 was granted for each year”
    private bool IsPlanOfEachYear(AmountClause clause, Passage passage, int amount, BudgetWord own) => years > 1
        && clause is { Depth: 0, Years.Count: 0, Ranges.Count: 0 } && passage is { Year: null, Block.Cell: null, Section: SummarySection.Budget }
        && (own == BudgetWord.Planned || (own == BudgetWord.None && _role == BudgetWord.Planned)) && YearlyWords.AreAround(passage.Tokens, clause, clause.Amounts[amount]);

    // “42 000 € = tālrunis 26 000 € + juristi 16 000 €”
    private void AddSum(AmountClause clause, int amount, RawAmount whole, List<RawAmount> found, string text)
    {
        foreach (var term in clause.SumOf(amount)?.Terms ?? [])
        {
            var (words, name) = clause.NameOf(term, text);
            found.Add(new RawAmount(term.Amount, whole.Passage)
            {
                Role = whole.Role,
                Year = whole.Year,
                IsWhole = whole.IsWhole,
                IsOfEachYear = whole.IsOfEachYear,
                Whole = whole,
                IsExhaustive = true,
                Stream = words,
                StreamName = name,
                NamesStream = words.Count > 0,
                IsCertain = term.Amount.Certain && whole.IsCertain,
            });
            (_parts, _exhaustive) = (false, false);
        }
    }
}
