using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>A stretch of a sentence in which one thing is said of money; what is said of years and the sorts of amounts in it.</summary>
/// <param name="Depth">How many parentheses stand around it.</param>
internal sealed partial class AmountClause(IReadOnlyList<Token> tokens, int sentence, int depth, int first)
{
    // Longer ones are no sentences of people; each is looked through for each of its amounts.
    private const int MostAmounts = 16;
    private const int NearAfter = 4;
    private const int NearBefore = 3;
    private const int MostTokens = 300;

    private readonly List<(BudgetWord Word, int At, int Length)> _words = [];
    private readonly List<WrittenMoney> _amounts = [];
    private readonly List<WrittenMoney> _computed = [];
    private readonly List<(int Ordinal, int At, int Length)> _years = [];
    private readonly List<(int From, int To, int Next)> _ranges = [];
    private readonly Dictionary<int, NamedSum> _sums = [];
    private readonly HashSet<int> _plain = [];

    private bool? _namesStandBefore;

    public int Sentence => sentence;

    public int Depth => depth;

    public int First => first;

    /// <summary>Index after its last token.</summary>
    public int End { get; private set; }

    public IReadOnlyList<WrittenMoney> Amounts => _amounts;

    /// <summary>Amounts of a sum that is written out: they were or will be told of elsewhere.</summary>
    public IReadOnlyList<WrittenMoney> Computed => _computed;

    public IReadOnlyList<(BudgetWord Word, int At, int Length)> Words => _words;

    public IReadOnlyList<(int Ordinal, int At, int Length)> Years => _years;

    /// <summary>Several years of which it tells at once: <c>Years 1 to 3</c>.</summary>
    public IReadOnlyList<(int From, int To, int Next)> Ranges => _ranges;

    /// <summary>What an amount is made of, where that is written out behind it.</summary>
    public NamedSum? SumOf(int amount) => _sums.GetValueOrDefault(amount);

    /// <summary>A whole number behind another amount, of which nothing but its place says that it is one.</summary>
    public bool IsPlainPart(int amount) => _plain.Contains(amount);

    public IReadOnlyList<Token> Tokens => tokens;

    public IReadOnlyList<(BudgetWord Word, int At, int Length)> Roles => [.. _words.Where(word => BudgetWords.IsRole(word.Word))];

    public bool EndsWithColon => End < tokens.Count && (tokens[End].IsSign(':') || (End > first && tokens[End - 1].IsSign(':')));

    /// <summary>It tells of a part of a year: “1. pusgadā”, “in the second quarter”.</summary>
    public bool IsOfPartOfYear => Enumerable.Range(first, End - first).Any(at => PartsOfYear.IsLength(tokens[at]));

    /// <summary>The year that it tells of; null when it names none, or only where something came from or goes to.</summary>
    public int? YearOrNull => _years.Where(year => IsGranted(year.At) || IsOfItsPlan(year) || !IsDirection(BeforeYear(year.At))).Where(year =>
        !IsOfNone(year)).Select(year => (int?)year.Ordinal).FirstOrDefault();

    private Token BeforeYear(int year) => tokens.Peek(tokens.Peek(year - 1).Is("the") ? year - 2 : year - 1);

    // “Of the EUR 27,400.00 allotted to the second year”: what that year was given, and nothing that was left of another.
    private bool IsGranted(int year) => BeforeYear(year).Is("to") && BudgetWords.At(tokens, tokens.Peek(year - 1).Is("the") ? year - 3 : year - 2).Word == BudgetWord.Planned
        && !_words.Exists(word => word.Word is BudgetWord.Remainder or BudgetWord.Carried or BudgetWord.CarriedIn);

    /// <summary>“The difference of 318.51 was returned: 161.75 for the first year, …”: the years are those of what follows the colon.</summary>
    public bool IsOfYearsBehind(int amount) => amount < _amounts.Count - 1 && _years.Count > 0 && ColonBetween(_amounts[amount].Next, _amounts[amount + 1].First)
        && _years.TrueForAll(year => year.At > _amounts[amount + 1].First);

    /// <summary>The only year that it names is that which left something: “un otrā gada atlikums 280,00 euro”, “and the remainder of the first year, in all …”. Neither the plan beside it nor
    /// what follows is of that year.</summary>
    public bool IsOfRemainderAlone => _years is [var only] && IsOfRemainder(only)
        && Enumerable.Range(0, _amounts.Count).Count(amount => RoleOf(amount) is not (BudgetWord.Planned or BudgetWord.Aside)) <= 1;

