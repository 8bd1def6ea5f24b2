using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>What a header or a row's name says of the amounts that it names.</summary>
internal sealed record BudgetLabel(BudgetWord Role, int? Year, bool IsTotal, bool IsWhole, IReadOnlyList<string> Stream, string StreamName)
{
    /// <summary>“Starpsumma”, “Subtotal”: of some of the rows above it.</summary>
    public bool IsSubtotal { get; init; }
}

/// <summary>A cell of a table that may be about money.</summary>
internal sealed class BudgetCell
{
    private const int MostOfLetter = 5;
    private const int MostOfName = 60;
    private const int MostOfCalendar = 14;
    private const int Century = 2000;

    private readonly List<Passage> _passages = [];
    private BudgetLabel? _stream;

    public IReadOnlyList<Passage> Passages => _passages;

    /// <summary>It holds an amount, or says that there is none.</summary>
    public bool HasAmounts { get; private set; }

    public bool SaysMoney { get; private set; }

    /// <summary>It names the budget's field of the template.</summary>
    public bool IsFieldLabel => _passages[0].IsLabel && !_passages[0].Block.Cell!.IsHeader && _passages[0].Block.Cell!.Column <= 2 && _passages[0].Section != SummarySection.None && Roles.Count != 1 && !NamesYear;

    public bool IsHeader => _passages[0].Block.Cell!.IsHeader && !HasAmounts;

    /// <summary>The header of amounts that take part in no sum: shares, and what was there together with something else.</summary>
    public bool IsAside { get; private set; }

    /// <summary>The header of what there was to spend: the plan, where there is no other.</summary>
    public bool IsAvailable => IsAside && Head.Year is null && BudgetHeaders.IsAvailable(_passages[0].Tokens);

    /// <summary>“Carried out”: beside “Carried in” what goes on to the next year; alone it may be work that was done.</summary>
    public bool IsCarriedOut => !HasAmounts && _passages[0].Tokens is [var carried, var way] && carried.Is("carried") && way.Is("out");

    /// <summary>The plan together with what was carried in.</summary>
    public bool IsWithCarried => !HasAmounts && BudgetHeaders.IsWithCarried(_passages[0].Tokens);

    /// <summary>Nothing else in the table is the plan.</summary>
    public void TakeForPlan()
    {
        IsAside = false;
        Head = Head with { Role = BudgetWord.Planned, Stream = [], StreamName = "" };
        Label = Label with { Role = BudgetWord.Planned, Stream = [], StreamName = "" };
    }

    /// <summary>The header of a plan as it was changed later.</summary>
    public bool IsAmended { get; private set; }

    /// <summary>It goes on with the row above, from before a page break.</summary>
    public bool GoesOn => _passages[0].Block.Kind == BlockKind.ListItem;

    public int? Year => _passages[0].Year;

    /// <summary>The number of the document's table that it stands in.</summary>
    public int Table => _passages[0].Block.Cell!.Table;

    /// <summary>The letter that it is: “A”, “B.”, “P”, the name of a stream that is told above the table; and no Roman number.</summary>
    public string? LetterAlone => !HasAmounts && _passages is [{ Tokens: [{ Kind: TokenKind.Word, Text: [>= 'A' and <= 'Z' and not ('I' or 'V' or 'X')] } letter, ..] tokens }]
        && tokens.SkipSigns(1, '.', ')') >= tokens.Count ? letter.Text : null;

    /// <summary>Among others of its sort the letter is a name.</summary>
    public void TakeLetter() => Label = Head = Label with { Stream = [LetterAlone!.ToLowerInvariant()], StreamName = LetterAlone! };

    public BudgetLabel Label { get; private set; } = new(BudgetWord.None, null, false, false, [], "");

    /// <summary>The same as the header of a column, where more words say what amounts are.</summary>
    public BudgetLabel Head { get; private set; } = new(BudgetWord.None, null, false, false, [], "");

    public IReadOnlyList<BudgetWord> Roles { get; private set; } = [];

