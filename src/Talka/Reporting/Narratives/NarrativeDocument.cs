using System.Text;
using Talka.Foundation.Localisation;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Narratives;

/// <summary>An author's text as a document that the audit understands, with its live figures filled in, and the way back to what the author wrote.</summary>
internal sealed class NarrativeDocument
{
    private readonly StringBuilder _text = new();
    private readonly List<(int Start, int End, bool Live)> _map = [];
    private readonly List<Block> _blocks = [];
    private readonly string _source;

    private NarrativeDocument(RenderedNarrative rendered, string source, FigureContext context)
    {
        _source = source;
        foreach (var segment in rendered.Segments)
        {
            Write(segment);
        }

        Cut();
        var document = new SourceDocument("", SourceFormat.Markdown, _text.ToString(), _blocks);
        var terms = context.Data.Terms;
        var years = terms.Years.Select(year => new YearSection(year.Ordinal, new(year.From, year.To), default, null)).ToList();
        Summary = SummaryReader.ReadPart(document, Languages.Current, new(terms.From, terms.To), years, SummarySection.Description, context.Year);
    }

    public ReadSummary Summary { get; }

    public static NarrativeDocument Of(Narrative narrative, RenderedNarrative rendered, FigureContext context) => new(rendered, narrative.Source, context);

    /// <summary>The stretch of the author's text that a stretch of the document came from.</summary>
    public Span InSource(Span span) => span.Length == 0 ? new(0, 0) : Span.Between(_map[span.Start].Start, Math.Max(_map[span.Start].End, _map[span.End - 1].End));

    /// <summary>Something in it was filled in from the journal.</summary>
    public bool HasLive(Span span) => Enumerable.Range(span.Start, span.Length).Any(at => _map[at].Live);

    public string Quote(Span span)
    {
        var source = InSource(span);
        return _source.Substring(source.Start, source.Length);
    }

    // Marks of emphasis and code say nothing; a star at the beginning of a line is a list's.
    private void Write(NarrativeSegment segment)
    {
        var part = segment.Part!;
        var typed = part is TextPart;
        var at = part.Offset;
        foreach (var c in segment.Text)
        {
            var escape = typed && c == '{' && at < part.Offset + part.Length && _source[at] == '\\';
            at += escape ? 1 : 0;
            if (c is '`' or '\\' || (c == '*' && !(AtLineStart() && at + 1 < _source.Length && _source[at + 1] is ' ')) || segment.Problem is not null)
            {
                at++;
                continue;
            }

            _text.Append(char.IsControl(c) && c is not '\n' ? ' ' : c);
            _map.Add(typed ? (Math.Min(at, _source.Length - 1), Math.Min(at + 1, _source.Length), false) : (part.Offset, part.Offset + part.Length, true));
            at++;
        }
    }

    private bool AtLineStart()
    {
        var at = _text.Length;
        while (at > 0 && _text[at - 1] == ' ')
        {
            at--;
        }

        return at == 0 || _text[at - 1] == '\n';
    }

    // Each line that begins an item or a heading is a block; other lines go on with the block above until an empty one.
    private void Cut()
    {
        var text = _text.ToString();
        var (open, level, kind, lineNumber, blockLine) = (-1, 0, BlockKind.Paragraph, 0, 0);
        for (var start = 0; start <= text.Length;)
        {
            lineNumber++;
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            var first = start;
            while (first < end && char.IsWhiteSpace(text[first]))
            {
                first++;
            }

            var isItem = first + 1 < end && text[first] is '-' or '*' or '•' or '+' && text[first + 1] == ' ';
            var isHeading = first < end && text[first] == '#';
            if (first == end || isItem || isHeading || (open >= 0 && kind == BlockKind.Heading))
            {
                Close(start);
            }

            if (first < end && open < 0)
            {
                kind = isItem ? BlockKind.ListItem : isHeading ? BlockKind.Heading : BlockKind.Paragraph;
                level = isItem ? Math.Min(20, ((first - start) / 2) + 1) : isHeading ? Math.Min(6, text.AsSpan(first, end - first).IndexOfAnyExcept('#') is var marks and > 0 ? marks : 1) : 0;
                open = isItem ? first + 2 : isHeading ? Math.Min(end, first + level) : first;
                blockLine = lineNumber;
            }

            start = end + 1;
        }

        Close(text.Length);

        void Close(int end)
        {
            if (open < 0)
            {
                return;
            }

            var from = open;
            while (from < end && char.IsWhiteSpace(text[from]))
            {
                from++;
            }

            while (end > from && char.IsWhiteSpace(text[end - 1]))
            {
                end--;
            }

            if (end > from)
            {
                _blocks.Add(new(kind, level, Span.Between(from, end), new(null, blockLine)));
            }

            open = -1;
        }
    }
}