    /// <summary>The years of which it tells more than what they left.</summary>
    public IEnumerable<(int Ordinal, int At, int Length)> YearsToldOf => _years.Where(year => !IsOfRemainder(year));

    private bool IsOfRemainder((int Ordinal, int At, int Length) year) => IsRemainder(year.At + year.Length)
        || (BeforeYear(year.At).Is("of", "from") && IsRemainder(tokens.Peek(year.At - 1).Is("the") ? year.At - 3 : year.At - 2));

    /// <summary>“Planned 66 000.00 euro and the remainder of the first year, in all 68 254.80 euro”: what there is to spend.</summary>
    private bool IsPlanWithRemainder(int amount)
    {
        var words = _words.FindAll(word => word.At < _amounts[amount].First);
        if (depth > 0 || words is not [.., { Word: BudgetWord.Remainder or BudgetWord.Carried or BudgetWord.CarriedIn } rest, { Word: BudgetWord.Total } total] || words.Count > 3
            || total.At + total.Length != _amounts[amount].First || _amounts.Take(amount).Any(other => other.Amount >= _amounts[amount].Amount))
        {
            return false;
        }

        return words.Count == 2 ? tokens.Peek(first - 1).Is(Adding)
            : words[0].Word == BudgetWord.Planned && amount > 0 && Enumerable.Range(_amounts[0].Next, Math.Max(0, rest.At - _amounts[0].Next)).Any(at => tokens[at].Is(Adding));
    }

    /// <summary>“Plānots ar pārcelto atlikumu 19 154,25 euro”: the words stand right before it, and no amount between them.</summary>
    private bool IsPlannedWithCarried(int amount)
    {
        var from = amount > 0 ? _amounts[amount - 1].Next : first;
        return depth == 0 && _words.FindAll(word => word.At >= from && word.At < _amounts[amount].First && BudgetWords.IsRole(word.Word)) is [.., var one, var other]
            && one.At + one.Length == other.At && other.At + other.Length == _amounts[amount].First
            && (one.Word, other.Word) is (BudgetWord.Planned, BudgetWord.Aside) && tokens[other.At].Is("ar", "with");
    }

    private bool IsRemainder(int at) => _words.Exists(word => word.At == at && word.Word is BudgetWord.Remainder or BudgetWord.CarriedIn);

    /// <summary>The year whose name stands right beside the word for what was left, where the clause names several: “otrā gada plānā ieskaitīts pirmā gada atlikums”, “the remainder of Year 1”.</summary>
    public int? YearOfRemainder(int amount)
    {
        if (_years.Count < 2)
        {
            return null;
        }

        var (_, place, length) = _words.LastOrDefault(word => word.At < _amounts[amount].First && word.Word is BudgetWord.Remainder or BudgetWord.CarriedIn or BudgetWord.Carried);
        return _years.Where(year => length > 0 && (year.At + year.Length == place || (year.At > place && year.At - place - length <= 2 && tokens.Peek(place + length).Is("of", "from", "no")))).Select(year => (int?)year.Ordinal).FirstOrDefault();
    }

    /// <summary>What an amount is by its own clause: the nearest word before it, else the first after it.</summary>
    public BudgetWord RoleOf(int amount)
    {
        var at = _amounts[amount].First;
        var until = amount + 1 < _amounts.Count ? _amounts[amount + 1].First : End;
        if ((amount > 0 ? IsSaidRightAfter(amount) : null) is { } said || (said = IsOfPlanned(amount) ? BudgetWord.Planned : OutOfPlanned(amount)) != BudgetWord.None)
        {
            return said;
        }

        if (IsPlanWithRemainder(amount))
        {
            return BudgetWord.Aside;
        }

        var nearest = BudgetWord.None;
        foreach (var (word, place, _) in _words)
        {
            if (BudgetWords.IsRole(word) && (place < at || (nearest == BudgetWord.None && place < until && (IsSaidOfBefore(place)
                || !(amount + 1 < _amounts.Count && NamesWhatFollows(tokens, place))))))
            {
                nearest = Stronger(nearest, word);
            }
        }

        return nearest == BudgetWord.Ineligible && GotBack(at, until) is { } fate ? fate : IsThereInAll(amount, nearest) ? BudgetWord.Aside : nearest;
    }