    /// <summary>It names a part of what stands above it: “tai skaitā treneriem”, “of which training”.</summary>
    public bool IsOfParts => BudgetWords.At(_passages[0].Tokens, 0).Word == BudgetWord.Parts;

    /// <summary>It begins with a dash, as the lines of what stands above it do: “– materiāli”.</summary>
    public bool IsBelow => !HasAmounts && (GoesOn || _passages[0].Tokens is [{ IsDash: true }, { Kind: TokenKind.Word }, ..]);

    /// <summary>What stands in its row is counted, and is no money: “Nodarbību skaits”, “cilv.”.</summary>
    public bool IsOfCounts => !HasAmounts && BudgetHeaders.IsCount(_passages[0].Tokens);

    /// <summary>Its amounts are written with cents, as no count is.</summary>
    public bool ShowsCents => HasAmounts && _passages.Exists(passage => NumberGrammar.Read(passage.Tokens, 0, _ => false) is { Decimals: 2 });

    /// <summary>It holds a number and no word.</summary>
    public bool IsBareFigure => HasAmounts && _passages is [{ Tokens: var tokens }] && !tokens.Any(token => token.Kind == TokenKind.Word && !MoneyGrammar.IsUnit([token], 0));

    /// <summary>It names its row, and its amounts are those of a remark: “Apmācības (ar 137,30 no 1. gada)”.</summary>
    public bool HasRemark { get; private set; }

    /// <summary>Beside bare figures it is the name of its row, where a remark in it holds an amount.</summary>
    public void TakeForName(string text, int years)
    {
        if (_passages is [{ Tokens: { Count: <= MostOfName } tokens }] && BudgetRemark.At(tokens) is { } remark)
        {
            (HasAmounts, HasRemark) = (false, true);
            IReadOnlyList<Token> name = [.. tokens.Take(remark)];
            ReadName(name, name, text, years);
        }
    }

    /// <summary>“Kopā ar pārnesto”, “Total with what was carried over”: a total like any other, where there is none besides.</summary>
    public bool IsTotalWithCarried => Label.Role is BudgetWord.Carried or BudgetWord.CarriedIn or BudgetWord.CarriedOut && _passages[0].Tokens is var tokens
        && Enumerable.Range(0, tokens.Count).Any(at => tokens[at].Is("kopā", "pavisam", "total", "together", "all")
            && tokens.Peek(at + 1).Is("ar", "with", "ieskaitot", "including", "incl", "plus"));

    /// <summary>It heads the amounts of a stream, which are of the same sort as those of the column before.</summary>
    public void TakeForPartOf(BudgetWord sort)
    {
        IsAside = false;
        Head = Head with { Role = sort };
    }

    public void TakeForAllStreams() => Label = Label with { IsTotal = true, Stream = [], StreamName = "" };

    public void TakeForTotal() => Label = Label with { Role = BudgetWord.None, IsTotal = true };

    /// <summary>“Pavisam | Koordinatori”: before the name of a stream it says that the row is of all years.</summary>
    public void TakeForWhole() => Label = Label with { IsTotal = false, IsWhole = true };

    private bool NamesYear => Label.Year is not null;

    public void Add(Passage passage) => _passages.Add(passage);

    /// <param name="years">How many years the document tells of.</param>
    public void Read(string text, int years)
    {
        var tokens = _passages[0].Tokens;
        HasAmounts = _passages[0].Block.Cell!.IsHeader ? IsFigure(tokens) : (_passages.Any(passage => MoneyGrammar.ReadAll(passage.Tokens, bare: true).Count > 0)
            || (_passages.Count == 1 && tokens.Count <= 2 && _passages[0].Block.Cell!.Column > 1 && MoneyGrammar.IsNothing(tokens)));
        SaysMoney = _passages.Any(passage => Enumerable.Range(0, passage.Tokens.Count).Any(at => MoneyGrammar.IsUnit(passage.Tokens, at)));
        if (HasAmounts)
        {
            return;
        }

        if (_passages.Count == 1 && BudgetRemark.OfCarried(tokens) is { } remark)
        {
            IReadOnlyList<Token> name = [.. tokens.Take(remark)];
            ReadName(name, name, text, years);
            return;
        }

        ReadName(tokens, [.. _passages.SelectMany(passage => passage.Tokens).Take(MostOfName)], text, years);
    }

