using System.Globalization;
using System.Text;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Language;

/// <summary>A number as it is written in digits.</summary>
/// <param name="Next">The first token after it.</param>
/// <param name="Decimals">How many digits stand after the decimal sign; 0 for a whole number.</param>
/// <param name="Grouped">Its thousands are set apart.</param>
/// <param name="Irregular">Written as no rule of any language has it: <c>29 542, 05</c>, <c>53.994.00</c>.</param>
/// <param name="Certain">False when it may be another number than this one.</param>
public sealed record WrittenNumber(decimal Value, Span Span, int Next, int Decimals, bool Grouped, bool Irregular, bool Certain);

/// <summary>
/// Numbers in digits with spaces, points, commas or apostrophes between the thousands, and a comma or a point before the decimals.
/// </summary>
public static class NumberGrammar
{
    private const int MostDigits = 15;
    private const int MostGroups = 4;
    private const int MostOfMisgrouped = 9;

    /// <summary>The number that begins at a token, as long as it can be read; null when there is none.</summary>
    /// <param name="isMoney">Says of a token that it is a unit of money: only before one is a gap within the decimals (<c>, 05</c>) part of the number.</param>
    /// <param name="begins">It is certain that the number begins there, and not with a number before it: only then are thousands that are set apart wrongly read.</param>
    public static WrittenNumber? Read(IReadOnlyList<Token> tokens, int at, Func<int, bool> isMoney, bool begins = false)
    {
        if (at >= tokens.Count || tokens[at].Kind != TokenKind.Digits || tokens[at].Text.Length > MostDigits)
        {
            return null;
        }

        var digits = new StringBuilder(tokens[at].Text);
        var next = at + 1;
        char? group = null;
        var irregular = false;
        while (tokens[at].Text.Length <= 3 && digits.Length < MostDigits && GroupAt(tokens, next) is { } found && (found.Sign == group || group is null))
        {
            group ??= found.Sign;
            digits.Append(tokens[found.Next - 1].Text);
            next = found.Next;
        }

        if (Overlong(tokens, at, isMoney) is { } tooLong)
        {
            return tooLong;
        }

        if ((begins ? RunOn(tokens, at) : null) is { } runOn)
        {
            return runOn;
        }

        if (Overlong(tokens, at) is { } overlong)
        {
            return overlong;
        }

        var isAfterWord = at > 0 && tokens[at - 1].Kind == TokenKind.Word;
        if ((begins || (isAfterWord && (HasGroupOfNought(tokens, at + 1) || HasTornGroup(tokens, at + 1) || HasLongGroup(tokens, at))) ? Misgrouped(tokens, at, isMoney) : null) is { } misgrouped)
        {
            return misgrouped;
        }

        if (((begins || isAfterWord ? Torn(tokens, at, isMoney) : null) ?? (begins ? Shifted(tokens, at, isMoney) : null)) is { } torn)
        {
            return torn;
        }

        var fraction = Fraction(tokens, next, isMoney);
        var certain = true;
        var decimals = "";
        if (fraction is { } part)
        {
            decimals = part.Digits;
            irregular |= part.Gap || part.Sign == group;
            next = part.Next;
        }

        // “14 000,,00”, “6 006,0,6”: it goes on where no number does, up to the unit.
        if (GoesOn(tokens, next) is { } end && (isMoney(end) || MoneyGrammar.IsUnit(tokens, at - 1)))
        {
            (irregular, certain, next) = (true, false, end);
        }

        // “30 00,00 euro”: a group of two digits that begins with nought cannot begin a number.
        if (decimals.Length == 2 && digits.Length > 1 && digits[0] == '0' && at > 0 && tokens[at - 1].Kind == TokenKind.Digits && tokens[at].SpaceBefore)
        {
            (irregular, certain) = (true, false);
        }

        var value = decimal.Parse(digits + (decimals.Length > 0 ? "." + decimals : ""), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return new(value, Span.Between(tokens[at].Start, tokens[next - 1].End), next, decimals.Length, group is not null, irregular, certain);
    }

    // “1 2300,00”, “95 00,00” and “9 500.00,00”, which may be another number; “5, 318.75”, which cannot.
    private static WrittenNumber? Misgrouped(IReadOnlyList<Token> tokens, int at, Func<int, bool> isMoney)
    {
        var sign = tokens.Peek(at + 1);
        var isGap = sign.Kind == TokenKind.Sign && sign.Text[0] is '.' or ',' && tokens.Peek(at + 2) is { Kind: TokenKind.Digits, Text.Length: 3, SpaceBefore: true };
        var groups = isGap ? 1 : 0;
        var next = isGap ? at + 3 : at + 1;
        var digits = tokens[at].Text + (isGap ? tokens[at + 2].Text : "");
        var regular = !isGap;
        while (!isGap && groups < MostGroups && tokens.Peek(next) is { Kind: TokenKind.Digits, SpaceBefore: true } group)
        {
            (groups, next, digits, regular) = (groups + 1, next + 1, digits + group.Text, regular && group.Text.Length == 3);
        }

        if (tokens[at].Text.Length > 3 || tokens[at].Text[0] == '0' || digits.Length > MostOfMisgrouped || Fraction(tokens, next, isMoney) is not { Gap: false, Digits.Length: 2 } fraction)
        {
            return null;
        }

        next = fraction.Next;
        var isTwice = Fraction(tokens, next, isMoney) is { Gap: false, Digits.Length: 2 };
        next = isTwice ? next + 2 : next;
        return (groups == 0 || regular) && !isTwice || (isGap && fraction.Sign == sign.Text[0]) || !(isMoney(next) || (isGap && MoneyGrammar.IsUnit(tokens, at - 1))) ? null
            : new(decimal.Parse($"{digits}.{fraction.Digits}", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture), Span.Between(tokens[at].Start, tokens[next - 1].End), next, 2, Grouped: true, Irregular: true, Certain: isGap);
    }

    // “1 08 0,00”: what begins with nought, and goes on, begins no number.
    private static bool HasGroupOfNought(IReadOnlyList<Token> tokens, int at) =>
        tokens.Peek(at) is { Kind: TokenKind.Digits, SpaceBefore: true, Text: ['0', _] } && tokens.Peek(at + 1) is { Kind: TokenKind.Digits, SpaceBefore: true };

    // “21 4 07,15”: three digits in two pieces, and right after them the cents.
    private static bool HasTornGroup(IReadOnlyList<Token> tokens, int at) => tokens.Peek(at) is { Kind: TokenKind.Digits, SpaceBefore: true, Text.Length: 1 or 2 } left
        && tokens.Peek(at + 1) is { Kind: TokenKind.Digits, SpaceBefore: true } right && left.Text.Length + right.Text.Length == 3;

    // “konsultācijām 1 7250,00 euro”, “un 118 46,20 euro”, “pasākumiem 94 12,75 euro”: a figure too many, or one too few; but “virziens 1 7250,00 euro” has a number in its name.
    private static bool HasLongGroup(IReadOnlyList<Token> tokens, int at) => tokens.Peek(at + 1) is { Kind: TokenKind.Digits, SpaceBefore: true } group
        && (tokens[at].Text.Length == 1 ? group.Text.Length == 4 : tokens[at].Text is [not '0', _, _] or [not '0', _] && group.Text.Length == 2 && tokens.Peek(at + 2).IsSign(',') && tokens.Peek(at + 3) is { Kind: TokenKind.Digits, SpaceBefore: false, Text.Length: 2 }
            && (tokens[at].Text.Length == 3 || (MoneyGrammar.IsUnit(tokens, at + 4) && tokens[at - 1] is { Kind: TokenKind.Word })))
        && !tokens[at - 1].IsCapitalised && !tokens[at - 1].Is(Numbered);

    private static readonly string[] Numbered = ["virziens", "virzienam", "virzienā", "grupa", "grupai", "posms", "posmam", "gads", "gadam", "gadā", "rinda", "pozīcija", "daļa", "nr", "kabinets", "kabineta", "kabinetu", "telpa", "telpas", "telpu", "auditorija", "auditorijas", "klase", "klases", "klasei", "room", "stream", "group", "phase", "year", "line", "part", "no"];

    private static int? GoesOn(IReadOnlyList<Token> tokens, int at)
    {
        var end = at;
        while (end < at + (2 * MostGroups) && tokens.Peek(end) is { SpaceBefore: false } token && (token.Kind == TokenKind.Digits || token.IsSign('.') || token.IsSign(',')))
        {
            end++;
        }

        return end > at + 1 && tokens[end - 1].Kind == TokenKind.Digits ? end : null;
    }

    // “1 0000 euro”: what begins with nought begins no number.
    private static WrittenNumber? Overlong(IReadOnlyList<Token> tokens, int at, Func<int, bool> isMoney) =>
        tokens[at] is { Text: [not '0', ..], Text.Length: <= 3 } first && tokens.Peek(at + 1) is { Kind: TokenKind.Digits, SpaceBefore: true, Text: ['0', _, _, _, ..], Text.Length: <= 6 } group && isMoney(at + 2)
            ? new(decimal.Parse(first.Text + group.Text, NumberStyles.None, CultureInfo.InvariantCulture), Span.Between(first.Start, group.End), at + 2, 0, Grouped: true, Irregular: true, Certain: false) : null;

    // “12,4000.00”, “1,2345.00”: a group of four digits between two different signs.
    private static WrittenNumber? Overlong(IReadOnlyList<Token> tokens, int at)
    {
        var (first, sign, group, point, cents) = (tokens[at], tokens.Peek(at + 1), tokens.Peek(at + 2), tokens.Peek(at + 3), tokens.Peek(at + 4));
        var isOne = first.Text.Length <= 3 && sign is { Kind: TokenKind.Sign, SpaceBefore: false, Text: "," or "." } && group is { Kind: TokenKind.Digits, SpaceBefore: false, Text.Length: 4 }
            && point is { Kind: TokenKind.Sign, SpaceBefore: false, Text: "," or "." } && point.Text != sign.Text && cents is { Kind: TokenKind.Digits, SpaceBefore: false, Text.Length: 2 };
        return isOne ? new(decimal.Parse($"{first.Text}{group.Text}.{cents.Text}", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture), Span.Between(first.Start, cents.End), at + 5, 2, Grouped: true, Irregular: true, Certain: false) : null;
    }

    // “18,9.15.50”: commas and points where no thousands end; only cents stand after the last.
    private static WrittenNumber? RunOn(IReadOnlyList<Token> tokens, int at)
    {
        var (digits, next, isRegular, signs) = (tokens[at].Text, at + 1, true, "");
        while (next < at + (2 * MostGroups) && tokens.Peek(next) is { Kind: TokenKind.Sign, SpaceBefore: false, Text: "," or "." } sign && tokens.Peek(next + 1) is { Kind: TokenKind.Digits, SpaceBefore: false } group)
        {
            isRegular &= group.Text.Length == 3 || tokens.Peek(next + 2) is not { Kind: TokenKind.Sign, SpaceBefore: false, Text: "," or "." } || tokens.Peek(next + 3) is not { Kind: TokenKind.Digits, SpaceBefore: false };
            (digits, next, signs) = (digits + group.Text, next + 2, signs + sign.Text);
        }

        return isRegular || signs.Length < 3 || !signs.Contains(',') || !signs.Contains('.') || tokens[next - 1].Text.Length != 2 || digits.Length > MostOfMisgrouped ? null
            : new(decimal.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) / 100, Span.Between(tokens[at].Start, tokens[next - 1].End), next, 2, Grouped: true, Irregular: true, Certain: false);
    }

