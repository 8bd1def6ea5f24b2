using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Talka.Reporting.Summaries.Layout;

namespace Talka.Reporting.Summaries.Rendering;

/// <summary>How the Word document looks: its styles, lists, tables and page.</summary>
internal static class DocxStyles
{
    public const int Bullets = 1;
    public const int FirstOrdered = 2;
    public const int Levels = 3;
    private const string Accent = "12415F";
    private const string Quiet = "4A5763";
    private const string Serif = "Cambria";
    private const string Sans = "Calibri";

    public static string Of(ParagraphKind kind) => kind switch
    {
        ParagraphKind.Statement => "Statement",
        ParagraphKind.Footnote or ParagraphKind.Fingerprint => "Remark",
        _ => "Normal",
    };

    public static Styles Styles(string language) => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                Fonts(Serif), new FontSize { Val = "21" }, new Languages { Val = language == "lv" ? "lv-LV" : "en-GB" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "120", Line = "276", LineRule = LineSpacingRuleValues.Auto }))),
        Style("Normal", "Normal", null, "120", null, isDefault: true),
        Style("Title", "Title", "40", "80", Accent, Sans, bold: true),
        Style("Subtitle", "Subtitle", "26", "240", Quiet),
        Style("Heading1", "heading 1", "26", "120", Accent, Sans, bold: true, level: 0),
        Style("Heading2", "heading 2", "23", "80", null, Sans, bold: true, level: 1),
        Style("Heading3", "heading 3", "21", "80", null, Sans, bold: true, level: 2),
        Style("Heading4", "heading 4", "21", "60", null, Sans, bold: true, level: 3),
        Style("Heading5", "heading 5", "21", "60", null, Sans, bold: true, level: 4),
        Style("ListParagraph", "List Paragraph", null, "60", null),
        Style("Caption", "caption", "18", "60", Quiet, Sans),
        Style("Statement", "Statement", null, "120", "7A4A00", bold: true),
        Style("Remark", "Remark", "16", "80", Quiet),
        Style("TableText", "Table Text", "17", "20", null, Sans),
        Style("TableNumber", "Table Number", "17", "20", null, Sans, right: true),
        new Style(new StyleName { Val = "Hyperlink" }, new StyleRunProperties(new Color { Val = Accent }, new Underline { Val = UnderlineValues.Dotted }))
        {
            Type = StyleValues.Character,
            StyleId = "Hyperlink",
        });

    public static Numbering Numbering(int orderedLists)
    {
        var numbering = new Numbering(
            Abstract(0, NumberFormatValues.Bullet, _ => "•"),
            Abstract(1, NumberFormatValues.Decimal, level => $"%{level + 1}."));
        numbering.Append(new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = Bullets });
        for (var i = 0; i < orderedLists; i++)
        {
            // Each list counts from one.
            numbering.Append(new NumberingInstance(
                new AbstractNumId { Val = 1 },
                new LevelOverride(new StartOverrideNumberingValue { Val = 1 }) { LevelIndex = 0 })
            { NumberID = FirstOrdered + i });
        }

        return numbering;
    }

    public static TableProperties TableProperties(string caption) => new(
        new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
        new TableBorders(
            new TopBorder { Val = BorderValues.Single, Size = 8, Color = Accent },
            new BottomBorder { Val = BorderValues.Single, Size = 8, Color = Accent },
            new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4, Color = "C4CCD4" }),
        new TableLook { FirstRow = true, FirstColumn = true, NoVerticalBand = true },
        new TableCaption { Val = caption });

    public static SectionProperties Section() => new(
        new PageSize { Width = 11906, Height = 16838 },
        new PageMargin { Top = 1247, Right = 1134, Bottom = 1134, Left = 1134, Header = 567, Footer = 567, Gutter = 0 });

    private static AbstractNum Abstract(int id, NumberFormatValues format, Func<int, string> text)
    {
        var list = new AbstractNum(new MultiLevelType { Val = MultiLevelValues.HybridMultilevel }) { AbstractNumberId = id };
        for (var level = 0; level < Levels; level++)
        {
            list.Append(new Level(
                new StartNumberingValue { Val = 1 },
                new NumberingFormat { Val = format },
                new LevelText { Val = text(level) },
                new LevelJustification { Val = LevelJustificationValues.Left },
                new PreviousParagraphProperties(new Indentation { Left = $"{360 * (level + 1)}", Hanging = "260" }))
            { LevelIndex = level });
        }

        return list;
    }

    private static Style Style(
        string id, string name, string? size, string after, string? colour, string? font = null, bool bold = false, bool right = false,
        int? level = null, bool isDefault = false)
    {
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault ? true : null };
        if (!isDefault)
        {
            style.Append(new BasedOn { Val = "Normal" });
        }

        style.Append(new PrimaryStyle());
        var paragraph = new StyleParagraphProperties();
        if (level is not null)
        {
            paragraph.Append(new KeepNext());
        }

        paragraph.Append(new SpacingBetweenLines { Before = level is 0 ? "320" : level is not null ? "200" : "0", After = after });
        if (right)
        {
            paragraph.Append(new Justification { Val = JustificationValues.Right });
        }

        if (level is { } outline)
        {
            paragraph.Append(new OutlineLevel { Val = outline });
        }

        style.Append(paragraph);
        var run = new StyleRunProperties();
        if (font is not null)
        {
            run.Append(Fonts(font));
        }

        if (bold)
        {
            run.Append(new Bold());
        }

        if (colour is not null)
        {
            run.Append(new Color { Val = colour });
        }

        if (size is not null)
        {
            run.Append(new FontSize { Val = size });
        }

        if (run.HasChildren)
        {
            style.Append(run);
        }

        return style;
    }

    private static RunFonts Fonts(string name) => new() { Ascii = name, HighAnsi = name, ComplexScript = name, EastAsia = name };
}
