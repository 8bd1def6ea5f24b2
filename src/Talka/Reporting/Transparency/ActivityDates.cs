using Talka.Foundation.Localisation;

namespace Talka.Reporting.Transparency;

/// <summary>When something was done, short enough for a list.</summary>
internal static class ActivityDates
{
    public static string Text(DateOnly from, DateOnly to) => from == to ? Format.Date(from) : $"{Format.Date(from)}–{Format.Date(to)}";
}
