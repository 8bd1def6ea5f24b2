using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>Where what is left of a year goes, or came from: “no II. īstenošanas gada … novirzīts uz III. īstenošanas gadu”.</summary>
internal static class AmountFate
{
    private const int MostOfRemark = 12;
    private const int NearPlan = 6;

    // “The balance stays with us for Year 2”, “atlikums atstāts II gadam”
    private static readonly Stems Kept = ["stays", "stayed", "kept", "retained", "atstāt", "atstāj", "saglabāt", "izmantos", "izlietos", "iztērēs", "izmantojam",
        "izlietojam", "iztērējam"];

    /// <summary>Settles the year and direction of an amount that is left over or carried.</summary>
    /// <param name="year">The year that its place tells of.</param>
    /// <param name="place">Of the amount's own clause among the clauses.</param>
    /// <param name="before">The amount that stands before it.</param>
    public static void Settle(RawAmount amount, RawAmount? before, IReadOnlyList<AmountClause> clauses, int place, int? year)
    {
        if (amount.Role is not (BudgetWord.Remainder or BudgetWord.Carried or BudgetWord.CarriedIn))
        {
            return;
        }

        if (amount.Whole is { } whole)
        {
            (amount.Role, amount.Year, amount.CarriedTo, amount.IsReturned) = (whole.Role, whole.Year, whole.CarriedTo, whole.IsReturned);
            return;
        }

        if (before is { Role: BudgetWord.Planned, Whole: { } made } && ReferenceEquals(before.Passage, amount.Passage) && before.Money.Amount + amount.Money.Amount == made.Money.Amount)
        {
            (amount.Role, amount.Year) = (BudgetWord.CarriedIn, made.Year); // “40 759,85 euro (39 500,00 un pārceltais atlikums 1 259,85)”
            return;
        }

        var around = Around(clauses, place).ToArray();
        if (amount.Role == BudgetWord.Carried && MovesPlan(around))
        {
            amount.Role = BudgetWord.Aside;
            return;
        }

        var (from, to, carried, left) = Read(around, year);
        amount.IsReturned = to is null && IsReturned(around);
        if (to is { } target)
        {
            (amount.Role, amount.CarriedTo) = (left || amount.Role == BudgetWord.Remainder ? BudgetWord.Remainder : BudgetWord.CarriedOut, target);
            amount.Year = from ?? (year == target ? target - 1 : year ?? target - 1);
        }
        else if (from is { } source && (carried || amount.Role is BudgetWord.Carried or BudgetWord.CarriedIn) && source != year)
        {
            (amount.Role, amount.Year) = (BudgetWord.CarriedIn, year ?? source + 1);
        }
        else if (from is { } said)
        {
            amount.Year = said;
        }
        else if (before is { Role: BudgetWord.Planned, Year: { } planned } && IsWithin(before, amount))
        {
            (amount.Role, amount.Year) = (BudgetWord.CarriedIn, planned);
        }
        else if (amount.Role == BudgetWord.Carried)
        {
            amount.IsCertain = false;
            amount.Role = BudgetWord.CarriedOut;
        }
    }

    /// <summary>“Atlikums pārnests uz III. īstenošanas gadu.”: a sentence without an amount, of the remainder that stands elsewhere.</summary>
    public static (int Year, int? CarriedTo, bool IsReturned)? Statement(Passage passage, IReadOnlyDictionary<int, int>? calendars = null)
    {
        if (passage.Tokens.Count > 40)
        {
            return null;
        }

        var clauses = AmountClause.Split(passage.Tokens, bare: false, calendars);
        if (clauses.Any(clause => clause.Amounts.Count > 0) || !(clauses.Any(clause => clause.Words.Any(word => word.Word == BudgetWord.Remainder)) || TellsWhatWasLeft(passage.Tokens)))
        {
            return null;
        }

        var (from, to, _, _) = Read(clauses, passage.Year);
        var returned = IsReturned(clauses);
        return (from ?? passage.Year ?? to - 1) is { } year && (to is not null || returned) ? (year, to, returned && to is null) : null;
    }

    // “The sum left from year 2 was transferred to year 3”
    private static bool TellsWhatWasLeft(IReadOnlyList<Token> tokens) =>
        Enumerable.Range(0, tokens.Count).Any(at => tokens[at].Is("left") && tokens.Peek(at - 1).Is("sum", "amount", "money", "funds") && tokens.Peek(at + 1).Is("from", "of"));

