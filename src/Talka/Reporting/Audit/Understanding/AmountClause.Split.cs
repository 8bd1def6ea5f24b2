using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

// Where one clause ends and the next begins
internal sealed partial class AmountClause
{
    /// <summary>Cuts a passage into clauses. Linear in its length.</summary>
    /// <param name="calendars">Ordinals of the implementation years that are calendar years.</param>
    /// <param name="start">Index of the token that it begins with: what stands before is a label.</param>
    public static IReadOnlyList<AmountClause> Split(IReadOnlyList<Token> tokens, bool bare, IReadOnlyDictionary<int, int>? calendars = null, int start = 0)
    {
        var clauses = new List<AmountClause>();
        var (sentence, depth) = (0, 0);
        var clause = new AmountClause(tokens, sentence, depth, start);
        var (latest, last) = (0, 0);
        var plain = new Dictionary<int, WrittenMoney>();
        for (var at = start; at < tokens.Count;)
        {
            latest = clause._years.Count > 0 ? Math.Max(latest, clause._years[^1].Ordinal) : latest;
            last = clause._years.Count > 0 ? clause._years[^1].Ordinal : last;
            if ((YearRangeGrammar.Read(tokens, at) ?? ClauseYears.Both(tokens, at, calendars)) is var (from, to, taken))
            {
                clause._ranges.Add((from, to, at + taken));
                at += taken;
                continue;
            }

            if (last > 0 && ClauseYears.SameAgain(tokens, at) is { } again)
            {
                clause._years.Add((last, at, again));
                at += again;
                continue;
            }

            if (YearNameGrammar.Read(tokens, at) is { } year)
            {
                clause._years.Add((year.Ordinal, at, year.Length));
                at += year.Length;
                continue;
            }

            if (ClauseYears.Elliptic(tokens, at) is { } elliptic && latest > 0)
            {
                clause._years.Add((elliptic, at, 1));
                at++;
                continue;
            }

            if (ClauseYears.IsLast(tokens, at) && latest > 0)
            {
                clause._years.Add((latest + 1, at, 1));
                at++;
                continue;
            }

            if (ClauseYears.Pair(tokens, at, calendars) is var (pair, afterPair))
            {
                clause._years.Add((pair, at, afterPair - at));
                at = afterPair;
                continue;
            }

            if (ClauseYears.Calendar(tokens, at, calendars) is { } calendar)
            {
                clause._years.Add((calendar, at, 1));
                at++;
                continue;
            }

            if (MoneyEquation.Read(tokens, at, bare: true) is { } equation)
            {
                clause._computed.AddRange([.. equation.Terms.Select(term => term.Amount)]);
                at = equation.Next;
                // “inventārs: 10 000,00 + 711,30 = 10 711,30, izlietots …”
                (tokens.Peek(at).IsSign(',') && BudgetWords.At(tokens, at + 1).Word == BudgetWord.Spent ? clause._amounts : clause._computed).Add(equation.Result);
                continue;
            }

            if (IsTimes(tokens.Peek(at - 1)) && MoneyGrammar.Read(tokens, at, bare: true) is { } multiplied)
            {
                clause._computed.Add(multiplied);
                at = multiplied.Next;
                if (tokens.Peek(at).IsSign('=') && MoneyGrammar.Read(tokens, at + 1, bare: true) is { } product)
                {
                    clause._computed.Add(product);
                    at = product.Next;
                }

                continue;
            }

            var unsaid = plain.GetValueOrDefault(at);
            if ((unsaid ?? (bare ? Bare(tokens, at) ?? SpelledMoney.Read(tokens, at) : MoneyGrammar.Read(tokens, at))) is { } money)
            {
                clause._amounts.Add(money);
                _ = unsaid is not null && clause._plain.Add(clause._amounts.Count - 1);
                at = money.Next;
                foreach (var part in bare && unsaid is null ? PlainMoney.PartsAfter(tokens, at) : [])
                {
                    plain[part.First] = part;
                }

                if (tokens.Peek(at).IsSign('=') && NamedSum.Read(tokens, at + 1) is { } sum)
                {
                    // Its parts tell nothing of what follows, and nothing that follows is of them.
                    clause._sums[clause._amounts.Count - 1] = sum;
                    at = sum.Next;
                    var isEnd = tokens.Peek(at).IsSign('.');
                    clause.Close(at, clauses);
                    sentence += isEnd ? 1 : 0;
                    at += isEnd || tokens.Peek(at).IsSign(',') || tokens.Peek(at).IsSign(';') ? 1 : 0;
                    clause = new AmountClause(tokens, sentence, depth, at);
                }

                continue;
            }

            var (word, length) = tokens[at].Quoted ? (BudgetWord.None, 1) : BudgetWords.At(tokens, at);
            var (said, isMore) = (clause._words.Exists(known => BudgetWords.IsRole(known.Word)), false);
            if (word == BudgetWord.None && bare && (!said || clause._amounts.Count > 0) && !(clause._amounts.Count + clauses.Count > 0 && IsDescribed(tokens, at)) && NamesWhatFollows(tokens, at))
            {
                // “… 6 450,00 izpilde 26 750,00 …”: a header's word after amounts of another sort begins those of its own.
                word = BudgetHeaders.Role([tokens[at]]);
                isMore = clause._amounts.Count > 0 && word != BudgetWord.None;
            }

            word = word == BudgetWord.Remainder && clause._amounts.Count + clauses.Count > 0 && RestOfList.Is(tokens, at) ? BudgetWord.None
                : RestOfList.IsCovered(tokens, at) ? BudgetWord.Aside : word;
            var sign = tokens[at];
            var opens = sign.IsSign('(') || sign.IsSign('[');
            var closes = sign.IsSign(')') || sign.IsSign(']');
            var ends = depth == 0 && EndsSentence(tokens, at);
            var tooLong = clause._amounts.Count >= MostAmounts || at - clause.First >= MostTokens;
            if (tooLong || opens || closes || ends || isMore || sign.IsSign(';') || IsBreak(tokens, at, clause) || (BudgetWords.IsRole(word) && sign.IsCapitalised && at > clause.First))
            {
                clause.Close(at, clauses);
                depth = Math.Max(0, depth + (opens ? 1 : closes ? -1 : 0));
                sentence += ends ? 1 : 0;
                var skips = opens || closes || ends || sign.Kind == TokenKind.Sign || sign.Is("un", "and", "bet", "but", "while");
                var of = ends ? null : OfRelative(tokens, at, clause);
                clause = new AmountClause(tokens, sentence, depth, skips ? at + 1 : at);
                if (of is { } named)
                {
                    clause._years.Add((named, at + 1, 0));
                }

                if (skips)
                {
                    at++;
                    continue;
                }
            }

            if (word != BudgetWord.None)
            {
                clause._words.Add((word, at, length));
            }

            at += Math.Max(1, length);
        }

        clause.Close(tokens.Count, clauses);
        return clauses;
    }

