using Talka.Reporting.Audit.Understanding;

namespace Talka.Onboarding.Proposing;

/// <summary>Makes journal entries of what the years of a summary tell: of each dated event, of each number of something, and of each statement besides.</summary>
internal static class EntryProposals
{
    /// <summary>The most entries that one draft holds; nobody confirms more one by one.</summary>
    private const int Most = 1_000;

    /// <returns>The entries, and how many more there would be.</returns>
    public static (IReadOnlyList<ProposedEntry> Entries, int LeftOut) Of(ReadSummary summary, ProposedContract contract, LikelyCorrections corrections)
    {
        var years = contract.Years.ToDictionary(year => year.Ordinal, year => new Period(year.From, year.To));
        var facts = summary.Facts.ToLookup(fact => fact.Passage.Span);
        var entries = new List<ProposedEntry>();
        var heading = (string?)null;
        foreach (var passage in summary.In(SummarySection.Description).Where(passage => !passage.IsLabel && passage.Tokens.Count > 0))
        {
            if (passage.Year is not { } year || !years.TryGetValue(year, out var period))
            {
                continue;
            }

            // “Seminars were held:” names the kind of the dated items that follow.
            if (passage.Tokens[^1].IsSign(':'))
            {
                heading = KindWords.Of(passage.Tokens, 0, passage.Tokens.Count) ?? heading;
                continue;
            }

            var reader = new PassageReading(summary, passage, period, [.. facts[passage.Span]], heading, corrections);
            entries.AddRange(reader.Read());
            heading = reader.BeginsWithDate ? heading : null;
        }

        return ([.. entries.Take(Most).Select((entry, index) => entry with { Number = index + 1 })], Math.Max(0, entries.Count - Most));
    }
}