    private void ReadName(IReadOnlyList<Token> tokens, IReadOnlyList<Token> all, string text, int years)
    {
        var whole = AmountClause.Split(all, bare: false);
        Roles = [.. whole.SelectMany(clause => clause.Roles).Select(role => role.Word)];
        var words = whole.SelectMany(clause => clause.Words).Select(word => word.Word).ToArray();
        var year = whole.SelectMany(clause => clause.Years).Where(found => !AmountClause.IsDirection(tokens.Peek(tokens.Peek(found.At - 1).Is("the") ? found.At - 2 : found.At - 1))).Select(found => (int?)found.Ordinal).FirstOrDefault();
        IsAside = BudgetHeaders.IsAside(tokens);
        IsAmended = BudgetHeaders.IsAmended(tokens);
        var isAllYears = words.Contains(BudgetWord.WholePeriod) || (year is null && BudgetHeaders.IsAllYears(tokens, years));
        var (stream, name) = isAllYears ? ([], "") : whole.Select(clause => clause.Label(clause.First, clause.End, text)).FirstOrDefault(label => label.Words.Count > 0, ([], ""));
        (stream, name) = stream.Count == 0 && !isAllYears && year is null && Letter(tokens) is { } letter ? ([letter.ToLowerInvariant()], letter) : (stream, name);
        var isFromBefore = BudgetHeaders.IsFromBefore(tokens);
        var isToNext = BudgetHeaders.IsToNext(tokens);
        (stream, name) = isFromBefore || isToNext ? ([], "") : (stream, name);
        var role = IsAside ? BudgetWord.None : isFromBefore ? BudgetWord.CarriedIn : isToNext ? BudgetWord.CarriedOut : Direction(Roles, tokens);
        var isSubtotal = BudgetHeaders.IsSubtotal(tokens);
        var isTotal = isSubtotal || (words.Contains(BudgetWord.Total) && role != BudgetWord.Remainder) || BudgetHeaders.IsTotal(tokens);
        Label = new(role, year, isTotal, isAllYears, stream, name) { IsSubtotal = isSubtotal };
        Head = Label;
        if (role == BudgetWord.None && !IsAside && Roles.Count == 0 && BudgetHeaders.Role(tokens) is not BudgetWord.None and var meant)
        {
            // “Administratīvās izmaksas” names a row's stream, “Izmaksas” what its amounts are.
            var others = isAllYears ? [] : StreamNames.Words(tokens.Where(token => BudgetHeaders.Role([token]) == BudgetWord.None));
            Head = Label with { Role = meant, Stream = others, StreamName = string.Join(' ', others) };
            _stream = others.Count == 0 ? Label : null;
            Label = others.Count == 0 || EndsWithSort(tokens) ? Head : Label;
        }
    }

    // “Skates: izpilde”, “Kursi – fakts”, “Courses (actual)”: set off from the stream's name.
    private static bool EndsWithSort(IReadOnlyList<Token> tokens)
    {
        var last = tokens[^1].IsSign(')') ? tokens.Count - 2 : tokens.Count - 1;
        return last > 1 && BudgetHeaders.Role([tokens[last]]) != BudgetWord.None && tokens[last - 1] is var sign
            && (sign.IsSign(':') || sign.IsSign(',') || sign.IsSign('(') || sign.IsSign('/') || (sign.IsDash && sign.SpaceBefore))
            && BudgetHeaders.Role([.. tokens.Take(last - 1)]) == BudgetWord.None;
    }

    /// <summary>Where columns say what amounts are, a word that might say it too names the row's stream: “Granti”, “Izmaksas”.</summary>
    public void NameStream() => Label = _stream ?? Label;

