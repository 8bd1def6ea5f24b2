using CsCheck;
using Talka.Foundation.Localisation;
using Talka.Journal;
using Talka.Reporting.Figures;
using Talka.Reporting.Narratives;
using static Talka.Tests.Reporting.Figures.FigureSamples;

namespace Talka.Tests.Reporting.Narratives;

public sealed class NarrativeTests
{
    private static readonly FigureData Journal = Data(
        Entry(1, "seminar", 1, "Vērtības", new(2023, 2, 9), participants: 15, place: "birojā, Rīgā"),
        Entry(2, "seminar", 1, "Inovācijas", new(2023, 3, 16), participants: 11, mode: EntryMode.Online),
        Entry(3, "consultation", 1, "Konsultācijas", quantity: 71),
        Entry(4, "festival", 1, "Svētki", new(2023, 5, 9), participants: 100, approximate: true),
        Entry(5, "seminar", 2, "Semināri tiešsaistē", quantity: 6, mode: EntryMode.Online),
        Entry(6, "festival", 2, "Kopā", new(2024, 2, 24), participants: 5000, approximate: true),
        Entry(7, "expense", 2, stream: "civic", cents: 52_816_67),
        Entry(8, "consultation", 2, "Konsultācijas", quantity: 53));

    [Theory]
    [InlineData(1, "Organizēti {{quantity kind:seminar}} {{semināru|seminārs|semināri}}.", "Organizēti 2 semināri.")]
    [InlineData(1, "{{>Sniegts|Sniegta|Sniegtas}} {{quantity kind:consultation}} {{konsultāciju|konsultācija|konsultācijas}}.", "Sniegta 71 konsultācija.")]
    [InlineData(2, "{{>Sniegts|Sniegta|Sniegtas}} {{quantity kind:consultation}} {{konsultāciju|konsultācija|konsultācijas}}.", "Sniegtas 53 konsultācijas.")]
    [InlineData(1, "Piedalījās {{participants kind:festival}} {{dalībnieku|dalībnieks|dalībnieki}}.", "Piedalījās ap 100 dalībnieku.")]
    [InlineData(2, "Piedalījās {{participants kind:festival}} {{dalībnieku|dalībnieks|dalībnieki}}.", "Piedalījās ap 5000 dalībnieku.")]
    [InlineData(2, "Dalībnieku skaits: {{participants kind:seminar}}.", "Dalībnieku skaits: nav zināms.")]
    [InlineData(2, "Izlietoti {{spent}} no {{planned}}.", "Izlietoti 52 816,67 euro no 53 994,00 euro.")]
    [InlineData(2, "Pavisam {{quantity kind:seminar year:all}}, no tiem {{quantity kind:seminar year:1}} pirmajā gadā.", "Pavisam 8, no tiem 2 pirmajā gadā.")]
    [InlineData(1, "Iekavas \\{{nav}} skaitlis.", "Iekavas {{nav}} skaitlis.")]
    [InlineData(1, "{{titles kind:seminar}}", "„Vērtības” un „Inovācijas”")]
    public void Render_InLatvian_ReadsWell(int year, string source, string expected)
    {
        using var language = Languages.Use("lv");
        var rendered = Narrative.Parse(source).Render(new(Journal, year, AllKinds));
        Assert.Equal(expected, rendered.PlainMarkdown.Replace('\u00A0', ' '));
        Assert.Empty(rendered.Problems);
    }

    [Theory]
    [InlineData("Attendance: {{participants kind:festival}} {{person|people}}.", "Attendance: about 5,000 people.")]
    [InlineData("{{participants kind:seminar}}", "unknown")]
    public void Render_InEnglish_ReadsWell(string source, string expected)
    {
        using var language = Languages.Use("en");
        Assert.Equal(expected, Narrative.Parse(source).Render(new(Journal, 2, AllKinds)).PlainMarkdown.Replace('\u00A0', ' '));
    }