    // “… pārnests uz trešo gadu, kura plāns ir 24 780,00”: what follows is of that year.
    private static int? OfRelative(IReadOnlyList<Token> tokens, int comma, AmountClause before) =>
        tokens[comma].IsSign(',') && BudgetWords.At(tokens, comma + 2).Word != BudgetWord.Total && tokens.Peek(comma + 1).Is("kura", "kurā", "kuram", "whose", "which")
            && before._years is [.., var last]
            && last.At + last.Length == comma ? last.Ordinal : null;

    // “Plāns 31 500 = A 9 000 + B 22 500”: a word of budgets, and a sum.
    private static WrittenMoney? BeforeSum(IReadOnlyList<Token> tokens, int at) => tokens[at].Kind == TokenKind.Digits
        && (BudgetWords.IsRole(BudgetWords.At(tokens, at - 1).Word) || BudgetHeaders.Role([tokens.Peek(at - 1)]) != BudgetWord.None)
        && NamedSum.Plain(tokens, at) is { } whole && tokens.Peek(whole.Next).IsSign('=') && NamedSum.Read(tokens, whole.Next + 1) is not null ? whole : null;

    // “2 × 10 000,00 = 20 000,00”
    private static bool IsTimes(Token token) => token.IsSign('×') || token.Is("x");

    // “Plāns: 33 000,00”, “izpilde – 32 450,00”: a header's word before its amount; “bukletiem un izdevumiem 4 200,00” tells what it was for.
    private static bool NamesWhatFollows(IReadOnlyList<Token> tokens, int at)
    {
        var next = tokens.Peek(at + 1);
        return tokens[at].Kind == TokenKind.Word && !tokens[at].Is("izdevumiem") && (next.Kind == TokenKind.Digits || next.IsSign(':') || next.IsSign('=') || next.IsDash || MoneyGrammar.IsUnit(tokens, at + 1))
            && !CalendarYears(next) && Bare(tokens, next.Kind == TokenKind.Digits || MoneyGrammar.IsUnit(tokens, at + 1) ? at + 1 : at + 2) is not null;
    }

    private static WrittenMoney? Bare(IReadOnlyList<Token> tokens, int at) => MoneyGrammar.Read(tokens, at, bare: true)
        ?? (at < tokens.Count ? BeforeSum(tokens, at) : null) ?? PlainMoney.Read(tokens, at);

    // “ceļa izdevumi 2 600,00 euro”, “travel costs EUR 450.00”: one line of what was spent, and not all of it.
    private static bool IsDescribed(IReadOnlyList<Token> tokens, int at) => tokens.Peek(at - 1) is { Kind: TokenKind.Word } before && !MoneyGrammar.IsUnit(tokens, at - 1) && !before.StartsWith("kop") && !before.StartsWith("gad") && !tokens.Peek(at - 2).Is("a", "an", "one", "each", "every", "per") // “a seminar cost EUR 412.50”
        && !before.Is("un", "and", "bet", "but", "total", "all", "the", "our", "visi", "visas", "while", "with", "year", "years");