    // “Plānots A”, “B virziens, izlietots”
    private static string? Letter(IReadOnlyList<Token> tokens) => tokens.Count <= MostOfLetter && tokens.Where(token => token is { Kind: TokenKind.Word, Quoted: false, Text: [>= 'A' and <= 'F'] }).Take(2).ToList() is [var only]
        && tokens.Count(token => token.Kind == TokenKind.Word) > 1 && !tokens.Any(token => token.Is("total", "all")) ? only.Text : null;

    // A figure that is printed as a header is an amount all the same.
    private static bool IsFigure(IReadOnlyList<Token> tokens) => MoneyGrammar.Read(tokens, 0, bare: true) is { } money && money.Next == tokens.Count && (money.Named || tokens.Count > 1);

    /// <summary>It is the header of a column of years.</summary>
    public bool IsYearHeader => !HasAmounts && _passages[0].Tokens is { Count: <= 6 } tokens && tokens.Any(token => token.Is("gads", "year") || token.YearNoun is not null) && Label.Year is null;

    /// <summary>It holds an ordinal, with its days or a remark in brackets perhaps, and nothing else.</summary>
    public int? Number => _passages is [{ Tokens: { Count: > 0 } tokens }] && OrdinalGrammar.ReadAfterNoun(tokens, 0) is { } ordinal
        && tokens.SkipSigns(ordinal.Length, '.', ')') is var end
        && (end >= tokens.Count || (tokens[end].IsSign('(') && tokens[^1].IsSign(')')) || AreCalendarYears(tokens, end)) ? ordinal.Value : null;

    // “I 2019./20.”
    private static bool AreCalendarYears(IReadOnlyList<Token> tokens, int from) => tokens[from] is { Kind: TokenKind.Digits, Text: ['2', '0', _, _] } && tokens[0].Kind == TokenKind.Word
        && !tokens.AnyIn(from, tokens.Count, token => token.Kind == TokenKind.Word || token.IsSign(',')) && tokens.Count <= MostOfCalendar;

    /// <summary>The calendar year that it holds, or the two that a year stretches over, and nothing else.</summary>
    public (int From, int To)? Calendar => _passages is [{ Tokens: var tokens }] ? CalendarYearGrammar.Whole(tokens) : null;

    /// <summary>The one calendar year that a header names among other words: “2022. plāns”, “spent in 2022”.</summary>
    public (int From, int To)? CalendarInHeader => ShortPair is { } pair ? pair : CalendarsInHeader is [var only] ? (only, only)
        : CalendarsInHeader is [var from, var to] && to == from + 1 ? (from, to) : null;

    // “21/22 plāns”, “2021/22 planned”
    private (int From, int To)? ShortPair => !HasAmounts && _passages[0].Tokens is [var first, var slash, { SpaceBefore: false } second, ..] && slash.IsSign('/')
        && (TwoDigits(first) ?? (CalendarsInHeader is [var full] ? full - Century : null)) is { } from && TwoDigits(second) == from + 1 ? (Century + from, Century + from + 1) : null;

