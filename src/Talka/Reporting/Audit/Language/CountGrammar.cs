using System.Globalization;

namespace Talka.Reporting.Audit.Language;

/// <summary>A number with the noun that it counts: <c>6 tiešsaistes semināri</c>, <c>trīs diskusijas</c>, <c>67 ziņu lapās</c>.</summary>
/// <param name="First">Index of the number.</param>
/// <param name="NounAt">Index of the noun.</param>
/// <param name="End">Index of the token after the noun.</param>
/// <param name="Noun">Null when it is none of the known ones.</param>
/// <param name="Form">What the noun's form may be.</param>
/// <param name="Certain">False when the number may count something else.</param>
public sealed record WrittenCount(int First, int NounAt, int End, long Value, bool InWords, CountNoun? Noun, string Word, NounForm Form, bool Certain);

/// <summary>Counts in running text. Dates, times, amounts, shares, ordinals, ranges and addresses are none.</summary>
public static class CountGrammar
{
    private const int MostAttributes = 3;
    private const int MostOfTitle = 14;
    private const int MostOfUnknown = 2;

    // Words that say nothing of what is counted, wherever they stand before the noun.
    private static readonly Stems Attributes =
    [
        "tiešsaist", "klātien", "attālināt", "bezmaksas", "individuāl", "informatīv", "izglītojoš", "dažād", "elektronisk", "publisk", "tematisk", "reģionāl", "starptautisk", "praktisk", "jaun",
        "cit", "liel", "maz", "plašāk", "šād", "sekojoš", "apstiprināt", "atbalstīt", "hibrīd", "nevalstisk", "neformāl", "atsevišķ", "kopīg", "video", "mēneš",
    ];

    private static readonly string[] EnglishAttributes =
    [
        "online", "free", "individual", "regional", "public", "local", "new", "different", "joint", "thematic", "practical", "non-governmental", "informative", "monthly", "electronic", "open", "large", "small", "further",
    ];

    // Neither a noun nor before one: the count ends here.
    private static readonly HashSet<string> Stops = new(StringComparer.OrdinalIgnoreCase)
    {
        "un", "vai", "ar", "no", "par", "pie", "uz", "līdz", "pēc", "kas", "kuri", "kuras", "kurus", "kurās", "kuros", "ir", "bija", "tika", "arī", "kā", "bet", "lai", "gan", "pa", "starp", "caur", "ap", "tostarp",
        "kopā", "kopumā", "pavisam", "tai", "tajā", "piedalījās", "plkst", "iela", "ielā", "h", "min", "lpp", "km", "m", "eur", "euro", "eiro", "euros", "nav",
        "and", "or", "of", "in", "on", "at", "for", "with", "from", "to", "by", "the", "a", "an", "as", "is", "was", "were", "has", "have", "had", "which", "who", "that", "this", "its", "per", "than", "total", "altogether",
        "this", "these", "those", "plus", "times", "us",
    };

    // Measures of time, size and share are no things.
    private static readonly Stems Measures =
        ["gad", "diena", "dienā", "dienu", "stund", "mēne", "nedēļ", "minūt", "reiz", "procent", "metr", "kilometr", "cent", "tūkst", "milj", "eir", "year", "month", "week", "day", "hour", "minute", "percent", "thousand", "million", "vecum", "janv", "febr", "mart", "aprī", "maij", "jūni", "jūli", "augus", "septem", "oktob", "novem", "decem"];

    // “Grafting days” are things, “working days” a length of time.
    private static readonly Stems OfLength = ["darba", "kalendār", "piln", "working", "calendar", "full", "whole", "business"];

    // Of participles: “5 bērnu rīkoti”
    private static readonly string[] DoneEndings = ["oti", "ēti", "īti", "āti", "uši", "usi", "ti", "ess", "ous"];

    private static readonly string[] OpeningVerbs = ["jās", "cās", "tās", "ēja", "āja", "īja", "oja", "jām", "cām", "dām", "ēma", "ika", "ti", "tas", "ta", "ts", "ed"];

    private static readonly string[] EnglishOpeningVerbs = ["held", "ran", "gave", "made", "took", "wrote", "built", "taught", "put", "set", "got", "found", "bought", "won", "led"];

    private static readonly string[] PluralEndings = ["iem", "ām", "ēm", "as", "es", "us", "os", "i", "u"];

    /// <summary>The number in digits that is all that a cell holds; null when it holds anything else.</summary>
    public static long? Alone(IReadOnlyList<Token> tokens) => Number(tokens, 0) is (var value, var end, false) && end >= tokens.Count ? value : null;

