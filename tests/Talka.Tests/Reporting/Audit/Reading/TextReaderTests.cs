using Talka.Reporting.Audit.Reading;
using Talka.Tests.Reporting.Audit.Corpus.Measure;
using Talka.Tests.Support;

namespace Talka.Tests.Reporting.Audit.Reading;

public class TextReaderTests
{
    private static SourceDocument Source() =>
        DocumentReader.FromText(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reporting", "Audit", "Documents", "kopsavilkums-2022-2025.txt")));

    [Fact]
    public void Text_TheSource_IsCutIntoRowsItemsAndHeadings()
    {
        var document = Source();
        var shown = document.Blocks.Select(block => $"{block.Place.Line} {Documents.Sign(block)}{document.TextOf(block)}").ToArray();

        Assert.Equal(0, document.Text.AsSpan().IndexOfAny("<>*•\t") + 1);
        Assert.Contains("13 h2 [1.4.2] I. ĪSTENOŠANAS GADS (2022.gada 15.jūlijs līdz 2023.gada 14.jūlijs)", shown);
        Assert.Contains("13 - [1.4.2] Tika veikta organizāciju pašvērtējuma testi;", shown);
        Assert.Contains("15 -- [1.4.2] 08.05.2022. \"Mākslīgā intelekta rīki organizāciju darbā\". Hibrīdformāts, dalībnieki bija gan klātienē, gan attālināti (piedalījās 63 dalībnieki).", shown);
        Assert.Contains("20 - [1.4.2] LPA darbinieki jebkuram interesentam nodrošināja konsultācijas par viņiem interesējošiem jautājumiem. (71 konsultācijas).", shown);
        Assert.Contains("24 h2 [1.4.2] II. ĪSTENOŠANAS GADS", shown);
        Assert.Contains("39 [1.8.3] 52 816,67 euro, t.sk.", shown);
        Assert.Contains("39 - [1.8.3] 29 542, 05 euro pilsoniskās sabiedrības attīstībai Rīgas reģionā;", shown);
        Assert.Contains("41 - [1.9.2] 23 900,00 euro mazākumtautību nevalstisko organizāciju attīstības un ilgtspējas veicināšanai", shown);
        Assert.Contains("45 [1.13.2] Nav", shown);
        Assert.Equal(8, document.Blocks.Count(block => block.Level == 2 && block.Kind == BlockKind.ListItem));
        Assert.Single(document.Blocks, block => block.Place.Line == 37);
    }

    [Theory]
    [InlineData("Pirmā rinda\n\nOtrā rinda", "Pirmā rinda", "Otrā rinda")]
    [InlineData("sadarbības attīstības\nun veicināšanas jomā", "sadarbības attīstības un veicināšanas jomā")]
    [InlineData("sadar-\nbības attīstība", "sadarbības attīstība")]
    [InlineData("notika 2023.\ngada martā", "notika 2023. gada martā")]
    [InlineData("rīkoti 5 semināri;\nsniegtas 3 konsultācijas", "rīkoti 5 semināri;", "sniegtas 3 konsultācijas")]
    [InlineData("Periods 15.07.2022. - 14.07.2025.", "Periods 15.07.2022. - 14.07.2025.")]
    [InlineData("Periods 2022. g. – 2025. g.", "Periods 2022. g. – 2025. g.")]
    [InlineData("Alianse (LPA) – biedrība", "Alianse (LPA) – biedrība")]
    [InlineData("Rīkoti: - A (5); - B (6) - C", "Rīkoti:", "- A (5);", "- B (6)", "- C")]
    [InlineData("• Semināri: - A; - B; • Spēles", "- Semināri:", "-- A;", "-- B;", "- Spēles")]
    [InlineData("- A\n  - B\n- C", "- A", "-- B", "- C")]
    [InlineData("1. Seminārs\n2. Spēle\n15. jūlijā tikšanās\n2. Īstenošanas gads", "- Seminārs", "- Spēle", "15. jūlijā tikšanās", "2. Īstenošanas gads")]
    [InlineData("•\tSeminārs\n•\tSpēle", "- Seminārs", "- Spēle")]
    [InlineData("# Budžets\n**II. gads**\n**Kopā** 5 *euro*", "h1 Budžets", "h2 II. gads", "Kopā 5 euro")]
    [InlineData("a < b un 3 * 4 = 3*4 & 5 &amp; 6&nbsp;7", "a < b un 3 * 4 = 3*4 & 5 & 6\u00A07")]
    [InlineData("<p>Viens</p><ul><li>Divi <b>trīs</b></li><li>Četri</li></ul>Pieci<br/>Seši", "Viens", "- Divi trīs", "- Četri", "Pieci", "Seši")]
    [InlineData("– par uzdevuma veikšanu –", "– par uzdevuma veikšanu –")]
    [InlineData("\tAr atkāpi", "Ar atkāpi")]
    [InlineData("Gads\tPlāns\nI\t5\n\nTeksts zem tabulas", "[1.1.1] Gads", "[1.1.2] Plāns", "[1.2.1] I", "[1.2.2] 5", "Teksts zem tabulas")]
    [InlineData("Cita informācija\t\nNotika talka.\n\nUn svētki.", "[1.1.1] Cita informācija", "[1.1.2] Notika talka.", "[1.1.2] Un svētki.")]
    [InlineData("Apraksts\tI gads\n- Seminārs\nCita informācija\tNav\nRīgā", "[1.1.1] Apraksts", "[1.1.2] I gads", "- [1.1.2] Seminārs", "[1.2.1] Cita informācija", "[1.2.2] Nav", "Rīgā")]
    [InlineData("A\tB\n\tC\n", "[1.1.1] A", "[1.1.2] B", "[1.2.2] C")]
    public void Text_AsPeopleWriteIt_IsCutIntoBlocks(string text, params string[] blocks) => Assert.Equal(blocks, Documents.Shown(DocumentReader.FromText(text)));

    [Fact]
    public void Text_BrokenByWidth_IsJoined()
    {
        var document = DocumentReader.FromText(
            """
            Projekta laikā biedrība organizēja vairākus seminārus un diskusijas, kurās
            15 dalībnieki no Rīgas reģiona apguva pilsoniskās līdzdalības pamatus, kā arī
            Latvijas vēstures jautājumus. Semināri notika 2023. gada martā un aprīlī, un
            tos vadīja pieredzējuši pasniedzēji no visas Latvijas. Kopumā tika saņemtas
            Ļoti labas atsauksmes.

            Beigas.
            """);

        Assert.Equal([1, 7], document.Blocks.Select(block => block.Place.Line));
    }

    [Fact]
    public void Text_BrokenAtAnyWidth_IsJoinedWhateverALineEndsWith()
    {
        const string Sentences = "Kursos mācījās visi, kas bija pieteikušies, un neviena vieta nepalika tukša. Bija trīs pilsētas: pavasarī Ludzā bija 21 dalībnieks, vasarā "
            + "Krāslavā, kur saime ir vislielākā – 27, bet rudenī Preiļos, kur mācību telpa ir maza, piedalījās 14 cilvēki. Vai kāds kursu pameta? Neviens; visi saņēma apliecības! "
            + "Nākamais darbs ir sarunu klubi, kuros valodu lieto tie, kas to jau prot un negrib aizmirst: klubs nāk kopā otrdienās – Ludzā – un "
            + "ceturtdienās. Tajā runā par visu, kas pa nedēļu ir noticis.";

        for (var width = 60; width <= 100; width++)
        {
            var text = new Layout(width).Set(DocumentReader.FromText(Sentences));

            Assert.Single(DocumentReader.FromText(text + "\n" + text).Blocks, block => block.Place.Line == 1);
            Assert.Equal(2, DocumentReader.FromText(text + "\n" + text).Blocks.Count);
        }
    }

    [Fact]
    public void Text_InPages_IsReadOverTheirEnds()
    {
        var document = DocumentReader.FromText("Pārskats\n\nBiedrība mācīja\n\n        1 / 3\n\fPārskats\n\n"
            + "sešus lektorus.\n\n        2 / 3\n\fPārskats\n\nPaldies.\n\n        3 / 3\n");

        Assert.Equal(["Pārskats", "Biedrība mācīja sešus lektorus.", "Paldies."], Documents.Shown(document));
    }

    [Fact]
    public void Text_DrawnTable_IsOneTable()
    {
        var document = DocumentReader.FromText("┌──────┬────┐\n│ Gads │ Km │\n├──────┼────┤\n│ I    │ 12 │\n├──────┼────┤\n│ II   │ 14 │\n└──────┴────┘");

        Assert.Equal(["[1.1.1] Gads", "[1.1.2] Km", "[1.2.1] I", "[1.2.2] 12", "[1.3.1] II", "[1.3.2] 14"], Documents.Shown(document));
    }

    [Fact]
    public void Text_InvisibleAndBrokenCharacters_AreNotInTheWords()
    {
        var document = DocumentReader.FromText("se\u00ADmi\u200Bna\u0304rs \t\0\u0007 \uFEFFRīga\uD83D 53\u00A0994,00  \u202F x");

        Assert.Equal("semin\u0101rs Rīga\uFFFD 53\u00A0994,00\u202Fx", document.Text.TrimEnd('\n').Replace("\n", " ", StringComparison.Ordinal));
    }

    [Fact]
    public void Text_NaughtyStrings_HaveBlocksThatAreStretchesOfTheText()
    {
        foreach (var naughty in NaughtyStrings.All.Append(string.Join('\n', NaughtyStrings.All)).Append(string.Join('\t', NaughtyStrings.All)))
        {
            Documents.AssertSound(DocumentReader.FromText(naughty));
        }
    }

    [Fact]
    public void Heads_ThatDifferInANumberOfTheirOwn_AreNoFurniture()
    {
        var document = DocumentReader.FromText("Pārskats, 1. lpp.\n\n\f1. gads\n\nNotika 5 talkas.\n\nPārskats, 2. lpp.\n\f2. gads\n\nNotika 6 talkas.\n\nPārskats, 3. lpp.\n");
        Assert.Equal(["Pārskats, 1. lpp.", "1. gads", "Notika 5 talkas.", "2. gads", "Notika 6 talkas."], document.Blocks.Select(document.TextOf));
    }

    [Fact]
    public void Breaks_WithNothingBetween_AreOne()
    {
        var document = DocumentReader.FromText("Notika 5 talkas.\n" + new string('\f', 300_000) + "\nPaldies.");
        Assert.Equal(["Notika 5 talkas.", "Paldies."], document.Blocks.Select(document.TextOf));
    }
}