    // “27,47 0.00”: a gap inside of the thousands, of which two different signs tell.
    private static WrittenNumber? Torn(IReadOnlyList<Token> tokens, int at, Func<int, bool> isMoney)
    {
        var (first, sign, left, right) = (tokens[at], tokens.Peek(at + 1), tokens.Peek(at + 2), tokens.Peek(at + 3));
        var isTorn = first.Text.Length <= 3 && first.Text[0] != '0' && sign is { Kind: TokenKind.Sign, SpaceBefore: false, Text: [',' or '.'] } && left is { Kind: TokenKind.Digits, SpaceBefore: false } && right is { Kind: TokenKind.Digits, SpaceBefore: true }
            && left.Text.Length + right.Text.Length == 3;
        return isTorn && Fraction(tokens, at + 4, isMoney) is { Gap: false, Digits.Length: 2 } fraction && fraction.Sign != sign.Text[0] && isMoney(fraction.Next)
            ? new(decimal.Parse($"{first.Text}{left.Text}{right.Text}.{fraction.Digits}", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture), Span.Between(first.Start, tokens[fraction.Next - 1].End), fraction.Next, 2, Grouped: true, Irregular: true, Certain: true)
            : null;
    }

    // “22 39,850”: the sign stands a place too early, after a group of two digits.
    private static WrittenNumber? Shifted(IReadOnlyList<Token> tokens, int at, Func<int, bool> isMoney)
    {
        var (first, group, sign, rest) = (tokens[at], tokens.Peek(at + 1), tokens.Peek(at + 2), tokens.Peek(at + 3));
        var isShifted = first is { Text.Length: <= 3, Text: [not '0', ..] } && group is { Kind: TokenKind.Digits, SpaceBefore: true, Text.Length: 2 } && sign is { Kind: TokenKind.Sign, SpaceBefore: false, Text: "," or "." }
            && rest is { Kind: TokenKind.Digits, SpaceBefore: false, Text.Length: 3 };
        return isShifted && isMoney(at + 4)
            ? new(decimal.Parse($"{first.Text}{group.Text}{rest.Text[0]}.{rest.Text[1..]}", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture), Span.Between(first.Start, rest.End), at + 4, 2, Grouped: true, Irregular: true, Certain: false)
            : null;
    }

