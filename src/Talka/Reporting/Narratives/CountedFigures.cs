using Talka.Reporting.Figures;

namespace Talka.Reporting.Narratives;

/// <summary>The figures that a counted noun may stand for; the first is the most likely.</summary>
internal static class CountedFigures
{
    public const string Participants = "participants";

    private static readonly Dictionary<string, FigureQuery[]> ByNoun = new()
    {
        [Participants] = Of("participants"),
        ["consultations"] = Of("quantity kind:consultation"),
        ["newsletters"] = Of("quantity kind:newsletter"),
        ["publications"] = Of("quantity kind:newsletter|post", "quantity kind:newsletter|news-item|post", "quantity kind:post", "quantity kind:news-item|post", "quantity kind:newsletter|news-item"),
        ["news"] = Of("quantity kind:news-item"),
        ["seminars"] = Of("quantity kind:seminar"),
        ["projects"] = Of("quantity kind:award"),
        ["applications"] = Of("quantity kind:application"),
    };

    /// <summary>Empty when the journal does not know the number of such things.</summary>
    public static IReadOnlyList<FigureQuery> Of(Audit.Language.CountNoun? noun) => noun is not null && ByNoun.TryGetValue(noun.Code, out var figures) ? figures : [];

    private static FigureQuery[] Of(params string[] figures) => [.. figures.Select(figure => FigureQuery.Parse(figure).Value)];
}
