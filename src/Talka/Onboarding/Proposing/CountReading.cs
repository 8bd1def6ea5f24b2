using System.Globalization;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Onboarding.Proposing;

/// <summary>The numbers of a passage that may count work or people.</summary>
internal static class CountReading
{
    public static IReadOnlyList<Counted> Of(Passage passage, IReadOnlyList<Fact> facts)
    {
        var tokens = passage.Tokens;
        var others = facts.Select(fact => fact.Span).ToList();
        var counts = new List<Counted>();
        for (var at = 0; at < tokens.Count; at++)
        {
            var token = tokens[at];
            if (token.Kind != TokenKind.Digits || token.Quoted || token.Text.Length > 12 || others.Exists(span => span.Start <= token.Start && token.End <= span.End))
            {
                continue;
            }

            var channel = Channel(tokens, at);
            var isPeople = false;
            for (var next = at + 1; next <= at + 3 && tokens.Peek(next).Kind == TokenKind.Word; next++)
            {
                isPeople |= tokens[next].StartsWith("dalībniek") || tokens[next].StartsWith("participant") || tokens[next].Is("cilvēki", "cilvēku", "people", "attendees", "visitors");
            }

            if (channel is null && tokens.Peek(at + 1).Kind != TokenKind.Word)
            {
                continue;
            }

            var approximate = tokens.Peek(at - 1).Is("ap", "aptuveni", "apmēram", "about", "around", "over");
            var isTotal = false;
            for (var before = at - 1; before >= 0 && before >= at - 5 && !tokens[before].IsSign(';') && !tokens[before].IsSign('.'); before--)
            {
                isTotal |= tokens[before].Is("kopā", "kopumā", "pavisam", "total", "altogether");
            }

            counts.Add(new(token.Span, at, at + 1, long.Parse(token.Text, CultureInfo.InvariantCulture), approximate, true, isPeople, isTotal, false, channel));
        }

        return counts;
    }

    private static string? Channel(IReadOnlyList<Token> tokens, int at)
    {
        var before = at - 1;
        while (tokens.Peek(before).IsDash || tokens.Peek(before).IsSign(':'))
        {
            before--;
        }

        return tokens.Peek(before).Text.ToLowerInvariant() switch
        {
            "facebook" => "facebook",
            "twitter" or "x" => "x",
            "instagram" => "instagram",
            "linkedin" => "linkedin",
            "bluesky" => "bluesky",
            "youtube" => "youtube",
            "tiktok" => "tiktok",
            _ => null,
        };
    }
}
