using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Talka.Foundation;

namespace Talka.Work.Events.After.OnlineReports;

/// <summary>Names as they are compared: without capitals, marks over letters, what stands in brackets, and the order of the words.</summary>
internal static partial class PersonNames
{
    public static IReadOnlyList<string> Words(string name)
    {
        var plain = new StringBuilder(name.Length);
        var text = Brackets().Replace(name, " ");
        foreach (var letter in PlainText.Decomposed(text))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(char.IsLetter(letter) ? char.ToLowerInvariant(letter) : letter is '\'' or '’' ? "" : " ");
            }
        }

        return [.. plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];
    }

    public static string Key(string name) => string.Join(' ', Words(name));

    /// <summary>Whether two names, which are not the same, may well be of the same person: one leaves out or shortens what the other has, or a letter or two differ.</summary>
    public static bool AreAlike(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        var (few, many) = one.Count <= other.Count ? (one, other) : (other, one);
        if (few.Count == 0)
        {
            return false;
        }

        var left = many.ToList();
        foreach (var word in few.OrderByDescending(word => word.Length))
        {
            var match = left.FindIndex(each => each == word);
            match = match >= 0 ? match : left.FindIndex(each => IsShort(word, each) || Differ(word, each));
            if (match < 0)
            {
                return false;
            }

            left.RemoveAt(match);
        }

        return few.Any(word => word.Length > 1);
    }

    private static bool IsShort(string one, string other) =>
        (one.Length == 1 && other.StartsWith(one, StringComparison.Ordinal)) || (other.Length == 1 && one.StartsWith(other, StringComparison.Ordinal));

    // At most one letter apart in short words, two in long ones.
    private static bool Differ(string one, string other)
    {
        var most = Math.Min(one.Length, other.Length) switch { < 3 => 0, < 8 => 1, _ => 2 };
        return Math.Abs(one.Length - other.Length) <= most && Distance(one, other) <= most;
    }

    private static int Distance(string one, string other)
    {
        var before = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var row = new int[other.Length + 1];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], before[j]) + 1, before[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
            }

            before = row;
        }

        return before[other.Length];
    }

    [GeneratedRegex(@"[(\[][^)\]]*[)\]]", RegexOptions.None, 1000)]
    private static partial Regex Brackets();
}
