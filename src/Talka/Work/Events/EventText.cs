using Talka.Foundation.Localisation;

namespace Talka.Work.Events;

/// <summary>What an event is called and where its pages are.</summary>
public static class EventText
{
    private static bool InEnglish => Languages.Current == Languages.English;

    /// <summary>In the reader's language, where there is a text in it.</summary>
    public static string TitleOf(string latvian, string? english) => Of(latvian, english)!;

    public static string? Of(string? latvian, string? english) => InEnglish ? english ?? latvian : latvian ?? english;

    public static string TitleText(this Event one) => TitleOf(one.Title, one.TitleEn);

    public static string TitleText(this EventSeries series) => TitleOf(series.Title, series.TitleEn);

    /// <summary>The form of a text that goes with a number. Its forms are between bars: in Latvian those for none, one and others, in English for one and others.</summary>
    public static string Agreeing(string forms, long number)
    {
        var form = forms.Split('|');
        return form.Length == 3 ? Plural.Latvian(number, form[0], form[1], form[2]) : Plural.English(number, form[0], form[^1]);
    }

    /// <summary>The codes of a column that keeps several, each between two bars.</summary>
    public static IReadOnlyList<string> Codes(string barred) => barred.Split('|', StringSplitOptions.RemoveEmptyEntries);

    public static string Barred(IEnumerable<string> codes) => string.Join('|', codes) is { Length: > 0 } joined ? $"|{joined}|" : "";
}

/// <summary>The addresses of an event.</summary>
public static class EventAddress
{
    public static string Public(string slug) => $"/events/{slug}";

    public static string SignUp(string slug) => $"/events/{slug}/sign-up";

    public static string Series(string slug) => $"/events/series/{slug}";

    /// <summary>Where it is worked on.</summary>
    /// <param name="page">The last part of the address: <c>people</c>, <c>messages</c>, <c>form</c>, <c>door</c>, <c>after</c>; empty for the plan.</param>
    public static string Work(string mandate, Guid id, string page = "") => $"/work/mandates/{mandate}/events/{id}" + (page.Length > 0 ? "/" + page : "");

    public static string WorkList(string mandate) => $"/work/mandates/{mandate}/events";
}
