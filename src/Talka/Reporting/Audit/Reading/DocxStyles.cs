using System.Globalization;
using DocumentFormat.OpenXml.Packaging;

namespace Talka.Reporting.Audit.Reading;

/// <summary>What a paragraph is by its style.</summary>
/// <param name="Outline">Level of a heading from 1; null when it is none.</param>
/// <param name="List">Depth of a list item from 1; null when it is none.</param>
internal readonly record struct DocxRole(int? Outline, int? List);

/// <summary>The paragraph styles of a DOCX, as far as they make headings and list items.</summary>
internal sealed class DocxStyles
{
    private const int LongestChain = 20;

    private readonly Dictionary<string, (DocxRole Role, string? Parent)> _styles = [];

    public static DocxStyles Read(MainDocumentPart main)
    {
        var styles = new DocxStyles();
        if (main.StyleDefinitionsPart is { } part)
        {
            styles.ReadStyles(part);
        }

        return styles;
    }

    public DocxRole Of(string? style)
    {
        var found = default(DocxRole);
        for (var i = 0; i < LongestChain && style is not null && _styles.TryGetValue(style, out var known); i++)
        {
            found = new DocxRole(found.Outline ?? known.Role.Outline, found.List ?? known.Role.List);
            style = known.Parent;
        }

        return found;
    }

    private void ReadStyles(StyleDefinitionsPart part)
    {
        using var xml = DocxReader.Xml(part);
        string? id = null;
        string? parent = null;
        int? outline = null;
        string? number = null;
        var level = 0;
        while (xml.Read())
        {
            if (xml.NodeType == System.Xml.XmlNodeType.EndElement && xml.LocalName == "style" && id is not null)
            {
                _styles[id] = (new DocxRole(outline, number is null or "0" ? null : level + 1), parent);
                id = null;
            }

            if (xml.NodeType != System.Xml.XmlNodeType.Element)
            {
                continue;
            }

            var value = xml.GetAttribute("val", xml.NamespaceURI);
            switch (xml.LocalName)
            {
                case "style":
                    (id, parent, outline, number, level) = (xml.GetAttribute("styleId", xml.NamespaceURI), null, null, null, 0);
                    break;
                case "name" when value is not null:
                    outline ??= ByName(value);
                    break;
                case "basedOn":
                    parent = value;
                    break;
                case "outlineLvl":
                    outline = Level(value) is { } named and < 9 ? named + 1 : outline;
                    break;
                case "numId":
                    number = value;
                    break;
                case "ilvl":
                    level = Level(value) ?? 0;
                    break;
            }
        }
    }

    /// <summary>A level from 0 to 9, or null.</summary>
    public static int? Level(string? value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level <= 9 ? level : null;

    private static int? ByName(string name) =>
        name.Equals("Title", StringComparison.OrdinalIgnoreCase) ? 1
        : name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase) ? Level(name[8..]) is { } level and > 0 ? level : null
        : null;
}