    private static int? TwoDigits(Token token) => token is { Kind: TokenKind.Digits, Text.Length: 2 } ? int.Parse(token.Text, System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <summary>The days that a row's name gives beside what its amounts are: “Plāns no 15.09.2022. līdz 14.09.2023.”</summary>
    public Period? PeriodInName => !HasAmounts && Label is { Role: not BudgetWord.None, Year: null } && _passages is [{ Dates: [{ IsRange: true } range] }]
        ? PeriodReader.Of(range) : null;

    /// <summary>The ordinal that a header has before what its amounts are: “I plānots”, “2. izlietots”.</summary>
    public int? NumberInHeader => !HasAmounts && Roles.Count > 0 && _passages is [{ Tokens: { Count: <= 4 } tokens }]
        && OrdinalGrammar.ReadAfterNoun(tokens, 0) is { } ordinal && ordinal.Length < tokens.Count ? ordinal.Value : null;

    private List<int> CalendarsInHeader => _passages.Sum(passage => passage.Tokens.Count) <= MostOfCalendar
        ? [.. _passages.SelectMany(passage => passage.Tokens).Where(token => token is { Kind: TokenKind.Digits, Text: ['2', '0', _, _] })
            .Select(token => int.Parse(token.Text, System.Globalization.CultureInfo.InvariantCulture))] : [];

    /// <summary>What was carried stands before what was spent when it came from the year before, and after it when it goes to the next.</summary>
    public void Direct(bool isBeforeSpent) => Head = Head with { Role = isBeforeSpent ? BudgetWord.CarriedIn : BudgetWord.CarriedOut };

    /// <summary>A header's calendar year is one of the implementation years.</summary>
    public void NameColumn(int ordinal) => Head = Head with { Year = IsCarriedFrom ? ordinal + 1 : ordinal };

    // “Carried from 2023”, “Pārcelts no 2022. gada”: into the year after it.
    private bool IsCarriedFrom => Head.Role is BudgetWord.Carried or BudgetWord.CarriedIn && _passages[0].Tokens.Index().Any(token => token.Item is { Kind: TokenKind.Digits, Text.Length: 4 }
        && _passages[0].Tokens.Peek(token.Index - 1).Is("from", "no"));

    /// <summary>A header begins with the number of its year, which is no word of a stream's name.</summary>
    public void NumberColumn() => Head = Head with { Year = NumberInHeader, Stream = [], StreamName = "" };

    /// <summary>The number that a row's name begins with, and the words behind it: “II. Language clubs”, “Pirmais, piešķirts”.</summary>
    public (int Ordinal, IReadOnlyList<Token> Behind)? Numbered => !HasAmounts && _passages is [{ Tokens: { Count: > 1 and <= MostOfCalendar } tokens }] && OrdinalGrammar.ReadAfterNoun(tokens, 0) is { } ordinal
        && tokens.SkipSigns(ordinal.Length, '.', ',', ')', ':', '-', '–') is var rest && rest < tokens.Count ? (ordinal.Value, [.. tokens.Skip(rest)]) : null;

    /// <summary>Its number is that of the row's year.</summary>
    public void NumberRow(string text, int years)
    {
        var (ordinal, rest) = Numbered!.Value;
        ReadName(rest, rest, text, years);
        NameYearOf(ordinal);
    }

    private void NameYearOf(int ordinal) => Label = Head = Label with { Year = ordinal };

    /// <summary>What looks like a number names the year of its row.</summary>
    public void NameYear(int ordinal)
    {
        HasAmounts = false;
        Label = Head = Label with { Year = ordinal, Stream = [], StreamName = "" };
    }

    private static BudgetWord Direction(IReadOnlyList<BudgetWord> roles, IReadOnlyList<Token> tokens)
    {
        if (roles.Count == 0)
        {
            return BudgetWord.None;
        }

        if (!roles.Contains(BudgetWord.Carried) && !roles.Contains(BudgetWord.CarriedIn))
        {
            return roles.Contains(BudgetWord.Ineligible) ? BudgetWord.Ineligible
                : roles.Contains(BudgetWord.Remainder) ? BudgetWord.Remainder
                : roles.Distinct().Count() > 1 ? roles.All(role => role is BudgetWord.Planned or BudgetWord.Spent) ? BudgetWord.None : roles[^1]
                : roles[0];
        }

        var goesOn = tokens.Any(token => token.StartsWith("nākam") || token.StartsWith("nākoš") || token.Is("next", "following", "uz", "to", "into", "forward", "out"));
        var comes = tokens.Any(token => token.StartsWith("iepriekš") || token.StartsWith("pārnestais") || token.Is("previous", "prior", "no", "from", "brought"));
        return comes ? BudgetWord.CarriedIn : goesOn ? BudgetWord.CarriedOut : BudgetWord.Carried;
    }
}
