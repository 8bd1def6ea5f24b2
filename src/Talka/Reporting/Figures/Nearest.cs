namespace Talka.Reporting.Figures;

/// <summary>Finds what somebody probably meant.</summary>
internal static class Nearest
{
    // What people write in Latvian, and the code of it.
    private static readonly (string Word, string Code)[] Translations =
    [
        ("skaits", "quantity"), ("ieraksti", "count"), ("dalībnieki", "participants"), ("dalībnieku", "participants"), ("summa", "amount"),
        ("vietas", "places"), ("partneri", "partners"), ("plānots", "planned"), ("plānotais", "planned"), ("izlietots", "spent"),
        ("izlietotais", "spent"), ("atlikums", "remainder"), ("veids", "kind"), ("kanāls", "channel"), ("virziens", "stream"),
        ("cikls", "series"), ("gads", "year"), ("no", "from"), ("līdz", "to"), ("norise", "mode"), ("mērķgrupa", "target"),
        ("stāvoklis", "state"), ("nosaukums", "title"), ("total", "quantity"), ("sum", "amount"), ("number", "quantity"), ("people", "participants"),
        ("attendance", "participants"), ("attendees", "participants"), ("type", "kind"),
    ];

    /// <summary>The closest of the words, or null when none is close enough to be meant.</summary>
    public static string? Of(string word, IReadOnlyCollection<string> words)
    {
        var low = word.ToLowerInvariant();
        var candidates = words.Select(w => (Word: w.ToLowerInvariant(), Code: w)).Concat(Translations.Where(t => words.Contains(t.Code)));
        var (distance, code) = candidates.Select(c => (Distance: Distance(low, c.Word), c.Code)).DefaultIfEmpty((int.MaxValue, "")).MinBy(c => c.Item1);
        return distance <= Math.Max(1, low.Length / 3) ? code : null;
    }

    private static int Distance(string a, string b)
    {
        if (a.Length > 80)
        {
            return int.MaxValue;
        }

        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        var current = new int[b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            }

            (previous, current) = (current, previous);
        }

        return previous[b.Length];
    }
}