    /// <summary>The number that begins at a token, with the index of the token after it: digits, also in groups of three, or a small number in words.</summary>
    public static (long Value, int End, bool InWords)? Number(IReadOnlyList<Token> tokens, int at)
    {
        var token = tokens.Peek(at);
        if (token.Kind != TokenKind.Digits)
        {
            return NumberWords.At(tokens, at) is var (word, after) ? (word, after, true) : null;
        }

        if (token.Text.Length > 9 || (token.Text.Length > 1 && token.Text[0] == '0') || IsPartOfMore(tokens, at))
        {
            return null;
        }

        var value = long.Parse(token.Text, CultureInfo.InvariantCulture);
        var end = at + 1;
        while (token.Text.Length <= 3 && value < 1_000_000_000 && tokens.Peek(end) is { Kind: TokenKind.Digits, Text.Length: 3, SpaceBefore: true } group)
        {
            value = (value * 1000) + int.Parse(group.Text, CultureInfo.InvariantCulture);
            end++;
        }

        // “1,905 spectators”
        while (token.Text.Length <= 3 && value < 1_000_000_000 && tokens.Peek(end) is { SpaceBefore: false } comma && comma.IsSign(',') && tokens.Peek(end + 1) is { Kind: TokenKind.Digits, Text.Length: 3, SpaceBefore: false } thousand)
        {
            value = (value * 1000) + int.Parse(thousand.Text, CultureInfo.InvariantCulture);
            end += 2;
        }

        return GoesOn(tokens, end) ? null : (value, end, false);
    }

    /// <summary>The count that begins at a token, which nothing before it belongs to; null when none does.</summary>
    public static WrittenCount? Read(IReadOnlyList<Token> tokens, int at)
    {
        if (Number(tokens, at) is not var (value, end, inWords) || tokens[at].Quoted)
        {
            return null;
        }

        var certain = true;
        for (var noun = end; noun <= end + MostAttributes; noun++)
        {
            var word = tokens.Peek(noun);
            if (word.Quoted && noun > end && AfterQuote(tokens, noun) is { } title)
            {
                // “piecas podkāsta „Krasts” sērijas”
                (noun, word) = (title, tokens.Peek(title));
            }

            if (word.Kind != TokenKind.Word || word.Quoted || (!word.SpaceBefore && noun == end))
            {
                break;
            }

            if (IsPossessive(tokens, noun) is { } owned)
            {
                noun = owned - 1; // “three teachers' evenings”
                continue;
            }

            if (CountNoun.At(tokens, noun) is var (known, form, after) && !IsAttribute(tokens, form, value, after, inWords))
            {
                if (((form is { Singular: NounCase.Genitive, Plural: not NounCase.None } ? HeadAfterGenitive(tokens, at, noun) : null) ?? (noun == end ? HeadAfterGenitives(tokens, at, form, after) : null)) is { } head)
                {
                    return new(at, after, after + 1, value, inWords, null, head.Text.ToLowerInvariant(), NounForm.AnyPlural, Certain: true);
                }

                // “4 organizāciju projekti” may be projects of four organisations, or four projects.
                if (IsGenitive(word) && CountNoun.At(tokens, after) is ({ Code: "applications" or "ideas" } applications, var ofThem, var end2)
                    && ((ofThem.Plural & NounCase.Nominative) != NounCase.None || (tokens.Peek(at - 1).Is("no") && (ofThem.Plural & NounCase.Dative) != NounCase.None)))
                {
                    return new(at, after, end2, value, inWords, applications, tokens[after].Text, ofThem, Certain: true);
                }

                var clear = !(IsGenitive(word) && CountNoun.At(tokens, after) is not null) && !(form.Cases == NounCase.Locative && noun > end && !certain);
                return new(at, noun, after, value, inWords, known, word.Text, form, clear);
            }

            if (Stops.Contains(word.Text) || (word.StartsWith(Measures) && !word.Is("weekend")) || NumberWords.Of(word) is not null)
            {
                break;
            }

            certain &= IsEmpty(word);
        }

        return Unknown(tokens, at, end, value, inWords);
    }

    // “četri kopienas dārzi”, “seši ielas stendi”: the number's gender says that it does not count what stands right after it.
    private static Token? HeadAfterGenitive(IReadOnlyList<Token> tokens, int at, int noun)
    {
        var isMasculine = tokens[at] is { Kind: TokenKind.Word, Text: [.., 'i'] };
        return isMasculine && noun == at + 1 && tokens.Peek(noun) is { Kind: TokenKind.Word, Text: [_, _, .., 'a' or 'e', 's'] } && IsPlainWord(tokens.Peek(noun + 1)) && tokens[noun + 1] is { SpaceBefore: true, Text: [_, _, _, .., 'i'] } head
            && !EndsWithAny(head, DoneEndings) ? head : null;
    }

