using CsCheck;
using Talka.Foundation.Localisation;
using Talka.Journal;
using Talka.Reporting.Figures;
using Talka.Reporting.Narratives;
using static Talka.Tests.Reporting.Figures.FigureSamples;

namespace Talka.Tests.Reporting.Narratives;

public sealed class DraftNarrativeTests
{
    private static readonly FigureData Journal = Data(
        Entry(1, "seminar", 1, "Vērtības", new(2023, 2, 9), participants: 15, place: "birojā, Rīgā"),
        Entry(2, "seminar", 1, "Inovācijas", new(2023, 3, 16), participants: 11, mode: EntryMode.Online),
        Entry(3, "consultation", 1, "Konsultācijas", quantity: 71), Entry(4, "newsletter", 1, "Ziņu lapas", quantity: 67),
        Entry(5, "post", 1, quantity: 24, channel: "facebook"), Entry(6, "post", 1, quantity: 9, channel: "instagram"),
        Entry(7, "festival", 1, "Svētki", new(2023, 5, 9), participants: 100, approximate: true),
        Entry(8, "expense", 1, stream: "civic", cents: 100),
        Entry(9, "seminar", 3, "Semināri", quantity: 9, participants: 278, mode: EntryMode.Online));

    private static string Drafted(string language, int year) => Drafted(language, year, Journal);

    private static string Drafted(string language, int year, FigureData journal)
    {
        using var scope = Languages.Use(language);
        var context = new FigureContext(journal, year, AllKinds);
        var rendered = Narrative.Parse(DraftNarrative.Write(context)).Render(context);
        Assert.Empty(rendered.Problems);
        return rendered.PlainMarkdown.Replace('\u00A0', ' ');
    }

    [Fact]
    public void Write_InLatvian_ReadsWell()
    {
        Assert.Equal(
            """
            - Notika 71 konsultācija.
            - Notika 1 festivāls:
              - 09.05.2023. „Svētki” (piedalījās ap 100 dalībnieku)
            - Iznāca 67 ziņu lapas.
            - Sociālajos tīklos parādījās 33 ieraksti: Facebook – 24, Instagram – 9.
            - Notika 2 semināri; piedalījās 26 dalībnieki:
              - 09.02.2023. „Vērtības”, birojā, Rīgā (piedalījās 15 dalībnieku)
              - 16.03.2023. „Inovācijas”, tiešsaistē (piedalījās 11 dalībnieku)
            """.ReplaceLineEndings("\n"),
            Drafted("lv", 1));
        Assert.Equal("- Tiešsaistē notika 9 semināri; piedalījās 278 dalībnieki.", Drafted("lv", 3));
    }

    [Fact]
    public void Write_InEnglish_ReadsWell() =>
        Assert.Equal("- 9 seminars took place online; 278 participants took part.", Drafted("en", 3));

    [Fact]
    public void Write_WorkThatSpansYears_CountsOnlyWhatIsDone()
    {
        var journal = Data(
            Entry(1, "festival", 1, "Pavasaris"), Entry(2, "festival", 1, "Rudens", state: EntryState.Begun),
            Entry(3, "application", 1, "Krātuve", state: EntryState.Begun), Entry(4, "application", 2, "Krātuve", state: EntryState.Continued),
            Entry(5, "application", 3, "Krātuve", state: EntryState.Finished), Entry(6, "application", 3, "Lapa", state: EntryState.Begun));
        Assert.Equal(
            """
            - Uzsākts darbs: „Krātuve”.
            - Notika 1 festivāls: „Pavasaris”.
            - Uzsākts darbs: „Rudens”.
            """.ReplaceLineEndings("\n"),
            Drafted("lv", 1, journal));
        Assert.Equal("- Turpināts darbs: „Krātuve”.", Drafted("lv", 2, journal));
        Assert.Equal("- Pienāca 1 pieteikums: „Krātuve”.\n- Uzsākts darbs: „Lapa”.", Drafted("lv", 3, journal));
    }

    [Fact]
    public void Write_NothingRecorded_IsEmpty() => Assert.Equal("", Drafted("lv", 2));

    [Fact]
    public void Write_AnyEntries_HoldsNoTypedNumberAndEveryEntry() =>
        Entries.Sample(entries =>
        {
            using var scope = Languages.Use("lv");
            var context = new FigureContext(Data(entries), 1, AllKinds);
            var draft = Narrative.Parse(DraftNarrative.Write(context));
            Assert.DoesNotContain(draft.Parts.OfType<TextPart>(), part => part.Text.Any(char.IsAsciiDigit));
            var rendered = draft.Render(context);
            Assert.Empty(rendered.Problems);
            Assert.Empty(NarrativeChecks.Check(draft, context));
            var counted = rendered.Figures.SelectMany(figure => figure.Entries).ToHashSet();
            Assert.All(entries.Where(e => e.Year == 1 && e.Kind != "expense"), entry => Assert.Contains(entry.Sequence, counted));
        });
}
