using System.Globalization;
using System.Text;
using Talka.Foundation;

namespace Talka.Accounts.Passwords;

/// <summary>
/// How many bits of guessing a password is worth to somebody who tries first what people choose most: common words, names and long words of every
/// day, the person's own names, years and dates, runs of the keyboard, repetition; also with digits for letters, marks left out, or backwards. One word
/// with a few digits and signs around it is one word, however long. What is none of these counts by its length. An upper bound: this knows some
/// thousand words, not a dictionary.
/// </summary>
internal sealed class GuessWork(WordTree common, WordTree longer, WordTree personal)
{
    private const int LetterBits = 4;
    private const int DigitBits = 3;
    private const int CommonWordBits = 9;
    private const int LongWordBits = 12;
    private const int DressedWordBits = 20;
    private const int MostDress = 6;
    private const int PersonalWordBits = 3;
    private const int RunBits = 6;
    private const int YearBits = 6;
    private const int DateBits = 14;
    private const int AgainBits = 3;
    private const int BackwardsBits = 1;
    private const int ShortestRun = 3;

    private static readonly string[] Runs =
    [
        "abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "qwertzuiop", "azertyuiop", "asdfghjkl", "zxcvbnm", "yxcvbnm",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "1q2w3e4r5t6y7u8i9o0p", "qawsedrftgyhujikolp", "!@#$%^&*()", "147258369", "159753", "741852963",
    ];

    public int Bits(string password)
    {
        var text = Fold(password);
        var backwards = string.Concat(text.Reverse());
        return IsDressedWord(text) || IsDressedWord(backwards) ? DressedWordBits : Math.Min(Whole(text), Whole(backwards) + BackwardsBits);
    }

    // A single word, with up to six digits and signs before and after it
    private bool IsDressedWord(string text)
    {
        for (var start = 0; start < text.Length && start <= MostDress; start++)
        {
            var longest = new[] { common, longer, personal }.SelectMany(words => words.Matches(text, start)).DefaultIfEmpty(0).Max();
            if (longest > 0 && text.Length - longest <= MostDress && !text[(start + longest)..].Any(char.IsLetter))
            {
                return true;
            }

            if (char.IsLetter(text[start]))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Small letters without marks, and nothing between them.</summary>
    internal static string Fold(string text) => string.Concat(PlainText.Decomposed(text, NormalizationForm.FormKD).ToLowerInvariant()
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && !char.IsWhiteSpace(c) && c is not ('-' or '_' or '.' or ',' or '\'')));

    private int Whole(string text)
    {
        var cheapest = Pieces(text);
        for (var period = 1; period <= text.Length / 2; period++)
        {
            if (text.AsSpan(period).SequenceEqual(text.AsSpan(0, text.Length - period)))
            {
                return Math.Min(cheapest, Pieces(text[..period]) + AgainBits);
            }
        }

        return cheapest;
    }

    // The cheapest way to put the text together out of pieces
    private int Pieces(string text)
    {
        var bits = new int[text.Length + 1];
        Array.Fill(bits, int.MaxValue, 1, text.Length);
        for (var start = 0; start < text.Length; start++)
        {
            void Take(int length, int cost) => bits[start + length] = Math.Min(bits[start + length], bits[start] + cost);

            Take(1, char.IsAsciiDigit(text[start]) ? DigitBits : LetterBits);
            foreach (var length in common.Matches(text, start))
            {
                Take(length, CommonWordBits);
            }

            foreach (var length in longer.Matches(text, start))
            {
                Take(length, LongWordBits);
            }

            foreach (var length in personal.Matches(text, start))
            {
                Take(length, PersonalWordBits);
            }

            for (var length = RunAt(text, start); length >= ShortestRun; length--)
            {
                Take(length, RunBits);
            }

            if (IsYear(text, start))
            {
                Take(4, YearBits);
            }

            if (IsDate(text, start))
            {
                Take(8, DateBits);
            }
        }

        return bits[^1];
    }

    // The longest run from here: one character again and again, or neighbours on the keyboard or in the alphabet, in either direction
    private static int RunAt(string text, int start)
    {
        var same = 1;
        while (start + same < text.Length && text[start + same] == text[start])
        {
            same++;
        }

        return Runs.Aggregate(same, (longest, run) => Math.Max(longest, Math.Max(Along(text, start, run, 1), Along(text, start, run, -1))));
    }

    private static int Along(string text, int start, string run, int step)
    {
        var longest = 0;
        for (var from = run.IndexOf(text[start], StringComparison.Ordinal); from >= 0; from = run.IndexOf(text[start], from + 1))
        {
            var length = 1;
            for (var at = from + step; at >= 0 && at < run.Length && start + length < text.Length && text[start + length] == run[at]; at += step)
            {
                length++;
            }

            longest = Math.Max(longest, length);
        }

        return longest;
    }

    private static bool IsYear(string text, int start) =>
        start + 4 <= text.Length && text.AsSpan(start, 2) is "19" or "20" && char.IsAsciiDigit(text[start + 2]) && char.IsAsciiDigit(text[start + 3]);

    private static bool IsDate(string text, int start) => start + 8 <= text.Length && DateTime.TryParseExact(
        text.AsSpan(start, 8), ["ddMMyyyy", "yyyyMMdd", "MMddyyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and < 2100;
}
