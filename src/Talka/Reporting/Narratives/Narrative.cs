using System.Text;
using Talka.Foundation.Results;
using Talka.Reporting.Figures;
using static Talka.Reporting.Narratives.Texts;

namespace Talka.Reporting.Narratives;

/// <summary>
/// Markdown with live figures, as the author writes it: <c>Organizēti {{quantity kind:seminar}} {{semināru|seminārs|semināri}}</c>.
/// Any text can be parsed; what is wrong in it stays where it stands as a <see cref="BrokenPart"/>.
/// </summary>
public sealed class Narrative
{
    private Narrative(string source, IReadOnlyList<NarrativePart> parts) => (Source, Parts) = (source, parts);

    public string Source { get; }

    public IReadOnlyList<NarrativePart> Parts { get; }

    /// <summary>The text with its figures filled in, in the current language.</summary>
    public RenderedNarrative Render(FigureContext context) => new NarrativeRenderer(this, context).Render();

    public static Narrative Parse(string source)
    {
        var parts = new List<NarrativePart>();
        var text = new StringBuilder();
        var textStart = 0;
        var at = 0;
        while (at < source.Length)
        {
            var rest = source.AsSpan(at);
            if (rest.StartsWith("\\{{"))
            {
                text.Append("{{");
                at += 3;
            }
            else if (!rest.StartsWith("{{"))
            {
                text.Append(source[at++]);
            }
            else
            {
                EndText();
                var end = End(source, at + 2);
                parts.Add(end < 0
                    ? new BrokenPart(at, 2, "{{", Error.Invalid("figure-not-closed", T("ErrorOpen")))
                    : Inside(source[(at + 2)..end], at, end + 2 - at));
                at = textStart = at + parts[^1].Length;
            }
        }

        EndText();
        return new Narrative(source, parts);

        void EndText()
        {
            if (text.Length > 0)
            {
                parts.Add(new TextPart(textStart, at - textStart, text.ToString()));
                text.Clear();
            }
        }
    }

    /// <summary>Where the braces close: not inside a quotation, nor past another opening or an empty line.</summary>
    private static int End(string source, int start)
    {
        var quoted = source.IndexOf('"', start);
        var simple = source.IndexOf("}}", start, StringComparison.Ordinal);
        if (simple < 0 || Blocked(source.AsSpan(start, simple - start)))
        {
            return -1;
        }

        while (quoted >= 0 && quoted < simple)
        {
            var closing = Closing(source, quoted + 1);
            if (closing < 0 || source.AsSpan(quoted, closing - quoted).Contains('\n'))
            {
                break;
            }

            simple = source.IndexOf("}}", Math.Max(simple, closing), StringComparison.Ordinal) is var next and >= 0 ? next : simple;
            quoted = source.IndexOf('"', closing + 1);
        }

        return simple;
    }

    private static int Closing(string source, int from)
    {
        for (; from < source.Length && source[from] != '"'; from++)
        {
            from += source[from] == '\\' ? 1 : 0;
        }

        return from < source.Length ? from : -1;
    }

    private static bool Blocked(ReadOnlySpan<char> inside) => inside.IndexOf("{{") >= 0 || inside.IndexOf("\n\n") >= 0;

    private static NarrativePart Inside(string inside, int offset, int length)
    {
        var content = inside.Trim();
        var source = "{{" + inside + "}}";
        var word = content.Split([' ', '\t', '\n', '\r', '\u00A0'], 2);
        if (word[0] is "list" or "titles")
        {
            var query = FigureQuery.Parse("count " + (word.Length > 1 ? word[1] : ""));
            return query.Succeeded
                ? new ListPart(offset, length, query.Value, word[0] == "titles")
                : new BrokenPart(offset, length, source, query.Errors[0]);
        }

        if (content.Contains('|', StringComparison.Ordinal) && !HasFilter(content))
        {
            var ahead = content.StartsWith('>');
            var forms = content[(ahead ? 1 : 0)..].Split('|').Select(form => form.Trim()).ToList();
            return forms.Count is 2 or 3
                ? new FormsPart(offset, length, forms, ahead)
                : new BrokenPart(offset, length, source, Error.Invalid("figure-forms-wrong", T("ErrorFormCount", content, forms.Count)));
        }

        var figure = FigureQuery.Parse(content);
        return figure.Succeeded
            ? new FigurePart(offset, length, figure.Value)
            : new BrokenPart(offset, length, source, figure.Errors[0]);
    }

    private static bool HasFilter(string content)
    {
        var colon = content.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && colon + 1 < content.Length && !char.IsWhiteSpace(content[colon + 1]) && char.IsLetter(content[colon - 1]);
    }
}
