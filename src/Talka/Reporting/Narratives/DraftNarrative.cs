using System.Text;
using Talka.Foundation.Localisation;
using Talka.Journal;
using Talka.Reporting.Figures;
using static Talka.Reporting.Narratives.Texts;

namespace Talka.Reporting.Narratives;

/// <summary>
/// The first draft of a section, for its author to edit: what the journal holds, kind by kind. Single pieces of work are listed,
/// bulk counts are summed, and every number is a live figure.
/// </summary>
public static class DraftNarrative
{
    private const int MostTitles = 10;

    private static readonly FigureQuery Quantity = FigureQuery.Of(FigureMeasure.Quantity);

    /// <summary>Markdown with figures, in the current language; empty when nothing is recorded.</summary>
    public static string Write(FigureContext context)
    {
        var all = FigureEvaluator.Matching(FigureQuery.Of(FigureMeasure.Count).InSectionOf(context.Year), context.Data);
        var kinds = all.GroupBy(entry => entry.Kind).Where(group => context.Kinds.ContainsKey(group.Key))
            .OrderBy(group => context.Kinds[group.Key].Order).ThenBy(group => group.Key, StringComparer.Ordinal);
        return string.Join("\n", kinds.SelectMany(group => Kind(context.Kinds[group.Key], [.. group])));
    }

    /// <summary>What is done is counted; what was only begun or went on is named apart, as it stands.</summary>
    private static IEnumerable<string> Kind(JournalKind kind, List<FigureEntry> entries)
    {
        var quantity = Quantity.With(FigureKey.Kind, kind.Code);
        var done = entries.Where(entry => entry.State is not (EntryState.Begun or EntryState.Continued)).ToList();
        if (done.Count == entries.Count)
        {
            yield return Done(kind, quantity, done);
            yield break;
        }

        if (done.Count > 0)
        {
            yield return Done(kind, done.TrueForAll(entry => entry.State == EntryState.Finished)
                ? quantity.With(FigureKey.State, EntryState.Finished.Code())
                : quantity.With(FigureKey.Entry, [.. done.Select(entry => entry.Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture))]), done);
        }

        foreach (var state in entries.Select(entry => entry.State).OfType<EntryState>().Where(state => state != EntryState.Finished).Distinct().Order())
        {
            yield return $"- {T("DraftState-" + state.Code())}: {{{{titles {Filters(quantity.With(FigureKey.State, state.Code()))}}}}}.";
        }
    }

    private static string Done(JournalKind kind, FigureQuery quantity, List<FigureEntry> entries)
    {
        var online = entries.TrueForAll(entry => entry.Mode == EntryMode.Online);
        quantity = online ? quantity.With(FigureKey.Mode, EntryMode.Online.Code()) : quantity;
        var forms = Languages.Current == Languages.English ? kind.CountedEn : kind.CountedLv;
        var counted = $"{{{{{quantity}}}}} {{{{{forms}}}}}";
        var verb = Find(kind.Code) ?? T("DraftVerb");
        var sentence = string.Format(
            System.Globalization.CultureInfo.CurrentCulture, online ? T("DraftOnline", "{0}", Lower(verb)) : verb, counted);
        var text = new StringBuilder("- ").Append(char.ToUpper(sentence[0], System.Globalization.CultureInfo.CurrentCulture)).Append(sentence[1..]);
        var known = entries.Count(entry => entry.Participants is not null);
        if (known > 1 || (known == 1 && !entries.Any(entry => entry.IsDated)))
        {
            text.Append("; ").Append(T(
                known == entries.Count ? "DraftParticipants" : "DraftKnownParticipants", $"{{{{{quantity.With(FigureMeasure.Participants)}}}}}",
                $"{{{{{T("ParticipantsForms")}}}}}"));
        }

        return text.Append(Details(quantity, entries)).ToString();
    }

    private static string Filters(FigureQuery quantity) => quantity.ToString()[(FigureMeasure.Quantity.Code().Length + 1)..];

    private static string Details(FigureQuery quantity, List<FigureEntry> entries)
    {
        var filters = Filters(quantity);
        if (entries.Any(entry => entry.IsDated))
        {
            var bulk = entries.Where(entry => !entry.IsDated).All(entry => entry.Quantity > 1);
            return $":\n  {{{{list {filters}{(bulk ? " dated:yes" : "")}}}}}";
        }

        var channels = entries.Select(entry => entry.Channel).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (channels.Count > 0)
        {
            var parts = channels.Select(channel => $"{ChannelName(channel)} – {{{{{quantity.With(FigureKey.Channel, channel)}}}}}");
            return ": " + string.Join(", ", parts) + ".";
        }

        return entries.Count <= MostTitles && entries.All(entry => entry.Quantity is null or 1)
            ? $": {{{{titles {filters}}}}}."
            : ".";
    }

    // The verb of a kind that the program knows; a kind that an administrator added has a plain sentence.
    private static string? Find(string code) => FindText("DraftVerb-" + code);

    private static string Lower(string sentence) =>
        sentence.StartsWith('{') ? sentence : char.ToLower(sentence[0], System.Globalization.CultureInfo.CurrentCulture) + sentence[1..];

    private static string ChannelName(string channel) => channel switch
    {
        "linkedin" => "LinkedIn",
        "bluesky" => "BlueSky",
        "youtube" => "YouTube",
        "tiktok" => "TikTok",
        _ => MarkdownText.Escape(char.ToUpperInvariant(channel[0]) + channel[1..]),
    };
}
