using Talka.Foundation.Results;
using Talka.Reporting.Figures;
using static Talka.Reporting.Narratives.Texts;

namespace Talka.Reporting.Narratives;

/// <summary>Fills the figures of one text in.</summary>
internal sealed class NarrativeRenderer(Narrative narrative, FigureContext context)
{
    private readonly List<NarrativeSegment> _segments = [];

    public RenderedNarrative Render()
    {
        for (var i = 0; i < narrative.Parts.Count; i++)
        {
            var written = _segments.Count;
            switch (narrative.Parts[i])
            {
                case TextPart text:
                    Write(text.Text);
                    break;
                case BrokenPart broken:
                    Broken(broken, broken.Error);
                    break;
                case FormsPart forms:
                    Forms(forms, i);
                    break;
                case FigurePart figure when Wrong(figure.Query) is { } error:
                    Broken(figure, error);
                    break;
                case FigurePart figure:
                    _segments.Add(Figure(figure.Query));
                    break;
                case ListPart list when Wrong(list.Query) is { } error:
                    Broken(list, error);
                    break;
                case ListPart list:
                    new EntryList(context, this, _segments).Write(list);
                    break;
            }

            for (; written < _segments.Count; written++)
            {
                _segments[written] = _segments[written] with { Part = narrative.Parts[i] };
            }
        }

        return new RenderedNarrative(_segments);
    }

    /// <summary>A figure as a segment of its own, in the year of the section.</summary>
    internal NarrativeSegment Figure(FigureQuery written)
    {
        var query = written.InSectionOf(context.Year);
        var result = context.Data.Evaluate(query);
        var text = FigureText.Of(query, result);
        var year = query.Year ?? (query[FigureKey.Entry].Count > 0 && result.Entries is [var only] ? only.Year : null);
        return new(text, new NarrativeFigure(
            FigureWords.Describe(query, context.Data.Terms, context.Kinds), query, result.Value, FigureWords.Unit(query, result.Value, context.Kinds),
            year, [.. result.Entries.Select(entry => entry.Sequence)], result.Approximate, result.Unknown, text,
            FigureAddress.Of(context.Data.Terms.Slug, query)));
    }

    internal void Write(string text) => _segments.Add(new(text));

    private Error? Wrong(FigureQuery query) => FigureErrors.Unknown(query, context.Data.Terms, context.Kinds);

    private void Forms(FormsPart forms, int at)
    {
        var before = narrative.Parts.Take(at).OfType<FigurePart>().LastOrDefault();
        var after = narrative.Parts.Skip(at).OfType<FigurePart>().FirstOrDefault();
        if ((forms.Ahead ? after : before ?? after) is not { } figure)
        {
            Broken(forms, Error.Invalid("figure-forms-alone", T("ErrorForms", string.Join('|', forms.Forms))));
        }
        else
        {
            Write(FigureText.Form(forms.Forms, context.Data.Evaluate(figure.Query.InSectionOf(context.Year))));
        }
    }

    private void Broken(NarrativePart part, Error error)
    {
        var source = narrative.Source.Substring(part.Offset, part.Length);
        var shown = source.Replace('`', '\'').ReplaceLineEndings(" ");
        _segments.Add(new($"`{shown}` **({MarkdownText.Escape(T("BrokenFigure", error.Message))})**", Problem: new(part.Offset, part.Length, source, error)));
    }
}
