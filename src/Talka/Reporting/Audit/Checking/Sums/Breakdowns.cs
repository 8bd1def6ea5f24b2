using Talka.Reporting.Audit.Checking.Counts;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Sums;

/// <summary>
/// A sentence that parts what the one before it told: <c>The survey reached 400 people. By region: Riga 168, Vidzeme 132, Kurzeme 100</c>; or that tells of
/// two that are always all: <c>Zvanu skaits – 1 036. Dienā saņemti 718 zvani, naktī 318</c>.
/// </summary>
internal static class Breakdowns
{
    private const int MostOfLead = 6;
    private const int MostOfLabel = 6;

    private static readonly string[] Leads = ["by", "pēc", "pa", "sadalījums", "sadalījumā", "breakdown", "distribution", "dalījums", "dalījumā"];

    // A part of which no number is told.
    private static readonly Stems Rest = ["pārēj", "atlik", "remaining", "rest", "others", "citur", "elsewhere"];

    private static readonly (Stems One, Stems Other)[] Pairs =
    [
        (["dienā", "dienas", "day"], ["nakt", "night"]), (["pirmaj", "first"], ["otraj", "second"]), (["klātien"], ["attālin", "tiešsaist"]),
        (["pilsēt", "urban"], ["lauk", "rural"]), (["iekšzem"], ["ārzem", "ārvalst", "abroad"]),
    ];

    public static IEnumerable<CountSum> Of(SumText text)
    {
        var before = new List<PlainNumber>();
        foreach (var parts in text.BySentence())
        {
            if (parts.Count > 1 && before.Count > 0 && text.SentenceOf(parts[0]) - text.SentenceOf(before[0]) == 1
                && before.FindAll(number => parts.TrueForAll(part => part.Value < number.Value)) is [var total] && IsParted(text, total, parts)
                && text.Slip(total, parts) is { } sum)
            {
                yield return sum;
            }

            before = parts;
        }
    }

    private static bool IsParted(SumText text, PlainNumber total, List<PlainNumber> parts)
    {
        var (tokens, begin) = (text.Tokens, text.Begin(parts[0]));
        var isLed = tokens[begin].Is(Leads) && tokens.AnyIn(begin, begin + MostOfLead, at => tokens[at].IsSign(':'));
        return (isLed ? parts.TrueForAll(part => SumUnits.Of(tokens, part) is null) || SumUnits.Agree(tokens, total, parts, named: true)
                : Array.Exists(Pairs, pair => ArePair(text, parts, pair.One, pair.Other) || ArePair(text, parts, pair.Other, pair.One))
                    && IsNamed(text, total, parts))
            && text.AreParted(parts) && !tokens.AnyIn(begin, text.End(parts[0]), Rest)
            && !SumDoubts.GoesOn(tokens, total.First, total.End) && !SumDoubts.GoesOn(tokens, parts[0].First, parts[^1].End);
    }

    // “Zvanu skaits – 1 036. … 718 zvani”: what the second sentence counts the first names.
    private static bool IsNamed(SumText text, PlainNumber total, List<PlainNumber> parts)
    {
        var tokens = text.Tokens;
        return tokens.Peek(parts[0].End) is { Kind: TokenKind.Word } thing && SumUnits.Of(tokens, parts[0]) is { } unit
            && parts.TrueForAll(part => (SumUnits.Of(tokens, part) ?? unit) == unit)
            && tokens.AnyIn(text.Begin(total), total.End + 1, at => tokens[at].Kind == TokenKind.Word
                && Undertaking.Stem(tokens[at].Text) == Undertaking.Stem(thing.Text));
    }

    private static bool ArePair(SumText text, List<PlainNumber> parts, Stems one, Stems other) => parts.Count == 2
        && text.Tokens.AnyIn(text.Begin(parts[0]), parts[0].First, one) && text.Tokens.AnyIn(parts[0].End, parts[1].First, other)
        && !text.Tokens.AnyIn(parts[1].End, parts[1].End + MostOfLabel, one);
}
