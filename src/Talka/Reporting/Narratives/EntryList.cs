using System.Buffers;
using System.Globalization;
using Talka.Foundation.Localisation;
using Talka.Journal;
using Talka.Reporting.Figures;
using static Talka.Reporting.Narratives.Texts;

namespace Talka.Reporting.Narratives;

/// <summary>
/// Entries named one by one, the newest last: <c>09.02.2023. “Vērtības”, LPA birojā, Rīgā (piedalījās 15 dalībnieki)</c>.
/// The counts in it are figures like all others.
/// </summary>
internal sealed class EntryList(FigureContext context, NarrativeRenderer renderer, List<NarrativeSegment> segments)
{
    private static readonly SearchValues<char> QuotationMarks = SearchValues.Create("\"“”„«»");

    public void Write(ListPart list)
    {
        var query = list.Query.InSectionOf(context.Year);
        var entries = FigureEvaluator.Matching(query, context.Data).OrderBy(entry => entry.IsDated ? 0 : 1).ThenBy(entry => entry.From)
            .ThenBy(entry => entry.Sequence).ToList();
        if (list.TitlesOnly)
        {
            renderer.Write(Enumerated([.. entries.Select(Title)]));
            return;
        }

        var indent = Indent();
        if (entries.Count == 0)
        {
            renderer.Write("- " + T("NoneListed"));
        }

        for (var i = 0; i < entries.Count; i++)
        {
            renderer.Write((i == 0 ? "" : "\n" + indent) + "- ");
            Item(entries[i]);
        }
    }

    /// <summary>What stands before the list on its line: space is kept for every item; after words the list begins a line of its own.</summary>
    private string Indent()
    {
        var before = string.Concat(segments.TakeLast(3).Select(segment => segment.Text));
        var line = before[(before.LastIndexOf('\n') + 1)..];
        if (string.IsNullOrWhiteSpace(line))
        {
            return line;
        }

        renderer.Write("\n\n");
        return "";
    }

    private void Item(FigureEntry entry)
    {
        var one = FigureQuery.Of(FigureMeasure.Participants).With(FigureKey.Entry, entry.Sequence.ToString(CultureInfo.InvariantCulture));
        renderer.Write(string.Join(", ", new[] { Days(entry) + Title(entry), Where(entry) }.Where(text => text.Length > 0)));
        if (entry.Quantity > 1)
        {
            Bracketed(T("QuantityTimes", "\0", ""), one.With(FigureMeasure.Quantity));
        }

        if (entry.Participants is not null)
        {
            var result = context.Data.Evaluate(one);
            Bracketed(T("Participated", "\0", FigureText.Form(T("ParticipantsForms").Split('|'), result)), one);
        }

        if (entry.IsLate)
        {
            renderer.Write(" (" + T("LateMark") + ")");
        }
    }

    private void Bracketed(string words, FigureQuery query)
    {
        var around = words.Split('\0');
        renderer.Write(" (" + around[0]);
        segments.Add(renderer.Figure(query));
        renderer.Write(around[1].TrimEnd() + ")");
    }

    private static string Days(FigureEntry entry) => !entry.IsDated ? ""
        : entry.From == entry.To ? Format.Date(entry.From) + " "
        : Format.Date(entry.From) + "–" + Format.Date(entry.To) + " ";

    private string Where(FigureEntry entry) => (IsOpen(entry) ? entry.Place : null, entry.Mode) switch
    {
        ({ Length: > 0 } place, EntryMode.Hybrid) => MarkdownText.Escape(place) + ", " + T("Hybrid"),
        ({ Length: > 0 } place, _) => MarkdownText.Escape(place),
        (_, EntryMode.Online) => T("Online"),
        (_, EntryMode.Hybrid) => T("Hybrid"),
        _ => "",
    };

    // A summary is read by everybody: of a kind whose texts are not public it names the kind.
    private bool IsOpen(FigureEntry entry) => context.Kinds.TryGetValue(entry.Kind, out var kind) && kind.IsPublic;

    private string Title(FigureEntry entry) =>
        !IsOpen(entry) ? MarkdownText.Escape(context.Kinds.TryGetValue(entry.Kind, out var kind) ? kind.Name : entry.Kind)
        : entry.Title.AsSpan().ContainsAny(QuotationMarks) ? MarkdownText.Escape(entry.Title) : Format.Quoted(MarkdownText.Escape(entry.Title));

    private static string Enumerated(IReadOnlyList<string> names) => names.Count switch
    {
        0 => T("NoneListed"),
        1 => names[0],
        _ => string.Join(", ", names.Take(names.Count - 1)) + " " + T("And") + " " + names[^1],
    };
}
