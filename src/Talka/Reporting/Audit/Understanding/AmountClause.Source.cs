using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

// What an amount is a part of, or was taken from
internal sealed partial class AmountClause
{
    // “No pirmajā gadā … plānotajiem 6 880,00 euro”, “no 2. gada plānotajiem”: of what that year itself had.
    private bool IsOfItsPlan((int Ordinal, int At, int Length) year)
    {
        var next = tokens.SkipSigns(year.At + year.Length, '.');
        var isAhead = tokens.Peek(next).Is("gadā", "gada", "gadam", "g");
        var noun = isAhead ? tokens[next] : tokens.Peek(year.At + year.Length - 1);
        next = isAhead ? tokens.SkipSigns(next + 1, '.') : next;
        return BeforeYear(year.At).Is("no", "from", "of") && (noun.Is("gadā") || (BudgetWords.At(tokens, next).Word == BudgetWord.Planned && tokens[next].StartsWith(PlannedOnes)));
    }

    // “2021. gadā nav, 2022. gadā – 580,00 euro”
    private bool IsOfNone((int Ordinal, int At, int Length) year)
    {
        // “… and is not part of the second year”
        if (Enumerable.Range(1, 4).Any(back => tokens.Peek(year.At - back).Is("part") && (tokens.Peek(year.At - back - 1).Is("not") || tokens.Peek(year.At - back - 2).Is("not"))))
        {
            return true;
        }

        var next = tokens.SkipSigns(year.At + year.Length, '.', ':', '–', '-', '—');
        next = tokens.Peek(next).Is("gadā", "gads", "gadam", "g") ? tokens.SkipSigns(next + 1, '.', ':', '–', '-', '—') : next;
        return tokens.Peek(next).Is("nav", "nebija", "none", "nil", "nothing") && (tokens.Peek(next + 1).IsSign(',') || tokens.Peek(next + 1).IsSign(';'))
            && _years[^1].At > year.At;
    }

    private static readonly Stems PlannedOnes = ["plānot", "piešķirt", "atvēlēt", "paredzēt", "iedalīt", "planned", "granted", "allocated", "budgeted"];

    // “EUR 12,425.00 of EUR 13,000.00 planned”, “against EUR 7,640.00 planned”
    private bool IsOfPlanned(int amount)
    {
        var before = _amounts[amount].First - 1;
        before -= tokens.Peek(before).Is("the", "those", "all") ? 1 : 0;
        return tokens.Peek(before).Is("of", "against", "than", "with", "from") && BudgetWords.At(tokens, _amounts[amount].Next).Word == BudgetWord.Planned;
    }

    // “EUR 1,400.00 of the EUR 26,000.00 planned for year one stayed unspent”: said behind what it was a part of.
    private BudgetWord OutOfPlanned(int amount) => amount + 1 < _amounts.Count && _amounts[amount + 1].First - _amounts[amount].Next is 1 or 2
        && tokens.Peek(_amounts[amount].Next).Is("of")
        && IsOfPlanned(amount + 1) && !_words.Exists(word => word.At < _amounts[amount].First && BudgetWords.IsRole(word.Word))
        ? _words.FirstOrDefault(word => word.At > _amounts[amount + 1].Next && BudgetWords.IsRole(word.Word) && word.Word != BudgetWord.Planned).Word : BudgetWord.None;

    // “Of the EUR 27,400.00 allotted EUR 27,940.00 was spent”
    private BudgetWord? IsSaidRightAfter(int amount) => tokens.Peek(_amounts[amount].Next).Is("was", "were")
        && BudgetWords.At(tokens, _amounts[amount].Next + 1).Word is (BudgetWord.Planned or BudgetWord.Spent or BudgetWord.Aside) and var said
        && !_words.Exists(word => word.At >= _amounts[amount - 1].Next && word.At < _amounts[amount].First && word.Word != BudgetWord.Planned) ? said : null;
}
