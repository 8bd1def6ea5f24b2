using Talka.Reporting.Audit.Language;

namespace Talka.Onboarding.Proposing;

/// <summary>A word, or a pair of words, that names a kind of work.</summary>
/// <param name="At">Index of its first token.</param>
/// <param name="IsContext">It only says within what, after what or in consequence of what the work was done.</param>
internal sealed record KindWord(string Kind, int At, bool IsContext);

/// <summary>Which kind of journal entry words tell of: Latvian and English stems.</summary>
internal static class KindWords
{
    private const int LongestContext = 5;
    private const int LongestOpening = 30;

    // Pairs stand before the single stems that they begin with.
    private static readonly (string Kind, string[] Stems)[] Table =
    [
        ("cultural-event", ["kultūras pasākum", "cultural event", "koncert", "izstād", "izrād", "concert", "exhibition"]),
        ("commemoration", ["piemiņ", "commemorat", "remembrance"]),
        ("seminar", ["seminār", "vebinār", "seminar", "webinar"]),
        ("training", ["apmācīb", "mācīb", "nodarbīb", "darbnīc", "meistarklas", "training", "workshop", "masterclass"]),
        ("discussion", ["diskusij", "debat", "apaļā galda", "discussion", "debate", "round table"]),
        ("meeting", ["tikšan", "sanāksm", "sapulc", "sapulč", "meeting"]),
        ("conference", ["konferenc", "konferenč", "forum", "conference"]),
        ("ceremony", ["ceremonij", "apbalvošan", "ceremony"]),
        ("festival", ["festivāl", "svētk", "festival"]),
        ("game", ["spēl", "game"]),
        ("consultation", ["konsultāc", "consultation"]),
        ("newsletter", ["ziņu lap", "ziņulap", "jaunumu vēstul", "jaunumu lap", "newsletter"]),
        ("call", ["aicināja pieteik", "aicināja iesnieg", "izsludināts konkurs", "pieteikumu konkurs", "projektu konkurs", "atbalsta konkurs", "konkurs", "call for"]),
        ("application", ["pieteikum", "pieteicās", "pieteikuš", "iesniegum", "application", "applied"]),
        ("award", ["apstiprināt", "atbalstīt", "sniegts atbalst", "finansiāl", "piešķirt", "approved", "awarded", "grant"]),
        ("agreement", ["līgum", "vienošan", "agreement", "contract"]),
        ("in-kind-support", ["materiāltehnisk", "izdevumu rēķin", "aprīkojum", "inventār", "in-kind", "equipment"]),
        ("self-assessment", ["pašvērtējum", "self-assess"]),
        ("needs-assessment", ["vajadzību apzin", "vajadzību izvērt", "vajadzību izpēt", "needs assess"]),
        ("case-study", ["situāciju izpēt", "situācijas izpēt", "gadījumu izpēt", "gadījuma izpēt", "case stud"]),
        ("survey", ["aptauj", "anketēšan", "survey"]),
        ("interview", ["intervij", "interview"]),
        ("study", ["monitoring", "pētījum", "ziņojum", "analīz", "study", "studies", "research", "report"]),
        ("website", ["mājas lap", "mājaslap", "tīmekļvietn", "website", "web site"]),
        ("resource", ["krātuv", "rokasgrāmat", "vadlīnij", "metodisk", "repository", "handbook", "guideline", "toolkit"]),
        ("strategy", ["stratēģij", "strateg"]),
        ("post", ["ierakst", "post", "posts"]),
        ("news-item", ["ziņa", "ziņas", "ziņām", "ziņu", "rakst", "news", "article"]),
        ("outcome", ["pilnveidot", "uzlabot", "improved"]),
        ("event", ["pasākum", "vizīt", "ekskursij", "nometn", "akcij", "kampaņ", "event", "visit", "excursion", "camp", "campaign"]),
    ];

    // Stems that would be parts of other words are whole words.
    private static readonly HashSet<string> Whole = ["ziņa", "ziņas", "ziņām", "ziņu", "post", "posts", "grant", "news"];

    private static readonly Dictionary<char, List<(string[] Stems, string Kind)>> ByLetter = Index();

    /// <summary>The kind words of a stretch, in their order; names in quotation marks say nothing.</summary>
    public static IEnumerable<KindWord> In(IReadOnlyList<Token> tokens, int first, int end)
    {
        for (var at = first; at < end; at++)
        {
            if (At(tokens, at) is { } kind)
            {
                yield return new(kind, at, IsContext(tokens, first, at, end));
            }
        }
    }

    /// <summary>The kind that a sentence is about: what it names first, where that is not only the context of something else.</summary>
    public static string? Of(IReadOnlyList<Token> tokens, int first, int end)
    {
        var words = In(tokens, first, end).ToList();
        var word = words.Find(found => !found.IsContext) ?? words.FirstOrDefault();
        return word?.Kind == "event" && words.Exists(other => other.Kind == "commemoration") ? "commemoration" : word?.Kind;
    }

    private static string? At(IReadOnlyList<Token> tokens, int at)
    {
        var token = tokens[at];
        if (token.Kind != TokenKind.Word || token.Quoted || !ByLetter.TryGetValue(char.ToLowerInvariant(token.Text[0]), out var candidates))
        {
            return null;
        }

        foreach (var (stems, kind) in candidates)
        {
            if (Matches(token, stems[0]) && (stems.Length == 1 || Matches(tokens.Peek(at + 1), stems[1])))
            {
                return kind;
            }
        }

        return null;
    }

    private static bool Matches(Token token, string stem) => Whole.Contains(stem) ? token.Is(stem) : token.StartsWith(stem);

    // “Monitoringa ietvaros …”, “Konkursa rezultātā …”, “Pēc apmācībām …,”
    private static bool IsContext(IReadOnlyList<Token> tokens, int first, int at, int end)
    {
        for (var next = at + 1; next < end && next <= at + LongestContext && tokens[next].Kind == TokenKind.Word; next++)
        {
            if (tokens[next].Is("ietvaros", "rezultātā", "gaitā"))
            {
                return true;
            }
        }

        if (!tokens.Peek(first).Is("pēc", "after", "following", "within") || at - first > LongestOpening)
        {
            return false;
        }

        for (var before = first; before < at; before++)
        {
            if (tokens[before].IsSign(','))
            {
                return false;
            }
        }

        return true;
    }

    private static Dictionary<char, List<(string[] Stems, string Kind)>> Index()
    {
        var index = new Dictionary<char, List<(string[] Stems, string Kind)>>();
        foreach (var (kind, stem) in Table.SelectMany(row => row.Stems.Select(stem => (row.Kind, stem))).OrderByDescending(row => row.stem.Contains(' ', StringComparison.Ordinal)))
        {
            (index.TryGetValue(stem[0], out var list) ? list : index[stem[0]] = []).Add((stem.Split(' '), kind));
        }

        return index;
    }
}