    // “… was carried over to the second year, in which EUR 42,550.00 was thus available”: with what had been carried, and not it alone.
    private bool IsThereInAll(int amount, BudgetWord nearest) => nearest is BudgetWord.Remainder or BudgetWord.Carried or BudgetWord.CarriedIn
        && _words.Exists(word => word.Word == BudgetWord.Aside && word.At >= _amounts[amount].Next && word.At - _amounts[amount].Next < NearAfter)
        && !_words.Exists(word => word.Word == nearest && word.At < _amounts[amount].First && _amounts[amount].First - word.At - word.Length < NearBefore);

    /// <summary>“EUR 10,000.00 was planned: EUR 6,500.00 for …”: said of the amount before it, though a colon follows.</summary>
    public bool IsSaidOfBefore(int word) => tokens.Peek(word - 1).Is("was", "were", "been", "tika") && tokens.Peek(word + 1).IsSign(':');

    // “Of the ineligible expenditure EUR 850.00 has been recovered”: what became of a part of it.
    private BudgetWord? GotBack(int amount, int until)
    {
        var source = _words.LastOrDefault(word => word.At < amount && word.Word == BudgetWord.Ineligible).At;
        var isSource = tokens.Peek(source - 1).Is("of", "from", "no") || (tokens.Peek(source - 1).Is("the", "this") && tokens.Peek(source - 2).Is("of", "from"));
        // “No neatbilstošajiem 640,00 euro atgūti 480,00 euro”: what was got back is the amount after the word.
        return isSource ? _words.Where(word => word.At > amount && word.At < until && !(until < End && word.At + word.Length == until) && word.Word is BudgetWord.Recovered or BudgetWord.Unrecovered or BudgetWord.Returned)
            .Select(word => (BudgetWord?)(word.Word == BudgetWord.Returned ? BudgetWord.Recovered : word.Word)).FirstOrDefault() : null;
    }

    // “Neatbilstoši izlietotie līdzekļi” are ineligible, and “neizlietotais atlikums atmaksāts” is a remainder.
    private static BudgetWord Stronger(BudgetWord before, BudgetWord word) =>
        before is BudgetWord.Ineligible or BudgetWord.Aside && word is BudgetWord.Spent ? before
        : before == BudgetWord.Aside && word is BudgetWord.Remainder or BudgetWord.Carried or BudgetWord.CarriedIn ? before
        : before == BudgetWord.Unrecovered && word is BudgetWord.Ineligible ? before
        : word == BudgetWord.Ineligible && before is BudgetWord.Unrecovered or BudgetWord.Recovered ? before
        : word == BudgetWord.Planned && before is BudgetWord.Remainder ? before
        : word;

    public IEnumerable<(BudgetWord Word, int At, int Length)> WordsBetween(int from, int until) => _words.Where(word => word.At >= from && word.At < until);

    public bool ColonBetween(int from, int until) => Enumerable.Range(from, Math.Max(0, until - from)).Any(at => tokens[at].IsSign(':') || tokens[at].IsSign('='));

    /// <summary>Parts of an amount are announced after it.</summary>
    public bool EndsWithParts(int amount)
    {
        var from = _amounts[amount].Next;
        var until = amount + 1 < _amounts.Count ? _amounts[amount + 1].First : End;
        return WordsBetween(from, until).Any(word => word.Word == BudgetWord.Parts) || EndsWithColonAfter(amount);
    }

    /// <summary>Behind the amount it is told what all of it is made of: <c>15 600,00 euro – nometnei 9 200,00 euro, kursiem …</c>.</summary>
    public bool ExplainsAfter(int amount) => PartsAhead.Follow(tokens, _amounts[amount].Next);

    // “…, of which” as the end of a line, and a list below it
    private bool EndsLineWithParts(int amount) => amount == _amounts.Count - 1 && End == tokens.Count && _words is [.., { Word: BudgetWord.Parts } word]
        && word.At > _amounts[amount].First && tokens.SkipSigns(word.At + word.Length, '.') >= tokens.Count;

    public bool EndsWithColonAfter(int amount) => ExplainsAfter(amount) || EndsLineWithParts(amount) ||
        tokens.Peek(_amounts[amount].Next).IsSign(':') || tokens.Peek(_amounts[amount].Next).IsSign('=') || (amount == _amounts.Count - 1 && End == tokens.Count && tokens[^1].IsSign(':'));

