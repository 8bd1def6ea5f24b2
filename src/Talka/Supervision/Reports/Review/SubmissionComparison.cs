using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Talka.Supervision.Reports.Review;

/// <summary>Words of a paragraph: the same on both sides, or on one side alone.</summary>
public sealed record WordRun(string Text, bool IsChanged);

/// <summary>A paragraph before and after; null on the side where there is none.</summary>
public sealed record ParagraphPair(IReadOnlyList<WordRun>? Before, IReadOnlyList<WordRun>? After, bool IsChanged);

/// <summary>A text that differs. Paragraphs that are the same stand on both sides.</summary>
public sealed record TextDifference(int Year, string Section, IReadOnlyList<ParagraphPair> Paragraphs);

/// <summary>A figure that differs; null on the side where it was not printed.</summary>
public sealed record FigureDifference(SubmittedFigure? Before, SubmittedFigure? After)
{
    public SubmittedFigure Either => After ?? Before!;
}

/// <summary>What two submissions say differently.</summary>
public sealed record SubmissionComparison(IReadOnlyList<TextDifference> Texts, IReadOnlyList<FigureDifference> Figures)
{
    public IEnumerable<FigureDifference> Money => Figures.Where(figure => figure.Either.IsMoney);

    public IEnumerable<FigureDifference> Counts => Figures.Where(figure => !figure.Either.IsMoney);

    public static SubmissionComparison Of(SubmissionContent before, SubmissionContent after)
    {
        var texts =
            from place in before.Texts.Concat(after.Texts).Select(text => (text.Year, text.Section)).Distinct()
            orderby place.Year == 0, place.Year, place.Section
            let old = TextAt(before, place)
            let now = TextAt(after, place)
            where old != now
            select new TextDifference(place.Year, place.Section, Paragraphs(old, now));
        var (oldFigures, newFigures) = (ByQuery(before), ByQuery(after));
        var figures =
            from key in oldFigures.Keys.Union(newFigures.Keys)
            let old = oldFigures.GetValueOrDefault(key)
            let now = newFigures.GetValueOrDefault(key)
            where old?.Value != now?.Value || old is null || now is null
            select new FigureDifference(old, now);
        return new([.. texts], [.. figures]);
    }

    private static string TextAt(SubmissionContent content, (int Year, string Section) place) =>
        content.Texts.FirstOrDefault(text => (text.Year, text.Section) == place)?.Text ?? "";

    private static Dictionary<(string, int?), SubmittedFigure> ByQuery(SubmissionContent content) =>
        content.Figures.DistinctBy(figure => (figure.Query, figure.Year)).ToDictionary(figure => (figure.Query, figure.Year));

    private static List<ParagraphPair> Paragraphs(string before, string after)
    {
        var model = SideBySideDiffBuilder.Diff(before, after, ignoreWhiteSpace: false);
        return [.. model.OldText.Lines.Zip(model.NewText.Lines, (old, now) => new ParagraphPair(Runs(old), Runs(now), old.Type != ChangeType.Unchanged))
            .Where(pair => pair.IsChanged || pair.Before is [{ Text.Length: > 0 }, ..])];
    }

    private static List<WordRun>? Runs(DiffPiece line) => line.Type switch
    {
        ChangeType.Imaginary => null,
        ChangeType.Modified => [.. line.SubPieces.Where(word => word.Text is { Length: > 0 }).Aggregate(new List<WordRun>(), Join)],
        _ => [new WordRun(line.Text ?? "", line.Type != ChangeType.Unchanged)],
    };

    // Words that stand beside one another and fared alike are read as one
    private static List<WordRun> Join(List<WordRun> runs, DiffPiece word)
    {
        var changed = word.Type != ChangeType.Unchanged;
        if (runs.Count > 0 && runs[^1].IsChanged == changed)
        {
            runs[^1] = runs[^1] with { Text = runs[^1].Text + word.Text };
        }
        else
        {
            runs.Add(new WordRun(word.Text, changed));
        }

        return runs;
    }
}
