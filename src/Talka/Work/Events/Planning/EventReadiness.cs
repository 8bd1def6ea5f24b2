using Talka.Foundation.Results;
using static Talka.Work.Events.Planning.Texts;

namespace Talka.Work.Events.Planning;

/// <summary>What an event still lacks: what visitors cannot do without, and what would help them.</summary>
public static class EventReadiness
{
    /// <summary>Without these it is not published. The fields are those of the form.</summary>
    public static IReadOnlyList<Error> Missing(WholeEvent whole)
    {
        var one = whole.Event;
        var missing = new List<Error>();
        Need(whole.HasDay, "NeedsSession", "Sessions[0].Date");
        Need(one.Description is not null, "NeedsDescription", nameof(EventForm.Description));
        if (one.Mode != EventMode.Online)
        {
            Need(one.Venue is not null, "NeedsVenue", nameof(EventForm.Venue));
            Need(one.Address is not null, "NeedsAddress", nameof(EventForm.Address));
            Need(one.Accessibility is not null, "NeedsAccessibility", nameof(EventForm.Accessibility));
        }

        return missing;

        void Need(bool isThere, string text, string field)
        {
            if (!isThere)
            {
                missing.Add(EventErrors.NotReady(T(text), field));
            }
        }
    }

    /// <summary>What may come later, or not at all.</summary>
    public static IReadOnlyList<string> Advice(WholeEvent whole)
    {
        var one = whole.Event;
        (bool Lacks, string Text)[] advice =
        [
            (one.Mode != EventMode.OnSite && one.OnlineLink is null, "AdviceLink"),
            (one.TitleEn is null || one.DescriptionEn is null, "AdviceEnglish"),
            (one.ContactEmail is null && one.ContactName is null, "AdviceContact"),
            (whole.Speakers.Any(speaker => speaker.ConsentAt is null), "AdviceConsent"),
        ];
        return [.. advice.Where(line => line.Lacks).Select(line => T(line.Text))];
    }
}