    private static bool CalendarYears(Token token) => token is { Kind: TokenKind.Digits, Text: ['2', '0', _, _] };

    private void Close(int end, List<AmountClause> clauses)
    {
        End = end;
        if (_amounts.Count > 0 || _computed.Count > 0 || _words.Count > 0 || _years.Count > 0 || _ranges.Count > 0 || EndsWithColon || (clauses.Count == 0 && end > First))
        {
            clauses.Add(this);
        }
    }

    private static bool EndsSentence(IReadOnlyList<Token> tokens, int at) =>
        tokens[at].IsSign('.') && at > 0 && (at + 1 == tokens.Count || (tokens[at + 1].SpaceBefore && (tokens[at + 1].Kind != TokenKind.Word || tokens[at + 1].IsCapitalised)))
        && (tokens[at - 1].Kind == TokenKind.Sign || tokens[at - 1] is { Kind: TokenKind.Word, Text: [_, >= '0' and <= '9', ..] } || MoneyGrammar.IsUnit(tokens, at - 1) || (tokens[at - 1].Kind == TokenKind.Word && tokens[at - 1].Text.Length > 3 && !tokens[at - 1].Is("VIII"))
            || (tokens[at - 1] is { Kind: TokenKind.Word, Text: { Length: 3 } word } && word == word.ToLowerInvariant() && FullSentences.IsEnd(tokens, at))
            || (tokens[at - 1].Kind == TokenKind.Digits && at > 1 && (tokens[at - 2].Text is "." or "," or "/" || tokens[at - 2].Is("year") || (tokens[at - 1].Text.Length == 4 && Sentences.BeginsInEnglish(tokens.Peek(at + 1)))
                || (tokens[at - 1] is { Text.Length: 3, SpaceBefore: true } && tokens[at - 2].Kind == TokenKind.Digits
                && tokens.Peek(at + 1).IsCapitalised)))); // “11 500. Izdoti …”

    // “Y1 14,200.00 / Y2 14,600.00”, “A 4 000,00 | B 2 500,00”
    private static bool IsBar(IReadOnlyList<Token> tokens, int at) => tokens[at] is { Text: "/" or "|", SpaceBefore: true } && tokens.Peek(at + 1).SpaceBefore;

    // A comma or “un” parts clauses when there is already an amount, or another thing is said: not within a stream's name.
    private static bool IsBreak(IReadOnlyList<Token> tokens, int at, AmountClause clause) =>
        OfRelative(tokens, at, clause) is not null || EndsRelative(tokens, at, clause) || !IsInName(tokens, at, clause) && (tokens[at].IsSign(',')
            || tokens[at].IsSign('+') || IsBar(tokens, at) || tokens[at].Is("un", "and", "bet", "but", "while"))
            && clause._amounts.Count > 0 && SaysMore(tokens, at + 1);

    // “… 4 000 eiro, ko ļāva pārcelt uz 2. gadu, un A 320 eiro, ko atdevām”: what follows is no more of what was carried over.
    private static bool EndsRelative(IReadOnlyList<Token> tokens, int at, AmountClause clause) => tokens[at].IsSign(',')
        && tokens.Peek(at + 1).Is("un", "and", "bet", "but") && clause._amounts.Count == 0
        && tokens.Peek(clause.First - 1).IsSign(',') && tokens[clause.First].Is("ko", "kas", "kurus", "kuras", "kuri", "which", "that")
        && Enumerable.Range(at + 2, 2).Any(next => MoneyGrammar.Read(tokens, next) is not null);

    // “clubs 33,000.00 hosts and walks 12,000.00”: right behind an amount that has no unit, and right before the next.
    private static bool IsInName(IReadOnlyList<Token> tokens, int at, AmountClause clause) => tokens[at].Is("un", "and") && clause._amounts.Count > 0
        && clause._amounts[^1] is var before && before.Next == at - 1
        && !MoneyGrammar.IsUnit(tokens, at - 2) && IsPlain(tokens, at - 1) && IsPlain(tokens, at + 1) && MoneyGrammar.Read(tokens, at + 2, bare: true) is not null;

    private static bool IsPlain(IReadOnlyList<Token> tokens, int at) => tokens.Peek(at) is { Kind: TokenKind.Word, IsCapitalised: false }
        && BudgetWords.At(tokens, at).Word == BudgetWord.None && !MoneyGrammar.IsUnit(tokens, at);

    private static bool SaysMore(IReadOnlyList<Token> tokens, int at)
    {
        const int farthest = 8;
        for (var next = at; next < Math.Min(tokens.Count, at + farthest); next++)
        {
            if (tokens[next].IsSign(';') || tokens[next].IsSign('(') || EndsSentence(tokens, next))
            {
                return false;
            }

            if (tokens[next].Kind == TokenKind.Digits || MoneyGrammar.IsUnit(tokens, next) || SpelledMoney.Read(tokens, next) is not null
                || BudgetWords.At(tokens, next).Word is not (BudgetWord.None or BudgetWord.Parts))
            {
                return true;
            }
        }

        return false;
    }
}
