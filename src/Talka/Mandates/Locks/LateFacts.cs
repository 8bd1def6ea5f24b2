using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Journal;

namespace Talka.Mandates.Locks;

/// <summary>One thing that a late entry would say, beside what the entry that it corrects says now.</summary>
/// <param name="Before">Null where nothing is corrected, or it says nothing of this.</param>
public sealed record LateFact(string Label, string? Before, string? After)
{
    public static IReadOnlyList<LateFact> Of(EntryContent? before, EntryContent after, MandateTerms terms, IReadOnlyDictionary<string, string> kinds)
    {
        var (old, now) = (before is null ? [] : Says(before, terms, kinds), Says(after, terms, kinds));
        return [.. now.Keys.Union(old.Keys).Select(field => new LateFact(Journal.Texts.T("Field" + field), old.GetValueOrDefault(field), now.GetValueOrDefault(field)))];
    }

    private static Dictionary<string, string> Says(EntryContent entry, MandateTerms terms, IReadOnlyDictionary<string, string> kinds)
    {
        var says = new Dictionary<string, string>();
        Add(nameof(entry.Kind), kinds.GetValueOrDefault(entry.Kind, entry.Kind));
        Add(nameof(entry.Title), entry.Title);
        Add(nameof(entry.From), entry.From == entry.To ? Format.Date(entry.From) : $"{Format.Date(entry.From)} – {Format.Date(entry.To)}");
        Add(nameof(entry.Year), Ordinals.Roman(entry.Year));
        Add(nameof(entry.Stream), entry.Stream is { } stream ? terms.StreamName(stream) : null);
        Add(nameof(entry.Quantity), Count(entry.Quantity));
        Add(nameof(entry.Participants), Count(entry.Participants));
        Add(nameof(entry.Reach), Count(entry.Reach));
        Add(nameof(entry.Amount), entry.Amount is { } amount ? Format.Euro(amount) : null);
        Add(nameof(entry.ToYear), entry.ToYear is { } year ? Ordinals.Roman(year) : null);
        Add(nameof(entry.Channel), entry.Channel);
        Add(nameof(entry.Place), entry.Place);
        Add(nameof(entry.Region), entry.Region);
        Add(nameof(entry.TargetGroup), entry.TargetGroup);
        Add(nameof(entry.Partners), string.Join("; ", entry.Partners));
        Add(nameof(entry.Series), entry.Series);
        Add(nameof(entry.Category), entry.Category);
        Add(nameof(entry.Payee), entry.Payee);
        Add(nameof(entry.DocumentNumber), entry.DocumentNumber);
        Add(nameof(entry.Description), entry.Description);
        Add(nameof(entry.Links), string.Join("\n", entry.Links));
        Add(nameof(entry.Note), entry.Note);
        return says;

        void Add(string field, string? text)
        {
            if (!string.IsNullOrEmpty(text))
            {
                says[field] = text;
            }
        }
    }

    private static string? Count(long? count) => count is { } known ? Format.Number(known) : null;
}