    [Fact]
    public void Render_List_NamesEachEntryWithItsCountAsAFigure()
    {
        using var language = Languages.Use("lv");
        var rendered = Narrative.Parse("- Tika organizēti semināri:\n  {{list kind:seminar}}\n- Cits").Render(new(Journal, 1, AllKinds));
        Assert.Equal(
            "- Tika organizēti semināri:\n  - 09.02.2023. „Vērtības”, birojā, Rīgā (piedalījās 15 dalībnieku)\n"
            + "  - 16.03.2023. „Inovācijas”, tiešsaistē (piedalījās 11 dalībnieku)\n- Cits",
            rendered.PlainMarkdown);
        Assert.Equal([[1L], [2L]], rendered.Figures.Select(figure => figure.Entries));
        Assert.All(rendered.Figures, figure => Assert.Equal(1, figure.Year));
    }

    [Fact]
    public void Render_Figure_IsALinkAndIsTold()
    {
        using var language = Languages.Use("lv");
        var rendered = Narrative.Parse("**{{participants kind:seminar}}**").Render(new(Journal, 1, AllKinds));
        var figure = Assert.Single(rendered.Figures);
        Assert.Equal("**[26](/mandates/sample/figures?q=participants%20kind%3Aseminar%20year%3A1)**", rendered.Markdown);
        Assert.Equal((26, "dalībnieki", 1, "Dalībnieku skaits; veids: seminārs; I īstenošanas gads"), (figure.Value, figure.Unit, figure.Year, figure.Label));
        Assert.Equal([1L, 2L], figure.Entries);
    }

    [Theory]
    [InlineData("Bija {{partcipants kind:seminar}} cilvēki.", "participants")]
    [InlineData("Bija {{participants kind:semnar}} cilvēki.", "seminar")]
    [InlineData("Bija {{vienība|vienības}} daudz.", "vienība|vienības")]
    [InlineData("Bija {{quantity kind:seminar un viss.", "}}")]
    [InlineData("Bija {{list knd:seminar}}.", "kind")]
    [InlineData("Bija {{a|b|c|d}}.", "4")]
    public void Render_BrokenFigure_StandsWhereItIsWithWhatWasMeant(string source, string meant)
    {
        using var language = Languages.Use("lv");
        var rendered = Narrative.Parse(source).Render(new(Journal, 1, AllKinds));
        var problem = Assert.Single(rendered.Problems);
        Assert.Contains(meant, problem.Error.Message, StringComparison.Ordinal);
        Assert.Equal(source.IndexOf("{{", StringComparison.Ordinal), problem.Offset);
        Assert.StartsWith("Bija `", rendered.PlainMarkdown, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_AnyText_CoversItFromEndToEnd() =>
        Gen.OneOf(Gen.String, Gen.OneOf("{{", "}}", "\\{{", "|", "\"", "count", " kind:seminar", "\n\n", "list ", ">", "a"))
            .Array[0, 12].Select(string.Concat)
            .Sample(source =>
            {
                var narrative = Narrative.Parse(source);
                var at = 0;
                foreach (var part in narrative.Parts)
                {
                    Assert.Equal(at, part.Offset);
                    at += part.Length;
                }

                Assert.Equal(source.Length, at);
                Assert.NotNull(narrative.Render(new(Journal, 1, AllKinds)).Markdown);
            });

    [Fact]
    public void Render_AnyEntryVoided_ChangesTheText()
    {
        using var language = Languages.Use("lv");
        var narrative = Narrative.Parse("{{list kind:seminar|festival}}\n{{quantity kind:consultation}}");
        var whole = narrative.Render(new(Journal, 1, AllKinds)).PlainMarkdown;
        foreach (var entry in Journal.Entries.Where(e => e.Year == 1))
        {
            var without = new FigureData(Terms, Journal.Entries.Where(e => e != entry));
            Assert.NotEqual(whole, narrative.Render(new(without, 1, AllKinds)).PlainMarkdown);
        }
    }

    [Fact]
    public void Render_TitleWithMarkup_MeansNothingButItself()
    {
        using var language = Languages.Use("lv");
        var data = Data(Entry(1, "seminar", title: "<script>*x*\n# [a](b) {{count}}", day: new(2023, 1, 2)));
        Assert.Equal(
            "- 02.01.2023. „\\<script\\>\\*x\\* \\# \\[a\\](b) \\{\\{count\\}\\}”", Narrative.Parse("{{list}}").Render(new(data, 1, AllKinds)).PlainMarkdown);
    }
}
