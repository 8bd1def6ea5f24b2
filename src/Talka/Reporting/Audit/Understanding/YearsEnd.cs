using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>
/// Where the text of a year ends though no other year's begins: below <c>3.3. I gads</c> and <c>3.4. II gads</c> the next of the same row, <c>3.5. Kopējie
/// rādītāji</c>, is of all of them; what stands below a list with an item for each year is of none of them for certain; and so is what
/// follows a paragraph that tells of several years, <c>I gadā 44, II gadā 51</c>.
/// </summary>
internal sealed class YearsEnd
{
    private const int LeastYears = 2;
    private const int MostOfPart = 2;

    private readonly HashSet<YearMark> _ofItems = new(ReferenceEqualityComparer.Instance);
    private Draft? _item;
    private int[] _last = [];
    private int _years;

    /// <summary>A year's text begins here.</summary>
    public void Begin(Draft draft)
    {
        var number = Number(draft.Tokens);
        _years = number.Length > 0 && IsNext(number) ? _years + 1 : 1;
        _last = number;
        if (draft is not { Block: { Kind: BlockKind.ListItem, Cell: null }, Mark: { IsAlone: false } mark })
        {
            _ofItems.Clear();
        }
        else if (_ofItems.Add(mark))
        {
            _item = draft;
        }
    }

    /// <summary>Whether a passage stands below a list that tells of a year in each of its items: of which year it is they do not say.</summary>
    /// <param name="before">The passage before it.</param>
    public bool IsBelowList(Draft draft, Draft? before)
    {
        var isBelow = before is not null && before == _item && _ofItems.Count >= LeastYears && draft.Block is { Kind: not BlockKind.ListItem, Cell: null };
        if (draft.Mark is null)
        {
            _ofItems.Clear();
        }

        return isBelow;
    }

    /// <summary>Whether a passage that names no year stands beside those that do, and not below the last of them.</summary>
    public bool IsAfter(Draft draft) => _years >= LeastYears && _last.Length > 1 && IsNext(Number(draft.Tokens));

    /// <summary>Whether a passage that begins with a year's name goes on with another's: a clause of it begins with that.</summary>
    public static bool TellsOfSeveral(Draft draft, YearMark mark)
    {
        var tokens = draft.Tokens;
        for (var at = mark.End + 1; mark is { IsAlone: false, Ordinal: not null } && at < tokens.Count; at++)
        {
            if (tokens[at - 1] is { Kind: TokenKind.Sign, Text: "," or ";" or "." } && YearNameGrammar.Read(tokens, at) is { Form: not YearForm.Other } name && name.Ordinal != mark.Ordinal)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsNext(int[] number) => number.Length == _last.Length && number.Length > 0 && number.AsSpan(..^1).SequenceEqual(_last.AsSpan(..^1)) && number[^1] == _last[^1] + 1;

    // “3.4. Vērtējums”, “3.4 Vērtējums”: no day and month, after which a year or a name of a month would stand.
    private static int[] Number(IReadOnlyList<Token> tokens)
    {
        var parts = new List<int>();
        var at = 0;
        while (tokens.Peek(at) is { Kind: TokenKind.Digits, Text.Length: <= MostOfPart } digits && (at == 0 || !digits.SpaceBefore))
        {
            parts.Add(int.Parse(digits.Text, System.Globalization.CultureInfo.InvariantCulture));
            at++;
            if (tokens.Peek(at) is not { SpaceBefore: false } sign || !sign.IsSign('.'))
            {
                break;
            }

            at++;
        }

        return parts.Count > 1 && tokens.Peek(at) is { Kind: TokenKind.Word, SpaceBefore: true, IsCapitalised: true } ? [.. parts] : [];
    }
}