    private static (char Sign, int Next)? GroupAt(IReadOnlyList<Token> tokens, int at)
    {
        if (IsThousand(tokens, at) && tokens[at].SpaceBefore)
        {
            return (' ', at + 1);
        }

        return at < tokens.Count && !tokens[at].SpaceBefore && tokens[at].Kind == TokenKind.Sign && tokens[at].Text[0] is '.' or ',' or '\'' or '\u2019'
            && IsThousand(tokens, at + 1) && !tokens[at + 1].SpaceBefore
            ? (tokens[at].Text[0], at + 2)
            : null;
    }

    private static bool IsThousand(IReadOnlyList<Token> tokens, int at) => at < tokens.Count && tokens[at].Kind == TokenKind.Digits && tokens[at].Text.Length == 3;

    private static (char Sign, string Digits, bool Gap, int Next)? Fraction(IReadOnlyList<Token> tokens, int at, Func<int, bool> isMoney)
    {
        if (at + 1 >= tokens.Count || tokens[at].Kind != TokenKind.Sign || tokens[at].Text[0] is not ('.' or ',')
            || tokens[at + 1].Kind != TokenKind.Digits || tokens[at + 1].Text.Length > 3)
        {
            return null;
        }

        var digits = tokens[at + 1].Text;
        var gap = tokens[at].SpaceBefore || tokens[at + 1].SpaceBefore;
        if (gap && !(digits.Length == 2 && isMoney(at + 2)))
        {
            return null;
        }

        return (tokens[at].Text[0], digits, gap, at + 2);
    }
}