    // “piecas ģimeņu dienas”: after such a number a genitive tells only whose what it counts is. “5 ģimeņu” may be those of five families.
    private static Token? HeadAfterGenitives(IReadOnlyList<Token> tokens, int at, NounForm form, int after) =>
        tokens[at] is { Kind: TokenKind.Word, Text: [.., 's' or 'i'] } && form.Plural == NounCase.Genitive && CountNoun.At(tokens, after) is null && tokens.Peek(after) is { SpaceBefore: true, Text: [_, _, _, .., 's' or 'i'] } head
            && (IsPlainWord(head) || IsDay(head)) && !head.Text.EndsWith("ās", StringComparison.Ordinal) && !EndsWithAny(head, DoneEndings) ? head : null;

    // Index after “teachers'” or “women's”, where another word follows.
    private static int? IsPossessive(IReadOnlyList<Token> tokens, int at)
    {
        var word = tokens.Peek(at);
        var end = word.Text.EndsWith("'s", StringComparison.Ordinal) || word.Text.EndsWith("’s", StringComparison.Ordinal) ? at + 1
            : word.Text.EndsWith('s') && tokens.Peek(at + 1) is { SpaceBefore: false } sign && (sign.IsSign('\'') || sign.IsSign('’')) ? at + 2 : at;
        return end > at && tokens.Peek(end) is { Kind: TokenKind.Word, SpaceBefore: true } ? end : null;
    }

    private static int? AfterQuote(IReadOnlyList<Token> tokens, int at)
    {
        var end = at;
        while (end < at + MostOfTitle && tokens.Peek(end).Quoted)
        {
            end++;
        }

        return tokens.Peek(end).Kind == TokenKind.Sign && tokens.Peek(end + 1).Kind == TokenKind.Word ? end + 1 : null;
    }

    // “piecas podkāsta sērijas”, “four training weekends”: not the thing counted, but what sort of thing that is.
    private static bool IsAttribute(IReadOnlyList<Token> tokens, NounForm form, long value, int after, bool inWords)
    {
        var next = tokens.Peek(after);
        if (value == 1 || !next.SpaceBefore)
        {
            return false;
        }

        if (form.Cases == NounCase.Any)
        {
            return form.Plural == NounCase.None && next is { Kind: TokenKind.Word, Quoted: false, Text: [_, _, _, .., 's'] } && !Stops.Contains(next.Text);
        }

        var noun = CountNoun.At(tokens, after)?.Form;
        return (form is { Singular: NounCase.Genitive, Plural: NounCase.None } && (noun is not null || next.Quoted))
            || (inWords && form.Plural == NounCase.Genitive && noun is { } head && (head.Plural & NounCase.Nominative) != NounCase.None)
            || (form.Singular.HasFlag(NounCase.Genitive) && noun is { Singular: NounCase.Nominative, Plural: NounCase.None });
    }

    /// <summary>A word between a number and its noun that only says what sort of thing is counted: <c>new</c>, <c>jauni</c>.</summary>
    public static bool IsEmpty(Token word) => word.StartsWith(Attributes) || word.Is(EnglishAttributes);

    private static WrittenCount? Unknown(IReadOnlyList<Token> tokens, int at, int end, long value, bool inWords)
    {
        while (IsEmpty(tokens.Peek(end)) && end < at + 4)
        {
            end++;
        }

        end += HeadAfterGenitive(tokens, at, end) is not null ? 1 : 0;
        var attributes = 0;
        while (attributes < MostOfUnknown && IsBeforeNoun(tokens, end))
        {
            (attributes, end) = (attributes + 1, end + 1);
        }

        var word = tokens.Peek(end);
        if (word.Kind != TokenKind.Word || word.Quoted || word.Text.Length < 4 || !char.IsLower(word.Text[0]) || !word.SpaceBefore || (value is >= 1990 and <= 2100 && !inWords)
            || Stops.Contains(word.Text) || (word.StartsWith(Measures) && !((attributes > 0 || tokens[end - 1].Is("open")) && IsDay(word))) || (tokens.Peek(at - 1).IsCapitalised && !inWords && !Stops.Contains(tokens[at - 1].Text) && !IsOpeningVerb(tokens, at - 1)) || !(EndsWithAny(word, PluralEndings) || (word.Text[^1] == 's' && value != 1) || IsSingular(value, word)))
        {
            return null;
        }

        return new(at, end, end + 1, value, inWords, null, word.Text.ToLowerInvariant(), IsSingular(value, word) && word.Text[^1] != 's' ? NounForm.AnySingular : NounForm.AnyPlural, Certain: true);
    }

