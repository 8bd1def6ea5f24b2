using System.Globalization;
using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Foundation.Markdown;
using Talka.Foundation.Results;

namespace Talka.Work.Events.Planning;

/// <summary>Reads single fields of a form and gathers what is wrong with them.</summary>
internal sealed class EventCheck
{
    private static readonly string[] TimeFormats = ["H:mm", "H:mm:ss", "H.mm"];

    public List<Error> Errors { get; } = [];

    public string? Text(string field, string? typed, int most = Event.ShortLength, bool lines = false, bool required = false)
    {
        var text = PlainText.Tidy(typed);
        if (text is null)
        {
            if (required)
            {
                Errors.Add(EventErrors.Missing(field));
            }

            return null;
        }

        if (!PlainText.IsStorable(text, lines))
        {
            Errors.Add(EventErrors.NotStorable(field));
        }

        text = lines ? PlainText.Lines(text) : text;
        if (text.Length > most)
        {
            Errors.Add(EventErrors.TooLong(field, most));
        }

        return text;
    }

    public string? Link(string field, string? typed)
    {
        var link = Text(field, typed, 1_000);
        if (link is not null && !(SafeMarkdown.IsSafe(link) && link.StartsWith("http", StringComparison.OrdinalIgnoreCase)))
        {
            Errors.Add(EventErrors.LinkWrong(field));
        }

        return link;
    }

    public string? Email(string field, string? typed)
    {
        var email = Text(field, typed, EmailAddress.MaxLength);
        if (email is not null && !EmailAddress.IsValid(email))
        {
            Errors.Add(EventErrors.EmailWrong(field));
        }

        return email?.ToLowerInvariant();
    }

    /// <returns>Null for an empty field, and for a wrong one.</returns>
    public int? Count(string field, string? typed, int least, int most)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        if (Parse.Count(typed) is { } count && count >= least && count <= most)
        {
            return (int)count;
        }

        Errors.Add(EventErrors.NumberWrong(field, least, most));
        return null;
    }

    public TChoice Choice<TChoice>(string field, string? typed) where TChoice : struct, Enum
    {
        if (Enum.TryParse<TChoice>(typed, out var choice) && Enum.GetNames<TChoice>().Contains(typed))
        {
            return choice;
        }

        Errors.Add(EventErrors.ChoiceWrong(field));
        return default;
    }

    public DateOnly? Day(string field, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            Errors.Add(EventErrors.Missing(field));
            return null;
        }

        if (Parse.Date(typed) is { Year: >= 1990 and <= 2200 } day)
        {
            return day;
        }

        Errors.Add(EventErrors.DateWrong(field));
        return null;
    }

    public TimeOnly? Time(string field, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            Errors.Add(EventErrors.Missing(field));
            return null;
        }

        if (TimeOnly.TryParseExact(typed.Trim(), TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        Errors.Add(EventErrors.TimeWrong(field));
        return null;
    }

    /// <summary>An instant that may be left open; the time alone may be left out, and is midnight then.</summary>
    public DateTime? Moment(string dayField, string? day, string timeField, string? time, TimeZoneInfo zone)
    {
        if (string.IsNullOrWhiteSpace(day) && string.IsNullOrWhiteSpace(time))
        {
            return null;
        }

        return Day(dayField, day) is { } date && (string.IsNullOrWhiteSpace(time) ? TimeOnly.MinValue : Time(timeField, time)) is { } clock
            ? Take(LocalTimes.ToUtc(date, clock, zone, timeField))
            : null;
    }

    public DateTime? Take(Result<DateTime> instant)
    {
        Errors.AddRange(instant.Errors);
        return instant.Succeeded ? instant.Value : null;
    }
}