    /// <summary>The words beside an amount that may name its stream: those after it, else those before.</summary>
    public (IReadOnlyList<string> Words, string Name) LabelOf(int amount, string text)
    {
        var next = amount + 1 < _amounts.Count ? _amounts[amount + 1].First : End;
        if (NamesStandBefore(text) || ExplainsAfter(amount))
        {
            return Label(amount == 0 ? first : _amounts[amount - 1].Next, _amounts[amount].First, text);
        }

        var after = Label(_amounts[amount].Next, Math.Min(FirstListSign(_amounts[amount].Next, next), FirstRoleAfter(_amounts[amount].Next)), text);
        return after.Words.Count > 0 ? after : Label(amount == 0 ? first : _amounts[amount - 1].Next, _amounts[amount].First, text);
    }

    /// <summary>“Plānots: mācībām 9 640,00 euro, telpām 13 360,00 euro”: the first amount has a name before it, and the last none after it.</summary>
    public bool NamesStandBefore(string text) => _namesStandBefore ??= HaveNamesBefore(text);

    private bool HaveNamesBefore(string text)
    {
        if (_amounts.Count < 2 || _amounts.Count > MostAmounts || Label(_amounts[^1].Next, End, text).Words.Count > 0)
        {
            return false;
        }

        var named = _amounts.Count - (EndsWithTotal ? 1 : 0);

        // “22 500,00 euro, t. sk. mācībām 12 000,00 un telpām 10 500,00”: the whole needs no name.
        var whole = _amounts.Count > 2 && (IsWholeBeforeNames(text) || WordsBetween(_amounts[0].Next, _amounts[1].First).Any(word => word.Word == BudgetWord.Parts)) ? 1 : 0;
        return Enumerable.Range(whole, named - whole).All(amount => Label(amount == 0 ? first : _amounts[amount - 1].Next, _amounts[amount].First, text).Words.Count > 0);
    }

    /// <summary>“Year 1 planned EUR 45,000.00 clubs 33,000.00 hosts 12,000.00”: what the first comes to, and then names with their amounts, set off from one another by
    /// nothing but space.</summary>
    public bool HasUnsaidParts(string text) => _amounts.Count > 2 && NamesStandBefore(text) && IsWholeBeforeNames(text);

    private bool IsWholeBeforeNames(string text) => Roles is [{ Word: BudgetWord.Planned or BudgetWord.Spent } role] && role.At + role.Length == _amounts[0].First
        && Label(first, _amounts[0].First, text).Words.Count == 0
        && !_words.Exists(word => word.At > _amounts[0].First) && !Enumerable.Range(_amounts[0].Next, _amounts[^1].First - _amounts[0].Next).Any(at =>
        tokens[at].Kind == TokenKind.Sign && !tokens[at].IsDash && tokens[at].Text is not ("." or "," or "€"))
        && Enumerable.Range(0, _amounts.Count - 1).All(at => tokens.Peek(_amounts[at].Next).Kind == TokenKind.Word);

    /// <summary>The name of one of the amounts that another is made of; a letter may be one.</summary>
    public (IReadOnlyList<string> Words, string Name) NameOf(NamedTerm term, string text)
    {
        var name = tokens.Skip(term.NameFirst).Take(term.NameEnd - term.NameFirst).ToList();
        var words = name is [{ Text.Length: 1 } letter] ? [letter.Text.ToLowerInvariant()] : StreamNames.Words(name);
        return words.Count == 0 ? ([], "") : (words, text[name[0].Start..name[^1].End]);
    }

    /// <summary>“Ar pārcelto atlikumu: 34 019,75”: said of the amount by the turn right before it.</summary>
    public bool IsWithCarried(int amount) => _words.LastOrDefault(word => word.At < _amounts[amount].First) is { Word: BudgetWord.Aside, At: var at }
        && tokens[at].Is("ar", "with");

    /// <summary>“Kopā pieejami 28 451,85”, “ar pārcelto kopā 18 587,65”, “EUR 33,400.00 was at our disposal”: what there was to spend, and not what came to it.</summary>
    public bool IsOfAvailable(int amount)
    {
        var at = _amounts[amount].First;
        var (word, place, length) = _words.LastOrDefault(word => word.At < at && BudgetWords.IsRole(word.Word));
        if (length == 0)
        {
            (word, place, length) = _words.FirstOrDefault(word => word.At >= _amounts[amount].Next && BudgetWords.IsRole(word.Word));
        }

        return IsPlanWithRemainder(amount) || IsPlannedWithCarried(amount) || (depth == 0 && word == BudgetWord.Aside && length > 0 && !Enumerable.Range(first, End - first).Any(IsBesidePlan)
            && (tokens[place].Is(Availability) ? !Enumerable.Range(place, Math.Max(0, at - place)).Any(near => IsLeftOver(near))
            : tokens[place].Is("ar", "with") && Enumerable.Range(place, length).Any(near => tokens[near].Is("kopā", "pavisam", "total", "together", "planned") || tokens[near].StartsWith("plānot"))));
    }