    // “Pieteicās 8 laikraksti”, “Uzstādīti 5 stendi”: capitalised because a sentence begins there.
    private static bool IsOpeningVerb(IReadOnlyList<Token> tokens, int at) =>
        (at == 0 || tokens[at - 1] is { Kind: TokenKind.Sign, IsDash: false }) && (EndsWithAny(tokens[at], OpeningVerbs) || tokens[at].Is(EnglishOpeningVerbs));

    // “21 saimniecība”
    private static bool IsSingular(long value, Token word) => value > 20 && value % 10 == 1 && value % 100 != 11 && word.Text[^1] is 'a' or 's' or 'e';

    // “trīs remonta kafejnīcas”, “five grafting days”: a word that cannot be the noun itself, and right after it one that can.
    private static bool IsBeforeNoun(IReadOnlyList<Token> tokens, int at, int more = 1)
    {
        var (word, next) = (tokens.Peek(at), tokens.Peek(at + 1));
        if (more > 0 && IsPlainWord(word) && word.Text[^1] is not ('s' or 'i') && IsBeforeNoun(tokens, at + 1, more - 1))
        {
            return true;
        }

        // “četras Tiesību dienas”
        var isNameOfDay = IsDay(next) && word is { Kind: TokenKind.Word, Quoted: false, IsCapitalised: true, Text: [_, _, _, .., 'u'] };
        return (isNameOfDay || IsPlainWord(word)) && (IsPlainWord(next) || IsDay(next)) && !(IsDay(next) && word.StartsWith(OfLength)) && word.Text[^1] is not ('s' or 'i') && next.Text.Length >= 4 && next.SpaceBefore
            && next.Text[^1] is 's' or 'i' && !next.Text.EndsWith("ās", StringComparison.Ordinal) && !EndsWithAny(next, DoneEndings);
    }

    private static bool IsDay(Token token) => token.Is("days", "dienas", "weeks", "nedēļas");

    private static bool IsPlainWord(Token word) => word is { Kind: TokenKind.Word, Quoted: false, IsCapitalised: false, Text.Length: > 2 } && !Stops.Contains(word.Text) && !word.StartsWith(Measures) && NumberWords.Of(word) is null;

    private static bool EndsWithAny(Token word, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (word.Text.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsGenitive(Token word) => word.Text[^1] is 'u' or 'o';

    // “10–15”, “3.5”, “10:00”, “1/2”, “Nr. 5”, “plkst. 10”, “+371 6”
    private static bool IsPartOfMore(IReadOnlyList<Token> tokens, int at)
    {
        var (token, before) = (tokens[at], tokens.Peek(at - 1));
        if (at == 0)
        {
            return false;
        }

        if (before.IsSign('.') && tokens.Peek(at - 2).Is("nr", "plkst", "no", "tel", "art"))
        {
            return true;
        }

        if (before.Is("nr", "plkst", "no", "pants", "tālr", "tālrunis", "phone") || before.IsSign('§') || before.IsSign('#') || before.IsSign('$') || before.IsSign('€') || before.Is("eur"))
        {
            // “no” is also Latvian “from”: “no 15 dalībniekiem” counts, “no 10 līdz 15” is told by what follows.
            // “by phone 265” says how, and no number of a phone.
            return !before.Is("no", "phone") || tokens.Peek(at - 2).IsSign('.') || (before.Is("phone") && !tokens.Peek(at - 2).Is("by"));
        }

        if (token.SpaceBefore)
        {
            return before.IsDash && tokens.Peek(at - 2).Kind == TokenKind.Digits && !tokens.Peek(at - 2).SpaceBefore && tokens.Peek(at - 3).IsSign('.');
        }

        return before.Kind is TokenKind.Digits or TokenKind.Word || before.Text[0] is '.' or ',' or ':' or '/' or '_' or '+'
            || (before.IsDash && tokens.Peek(at - 2).Kind is TokenKind.Digits or TokenKind.Word && !before.SpaceBefore);
    }

    private static bool GoesOn(IReadOnlyList<Token> tokens, int end)
    {
        var after = tokens.Peek(end);
        if (after.IsSign('%') || after.IsSign('€') || after.Is("euro", "eur", "eiro", "euros"))
        {
            return true;
        }

        if (after.Is("līdz", "to", "vai", "or") || after.IsDash)
        {
            return tokens.Peek(end + 1).Kind == TokenKind.Digits && !(after.IsDash && after.SpaceBefore != tokens.Peek(end + 1).SpaceBefore);
        }

        return !after.SpaceBefore && ((after.Kind == TokenKind.Sign && after.Text[0] is '.' or ',' or ':' or '/' && tokens.Peek(end + 1) is { SpaceBefore: false, Kind: TokenKind.Digits }) || after.Kind == TokenKind.Word);
    }
}