    /// <summary>“Pāriet uz II gadu”: what a cell beside a year's remainder says of it.</summary>
    public static (int? CarriedTo, bool IsReturned) Remark(Passage passage, int year, IReadOnlyDictionary<int, int>? calendars = null)
    {
        if (passage.Tokens.Count is 0 or > MostOfRemark)
        {
            return default;
        }

        var clauses = AmountClause.Split(passage.Tokens, bare: true, calendars);
        if (clauses.Any(clause => clause.Amounts.Count > 0) || !clauses.Any(clause => clause.Words.Any(word => word.Word is BudgetWord.Carried or BudgetWord.Returned)))
        {
            return default;
        }

        var to = Read(clauses, year).To;
        return (to, to is null && IsReturned(clauses));
    }

    /// <summary>“Pirmajam gadam piešķirti …. No tiem iztērēti …. Otrajam gadam …”: what stands between two years is of the first, where that has nothing of the sort yet.</summary>
    public static void BetweenYears(List<RawAmount> found)
    {
        foreach (var left in found.Where(amount => amount is { Role: BudgetWord.Remainder, Whole: null, NamesYear: false, Year: > 1 }))
        {
            // “In Year 1 we spent EUR 9,812.00 and in Year 2 EUR 9,990.00, which leaves EUR 198.00”: of both.
            left.IsCertain &= found.Exists(amount => amount.Role == BudgetWord.Planned && (amount.Year == left.Year || amount.Year == left.Year - 1))
                || !new[] { left.Year, left.Year - 1 }.All(year => found.Exists(amount => amount.Role == BudgetWord.Spent && amount.Year == year && amount.Money.First < left.Money.First));
        }

        for (var at = 1; at < found.Count; at++)
        {
            if (found[at] is { Year: null, IsWhole: false, IsTotal: false, Role: BudgetWord.Spent or BudgetWord.Remainder or BudgetWord.Returned } amount && found[at - 1].Year is { } year
                && found.Skip(at + 1).FirstOrDefault(other => other.Year is not null)?.Year > year && !found.Exists(other => other.Year == year && other.Role == amount.Role && other.Whole is null))
            {
                amount.Year = year;
            }
        }
    }

    /// <summary>“Neiztērēts palika 628,50 euro; tas atdots …” below all of one year's rows and above the next year's, or, where another year tells so too, those of all years: it is of the first.</summary>
    /// <param name="found">All that the document has, in its order.</param>
    public static void BetweenTables(List<RawAmount> found)
    {
        var known = found.Where(amount => amount is { Year: not null, Role: BudgetWord.Remainder or BudgetWord.Returned }).Select(amount => amount.Year!.Value).ToHashSet();
        for (var at = 1; at + 1 < found.Count; at++)
        {
            if (found[at] is
                {
                    Year: null, IsWhole: false, IsTotal: false, Whole: null, Role: BudgetWord.Remainder or BudgetWord.Returned,
                    Passage: { Section: SummarySection.Budget, Year: null, Block.Cell: null }
                } amount
                && found[at - 1] is { Year: { } year, IsWhole: false, Passage.Block.Cell: not null } && found[at + 1] is { Passage.Block.Cell: not null } next
                && (next.Year == year + 1 || (next.IsWhole && known.Count > 0)) && known.Add(year))
            {
                amount.Year = year;
            }
        }
    }

    // “30 257,84 (ieskaitot atlikumu 277,84)”: it was there already.
    private static bool IsWithin(RawAmount plan, RawAmount left) => plan.Money.Amount > left.Money.Amount && ReferenceEquals(plan.Passage, left.Passage)
        && plan.Passage.Tokens is var tokens && plan.Money.Next is var open && tokens.Peek(MoneyGrammar.IsUnit(tokens, open) ? ++open : open).IsSign('(')
        && tokens.Peek(open + 1).Is("ieskaitot", "iekļaujot", "tostarp", "including", "incl", "with", "ar") && left.Money.First - open <= NearPlan;

    // “pārcelti no pirmā gada plāna uz otrā gada plānu”: planned anew, and not left of what was.
    private static bool MovesPlan(IReadOnlyList<AmountClause> clauses) => !clauses.Any(clause => clause.Words.Any(word => word.Word == BudgetWord.Remainder))
        && clauses.Any(clause => clause.Years.Any(year => IsFrom(clause.Tokens, year.At) && Enumerable.Range(year.At + year.Length, 3).Any(at => IsPlan(clause.Tokens.Peek(at))))
            || clause.Years.Any(year => IsPlan(clause.Tokens.Peek(year.At - 2)) && IsFrom(clause.Tokens, year.At - 2)));

