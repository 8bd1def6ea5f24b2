using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Dates;

/// <summary>By how many calendar years a date is off.</summary>
internal static class YearShift
{
    private const int Most = 20;

    /// <summary>The least number of years that brings the days into the period; null when none does.</summary>
    public static int? Find(Period days, Period period)
    {
        for (var years = 1; years <= Most; years++)
        {
            foreach (var shift in new[] { years, -years })
            {
                if (new Period(days.From.AddYears(shift), days.To.AddYears(shift)).Overlaps(period))
                {
                    return shift;
                }
            }
        }

        return null;
    }
}