    private static readonly string[] Adding = ["un", "and", "plus", "ar", "with"];

    private static readonly string[] Availability = ["pieejams", "pieejami", "pieejama", "pieejamas", "pieejamais", "pieejamie", "pieejamā", "available", "disposal", "rīcībā"];

    // “Papildus pieejams …”, “were available in addition”, “from year I were available”
    private bool IsBesidePlan(int at) => tokens[at].Is("papildus", "klāt", "addition", "additionally", "another", "further", "vēl", "extra")
        || _years.Exists(year => year.At == at && IsDirection(BeforeYear(at)));

    private bool IsLeftOver(int at) => tokens[at].StartsWith("atlik") || tokens[at].StartsWith("pārn") || tokens[at].Is("balance", "remainder", "carried", "unspent");

    /// <summary>“5 360,00 euro mācībām”</summary>
    public bool IsNamedAfter(string text) => _amounts.Count > 0 && Label(_amounts[^1].Next, End, text).Words.Count > 0;

    /// <summary>“Plānots: …”: what it tells of is named by one word and a colon.</summary>
    public bool BeginsWithRoleAndColon => Roles is [var role, ..] && role.At == first && tokens.Peek(first + role.Length).IsSign(':');

    /// <summary>“kursi 8 000,00  telpas 1 900,00  kopā 9 900,00”: the last of several amounts is what the others come to.</summary>
    public bool EndsWithTotal => _amounts.Count > 2 && _words.Exists(word => word.Word == BudgetWord.Total && word.At + word.Length == _amounts[^1].First);

    /// <summary>“plānots  kursi 8 000,00  telpas 1 900,00”, “no 1. gada  kursi 300,00  telpas 90,00”: what they are, and then nothing but names with their amounts, and perhaps their total.</summary>
    public bool BeginsWithRoleAndNames(string text) => _amounts.Count > 1 && AfterLead is { } start && tokens.Peek(start).Kind == TokenKind.Word
        && _words.Count == (Roles.Count > 0 ? 1 : 0) + (EndsWithTotal ? 1 : 0) && NamesStandBefore(text)
        && _amounts.TrueForAll(amount => NumberGrammar.Read(tokens, amount.First, _ => false) is { Decimals: 2 })
        && Enumerable.Range(0, _amounts.Count - 1).All(at => tokens.Peek(_amounts[at].Next).Kind == TokenKind.Word);

    /// <summary>“no 2. gada”: the year before that left the amounts.</summary>
    public bool BeginsWithSource => _years is [var year] && year.At == first + 1 && tokens[first].Is("no", "from");

    private int? AfterLead => Roles is [var role] && role.At == first && _years.Count == 0 ? first + role.Length
        : Roles.Count == 0 && BeginsWithSource ? _years[0].At + _years[0].Length : null;

    // What stands after a colon names the first of the parts.
    private int FirstListSign(int from, int until)
    {
        while (from < until && !tokens[from].IsSign(':') && !tokens[from].IsSign('='))
        {
            from++;
        }

        return from;
    }

    public (IReadOnlyList<string> Words, string Name) Label(int from, int until, string text)
    {
        var label = new List<Token>();
        for (var at = from; at < until; at++)
        {
            if (!_words.Any(word => at >= word.At && at < word.At + word.Length) && !_years.Any(year => at >= year.At && at < year.At + year.Length))
            {
                label.Add(tokens[at]);
            }
        }

        var words = StreamNames.Words(label);
        return words.Count == 0 ? ([], "") : (words, text[label.First(token => token.Kind == TokenKind.Word).Start..label.Last(token => token.Kind == TokenKind.Word).End]);
    }

    public static bool IsDirection(Token token) => token.Is("no", "uz", "from", "to", "into");

    private int FirstRoleAfter(int from) => _words.Where(word => word.At >= from && (BudgetWords.IsRole(word.Word) || word.Word == BudgetWord.Parts)).Select(word => word.At).DefaultIfEmpty(End).First();
}