    private static bool IsFrom(IReadOnlyList<Token> tokens, int at) => tokens.Peek(tokens.Peek(at - 1).Is("the") ? at - 2 : at - 1).Is("no", "from");

    private static bool IsPlan(Token token) => token.StartsWith("plān") || token.StartsWith("tāme") || token.Is("budžeta", "plan", "budget", "allocation");

    // “Pārpalikumu … atļauts izmantot III gadā”, “may be used in Year 3”
    private static bool IsToBeUsed(IReadOnlyList<Token> tokens, int at) => tokens.Peek(at).Is("izmantot", "izlietot", "iztērēt", "apgūt")
        || (tokens.Peek(at).Is("used", "spent") && tokens.Peek(at - 1).Is("be"));

    // “ieskaitīts valsts budžetā”, but not “gada plānā ieskaitīts”
    private static bool IsReturned(IEnumerable<AmountClause> clauses) => clauses.Any(clause => clause.Words.Any(word => word.Word == BudgetWord.Returned
        && !(clause.Tokens[word.At].StartsWith("ieskait") && clause.Words.Any(other => other.Word == BudgetWord.Planned))));

    // The clause of the amount and what the sentence says after it, up to the next amount of another sort.
    private static IEnumerable<AmountClause> Around(IReadOnlyList<AmountClause> clauses, int place)
    {
        const int farthest = 20;
        var own = clauses[place];
        yield return own;
        for (var next = place + 1; next < Math.Min(clauses.Count, place + farthest) && clauses[next].Sentence == own.Sentence; next++)
        {
            if (clauses[next].Depth == 0 && clauses[next].Amounts.Count > 0)
            {
                yield break;
            }

            if (clauses[next].Depth <= own.Depth)
            {
                yield return clauses[next];
            }
        }
    }

    private static (int? From, int? To, bool Carried, bool Left) Read(IEnumerable<AmountClause> clauses, int? year)
    {
        int? from = null, to = null;
        var (carried, left) = (false, false);
        foreach (var clause in clauses)
        {
            // “uz otro gadu nekas netika pārnests”
            if (Enumerable.Range(clause.First, clause.End - clause.First).Any(at => clause.Tokens[at].Is("netika", "nekas", "nav", "netiek", "not", "nothing", "never")))
            {
                continue;
            }

            var moved = clause.Words.Where(word => word.Word == BudgetWord.Carried)
                .Select(word => word.At).Concat(Enumerable.Range(clause.First, clause.End - clause.First)
                .Where(at => clause.Tokens[at].StartsWith(Kept) || IsToBeUsed(clause.Tokens, at))).DefaultIfEmpty(int.MaxValue).First();
            carried |= clause.Words.Any(word => word.Word is BudgetWord.Carried or BudgetWord.CarriedIn);
            left |= clause.Words.Any(word => word.Word == BudgetWord.Remainder);
            foreach (var (ordinal, at, length) in clause.Years)
            {
                var before = clause.Tokens.Peek(at - 1);
                before = before.Is("the", "implementation") ? clause.Tokens.Peek(at - 2) : before;
                if (before.Is("uz", "to", "into") || (at > moved && !before.Is("no", "from")
                    && (from ?? year ?? (IsToBeUsed(clause.Tokens, moved) ? 0 : null)) < ordinal && clause.Tokens[at].Kind != TokenKind.Sign))
                {
                    // “pārcelts uz 2. gadu”, “novirzīts 2. gada pasākumiem”, “pārnests otrajam gadam”
                    to ??= ordinal;
                }
                else if (before.Is("no", "from", "of") || clause.Tokens[at].Is("gada") || clause.Tokens.Peek(clause.Tokens.SkipSigns(at + length, '.')).Is("gada")
                    || BudgetWords.At(clause.Tokens, at + length).Word == BudgetWord.Remainder)
                {
                    from ??= ordinal;
                }
            }

            for (var at = clause.First; at < clause.End; at++)
            {
                var token = clause.Tokens[at];
                if ((year ?? from) is { } current && (token.StartsWith("nākam") || token.StartsWith("nākoš") || token.Is("next", "following", "subsequent")))
                {
                    to ??= current + 1;
                }
                else if (year is > 1 && (token.StartsWith("iepriekš") || token.Is("previous", "preceding", "prior")))
                {
                    from ??= year - 1;
                }
            }
        }

        return (from, to, carried, left);
    }
}
