using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Reporting.Audit;
using Talka.Reporting.Audit.Checking;
using Talka.Reporting.Audit.Reading;

namespace Talka.Onboarding.Proposing;

/// <summary>The corrections that the audit thinks likely, by the place that they correct.</summary>
internal sealed class LikelyCorrections
{
    private readonly List<(Span Where, string Expected, Finding Finding)> _places = [];
    private readonly List<Finding> _used = [];

    public LikelyCorrections(AuditReport report)
    {
        foreach (var finding in report.Findings.Where(finding => finding.Likely is not null && finding.Severity != Severity.Note))
        {
            var members = finding.Members.Count > 0 ? finding.Members : finding.Where is { } where ? [new FindingMember(where, finding.Stated, finding.Expected)] : [];
            _places.AddRange(members.Select(member => (member.Where, member.Expected, finding)));
        }

        _places.Sort((left, right) => left.Where.Start.CompareTo(right.Where.Start));
    }

    /// <summary>The corrections that were asked for, numbered in the order in which they were.</summary>
    public IReadOnlyList<ProposedCorrection> Used =>
        [.. _used.Select((finding, index) => new ProposedCorrection(index + 1, finding.Code, finding.Year, finding.Message, Said(finding)))];

    // “9 datumi → 2023”
    private static string Said(Finding finding) => finding.Likely!.Contains('→', StringComparison.Ordinal) ? finding.Likely : $"{finding.Stated} → {finding.Likely}";

    /// <summary>An amount at a place, and what it should likely be.</summary>
    public Stated<Money> Of(Money printed, Span where) =>
        Find(where, Parse.Money, out var number) is { } likely ? new(printed, likely, number) : new(printed);

    /// <summary>A day at a place; of a range its first.</summary>
    public Stated<DateOnly> First(DateOnly printed, Span where) =>
        Find(where, text => Day(text, last: false), out var number) is { } likely ? new(printed, likely, number) : new(printed);

    /// <summary>A day at a place; of a range its last.</summary>
    public Stated<DateOnly> Last(DateOnly printed, Span where) =>
        Find(where, text => Day(text, last: true), out var number) is { } likely ? new(printed, likely, number) : new(printed);

    private T? Find<T>(Span where, Func<string, T?> read, out int number) where T : struct
    {
        for (var at = FirstAt(where.Start); at < _places.Count && _places[at].Where.Start < where.End; at++)
        {
            var (place, expected, finding) = _places[at];
            if (where.Start < place.End && read(expected) is { } likely)
            {
                if (!_used.Contains(finding))
                {
                    _used.Add(finding);
                }

                number = _used.IndexOf(finding) + 1;
                return likely;
            }
        }

        number = 0;
        return null;
    }

    /// <summary>The last place that begins before a position, or the first one of all.</summary>
    private int FirstAt(int position)
    {
        var (low, high) = (0, _places.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _places[middle].Where.Start < position ? (middle + 1, high) : (low, middle);
        }

        return Math.Max(0, low - 1);
    }

    // A range is printed as two days with a dash between.
    private static DateOnly? Day(string text, bool last)
    {
        var days = text.Split('–');
        return days.Length <= 2 ? Parse.Date(last ? days[^1] : days[0]) : null;
    }
}
