using Talka.Journal;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Onboarding.Proposing;

/// <summary>What a sentence tells of work besides when, what and how much.</summary>
internal static class Details
{
    private const int LongestPlace = 14;

    // Kinds of work that take longer than a day and may be told of more than once.
    private static readonly string[] WithState = ["study", "website", "resource", "strategy", "survey", "self-assessment", "needs-assessment", "case-study", "outcome"];

    private static readonly string[] Gatherings =
        ["event", "cultural-event", "seminar", "training", "discussion", "meeting", "conference", "festival", "ceremony", "commemoration", "game", "consultation"];

    /// <summary>Where people met; null when nothing tells.</summary>
    public static EntryMode? Mode(IReadOnlyList<Token> tokens, TokenRange sentence, string? kind)
    {
        if (!Gatherings.Contains(kind))
        {
            return null;
        }

        var (online, onSite, hybrid) = (false, false, false);
        for (var at = sentence.First; at < sentence.End; at++)
        {
            var token = tokens[at];
            if (!token.Quoted)
            {
                online |= token.StartsWith("tiešsaist") || token.StartsWith("attālināt") || token.Is("zoom", "teams", "online", "virtual", "remotely");
                onSite |= token.StartsWith("klātien") || token.StartsWith("birojā") || token.StartsWith("telpās") || token.Is("namā", "zālē", "on-site", "office");
                hybrid |= token.StartsWith("hibrīd") || token.StartsWith("hybrid");
            }
        }

        return hybrid || (online && onSite) ? EntryMode.Hybrid : online ? EntryMode.Online : onSite ? EntryMode.OnSite : null;
    }

    /// <summary>How far the work came.</summary>
    public static EntryState? State(IReadOnlyList<Token> tokens, TokenRange sentence, string? kind)
    {
        for (var at = sentence.First; at < sentence.End && WithState.Contains(kind); at++)
        {
            var token = tokens[at];
            if (token.StartsWith("uzsāk") || token.Is("began", "begun", "started"))
            {
                return EntryState.Begun;
            }

            if (token.StartsWith("turpin") || token.Is("continued"))
            {
                return EntryState.Continued;
            }

            if (token.StartsWith("pabeig") || token.StartsWith("publicē") || token.StartsWith("izstrādāt") || token.StartsWith("izveidot") || token.Is("completed", "finished", "published", "launched", "developed"))
            {
                return EntryState.Finished;
            }
        }

        return null;
    }

    public static IReadOnlyList<string> Links(IReadOnlyList<Token> tokens, TokenRange sentence)
    {
        var links = new List<string>();
        for (var at = sentence.First; at < sentence.End; at++)
        {
            if (tokens[at].Kind == TokenKind.Address && !tokens[at].Text.Contains('@', StringComparison.Ordinal))
            {
                var link = tokens[at].Text.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? "https://" + tokens[at].Text : tokens[at].Text;
                if (Uri.TryCreate(link, UriKind.Absolute, out _) && link.Length <= EntryRules.LinkLimit)
                {
                    links.Add(link);
                }
            }
        }

        return links;
    }

    /// <summary>What stands between the title in quotation marks and the number of participants in parentheses.</summary>
    public static string? Place(SourceDocument document, IReadOnlyList<Token> tokens, TokenRange sentence)
    {
        var start = sentence.End;
        for (var at = sentence.First + 1; at < sentence.End; at++)
        {
            if (tokens[at - 1].Quoted && !tokens[at].Quoted)
            {
                start = at + 1;
            }
        }

        var end = start;
        while (end < sentence.End && !tokens[end].IsSign('(') && !tokens[end].IsSign(';') && !tokens[end].IsSign('.'))
        {
            end++;
        }

        while (start < end && tokens[start].Kind == TokenKind.Sign)
        {
            start++;
        }

        return end > start && end - start <= LongestPlace && tokens[start].IsCapitalised && tokens.Peek(end).IsSign('(')
            ? document.Quote(Span.Between(tokens[start].Start, tokens[end - 1].End)) : null;
    }
}
