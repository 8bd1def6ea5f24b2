using CsCheck;
using Talka.Foundation.Localisation;
using Talka.Journal;
using Talka.Reporting.Figures;
using Talka.Reporting.Narratives;
using static Talka.Tests.Reporting.Figures.FigureSamples;

namespace Talka.Tests.Reporting.Narratives;

/// <summary>Sentences of a published summary, true and wrong, held against the journal of the same mandate.</summary>
public sealed class NarrativeChecksTests
{
    private const string Cycle = "Semināru cikls";

    private static readonly FigureData Journal = Data(
        Seminar(1, new(2023, 2, 9), 15), Seminar(2, new(2023, 2, 16), 15), Seminar(3, new(2023, 3, 2), 14), Seminar(4, new(2023, 3, 16), 11),
        Seminar(5, new(2023, 3, 23), 11), Seminar(6, new(2023, 3, 31), 8), Seminar(7, new(2023, 4, 6), 14), Seminar(8, new(2023, 5, 8), 63, series: null),
        Entry(9, "newsletter", 1, quantity: 67), Entry(10, "post", 1, quantity: 24, channel: "facebook"),
        Entry(11, "post", 1, quantity: 18, channel: "twitter"), Entry(12, "post", 1, quantity: 9, channel: "instagram"),
        Entry(13, "consultation", 1, quantity: 71), Entry(14, "application", 1, quantity: 16), Entry(15, "award", 1, quantity: 9),
        Entry(16, "festival", 1, day: new(2023, 5, 9), participants: 100, approximate: true),
        Entry(20, "seminar", 2, quantity: 6, mode: EntryMode.Online), Entry(21, "consultation", 2, quantity: 53), Entry(22, "newsletter", 2, quantity: 50),
        Entry(23, "news-item", 2, quantity: 16), Entry(24, "post", 2, quantity: 75, channel: "facebook"), Entry(25, "post", 2, quantity: 52, channel: "x"),
        Entry(26, "post", 2, quantity: 55, channel: "instagram"), Entry(27, "post", 2, quantity: 30, channel: "linkedin"),
        Entry(28, "festival", 2, day: new(2024, 2, 24), participants: 5000, approximate: true),
        Entry(29, "festival", 2, day: new(2024, 7, 4), participants: 25),
        Entry(30, "seminar", 3, quantity: 9, participants: 278, mode: EntryMode.Online), Entry(31, "consultation", 3, quantity: 69));

    private static FigureEntry Seminar(long sequence, DateOnly day, long participants, string? series = Cycle) =>
        Entry(sequence, "seminar", 1, day: day, participants: participants, series: series);

    [Fact]
    public void Check_AFigureOfANearlyKnownChannelOrSeries_AsksWhatWasMeant()
    {
        var finding = Assert.Single(Check(1, "Bija {{quantity kind:post channel:facebok}} {{ierakstu|ieraksts|ieraksti}}."));
        Assert.Equal(("figure-value-unheard-of", "facebook", 5), (finding.Code, finding.Likely, finding.Offset));
        Assert.Equal(Cycle, Assert.Single(Check(1, "{{list kind:seminar series:\"Semināru cikl\"}}")).Likely);
    }

    [Theory]
    [InlineData("{{quantity kind:post channel:Facebook}}")]
    [InlineData("{{quantity kind:post channel:tiktok}}")]
    [InlineData("{{quantity kind:seminar series:\"Semināru cikls 2\"}}")]
    public void Check_AFigureOfAKnownOrAWhollyNewWord_FindsNothing(string text) => Assert.Empty(Check(1, text));

    private static IReadOnlyList<NarrativeFinding> Check(int? year, string text)
    {
        using var language = Languages.Use("lv");
        return NarrativeChecks.Check(text, new(Journal, year, AllKinds));
    }

    [Theory]
    [InlineData(1, "- 2022. gada 28. oktobrī tiešsaistē Zoom platformā no plkst. 10:00 līdz 13:00 tika organizēta diskusija \"Pilsoniskā sabiedrība Latvijā: kurp dodamies?\";")]
    [InlineData(1, "- 09.02.2023. “Vērtības” LPA birojā, Rīgā, Alberta iela 13 (piedalījās 15 dalībnieki);\n- 31.03.2023. \"Plāni\" Rīgā, Alberta iela 13 (piedalījās 8 dalībnieki);")]
    [InlineData(1, "Pēdējais seminārs sākotnēji nebija iekļauts ciklā. Kopumā semināru ciklā piedalījās 151 dalībnieks.")]
    [InlineData(1, "67 ziņu lapās \"Nesēdi tumsā\", kā arī mājaslapā; sociālajos kontos Facebook 24; Twitter 18; Instagram 9. Kopā 118 publikācijas")]
    [InlineData(1, "Nodrošināja konsultācijas par viņiem interesējošiem jautājumiem. (71 konsultācija).")]
    [InlineData(1, "2023. gada martā aicināja pieteikties. Kopumā pieteicās 16 organizācijas, tika apstiprināti 9 projekti, kuru mērķos bija 3 vērtības.")]
    [InlineData(1, "Visas dienas garumā pasākumos piedalījās ap 100 dalībnieku.")]
    [InlineData(2, "50 ziņu lapās \"Nesēdi tumsā\", kā arī mājaslapā – 16 ziņas; kontos Facebook - 75; X/Twitter - 52 ; Instagram – 55; LinkedIn - 30.")]
    [InlineData(2, "04.07.2024. rīkota spēle/ diskusija “Demokrātija 2084”. Pasākumā piedalījās 25 dalībnieki – biedrību pārstāvji;")]
    [InlineData(2, "24.02.2024. tika organizēts pasākums “Kopā līdz uzvarai”. Pasākumā piedalījās ap 5000 dalībnieku;")]
    [InlineData(2, "Organizēti 6 tiešsaistes semināri; apmaksājot rēķinus 4 organizācijām; Pēc 2024. g. martā rīkotajām apmācībām")]
    [InlineData(3, "Organizēti 9 tiešsaistes semināri, kurus apmeklēja 278 dalībnieki; Sniegtas 69 bezmaksas konsultācijas")]
    [InlineData(3, "https://www.youtube.com/watch?v=jRV8NMbnPxc&t=19s un 2024. gada biedrību monitorings")]
    [InlineData(1, "53 994,00 euro, t.sk. - 30 000,00 euro pilsoniskās sabiedrības attīstībai; - 23 994,00 euro mazākumtautību attīstībai")]
    [InlineData(2, "52 816,67 euro, t.sk.\n- 29 542,05 euro pilsoniskās sabiedrības attīstībai;\n- 23 274,62 euro mazākumtautību attīstībai *Atlikums 1 177,33 euro*")]
    [InlineData(2, "53 900,00 euro, t.sk. - 30 000,00 euro attīstībai; - 23 900,00 *euro* ilgtspējai")]
    [InlineData(1, "Semināri: {{quantity kind:seminar}}, tajos {{participants kind:seminar}} {{dalībnieku|dalībnieks|dalībnieki}}.")]
    public void Check_TrueSentence_SaysNothing(int year, string text) => Assert.Empty(Check(year, text));

    [Fact]
    public void Check_NineDatesOfTheWrongCalendarYear_AreOneFindingWithTheRightYear()
    {
        string[] days = ["09.02.", "16.02.", "02.03.", "16.03.", "23.03.", "31.03.", "06.04.", "08.05.", "09.05."];
        var text = string.Join('\n', days.Select(day => $"- {day}2022. “Nosaukums” birojā;")) + "\n2022. gada 28. oktobrī notika diskusija.";
        var finding = Assert.Single(Check(1, text));
        Assert.Equal(("date-outside-period", "2023"), (finding.Code, finding.Likely));
        Assert.Contains("9 ", finding.Stated, StringComparison.Ordinal);
        Assert.Equal(finding.Quote, text.Substring(finding.Offset, finding.Length));
    }

    [Theory]
    [InlineData(1, "Notika 2024. gada 9. februārī.", "date-outside-year", "2024. gada 9. februārī")]
    [InlineData(1, "Notika 2024-02-09 Rīgā.", "date-outside-year", "2024-02-09")]
    [InlineData(null, "Notika 10.11.2025.", "date-outside-period", "10.11.2025.")]
    [InlineData(1, "Sniegtas 72 konsultācijas.", "count-contradicts-journal", "72 konsultācijas")]
    [InlineData(1, "Kopumā piedalījās 150 dalībnieku.", "count-contradicts-journal", "150 dalībnieku")]
    [InlineData(1, "- 09.02.2023. “Vērtības” (piedalījās 14 dalībnieki);", "count-contradicts-journal", "14 dalībnieki")]
    [InlineData(2, "Organizēti 7 tiešsaistes semināri", "count-contradicts-journal", "7 tiešsaistes semināri")]
    [InlineData(2, "kontos Facebook - 76; Instagram – 55.", "count-contradicts-journal", "Facebook - 76")]
    [InlineData(2, "Piedalījās ap 2000 dalībnieku.", "count-contradicts-journal", "2000 dalībnieku")]
    [InlineData(1, "67 ziņu lapās; Facebook 24; Twitter 18. Kopā 118 publikācijas", "sum-mismatch", "118 publikācijas")]
    [InlineData(1, "- Rīgā 15 dalībnieki;\n- Ogrē 14 dalībnieki.\n\nKopā piedalījās 151 dalībnieks.", "sum-mismatch", "151 dalībnieks")]
    [InlineData(2, "53 894,00 euro, t.sk. - 30 000,00 euro attīstībai; - 23 900,00 *euro* ilgtspējai", "sum-mismatch", "53 894,00 euro")]
    [InlineData(1, "- Rīgā {{participants entry:1}} dalībnieki;\n- Ogrē 14 dalībnieki.\n\nKopā piedalījās 151 dalībnieks.", "sum-mismatch", "151 dalībnieks")]
    [InlineData(1, "Notika **31.02.2023.** Rīgā.", "date-impossible", "31.02.2023.")]
    [InlineData(1, "Notika trīs diskusijas: par jauniešiem, par darbu, par ceļiem un par vecāku lomu.", "count-mismatch", "trīs diskusijas")]
    [InlineData(1, "Bija {{partcipants}} cilvēki.", "figure-broken", "{{partcipants}}")]
    public void Check_WrongSentence_IsPointedOut(int? year, string text, string code, string quote)
    {
        var finding = Assert.Single(Check(year, text));
        Assert.Equal((code, quote), (finding.Code, finding.Quote));
    }

    [Fact]
    public void Check_Contradiction_NamesTheClosestFigure()
    {
        var finding = Assert.Single(Check(1, "Sniegtas 72 konsultācijas."));
        Assert.Equal(("72", "71"), (finding.Stated, finding.Expected));
        Assert.Equal(
            "Tekstā ir „72 konsultācijas”, bet žurnālā tāda skaitļa nav. Tuvākais ir 71 (Skaits; veids: konsultācija; I īstenošanas gads).",
            finding.Message);
    }

    [Theory]
    [InlineData(1, "Gada plāns bija 53 944,00 euro.", "53 944,00 euro", "53 994,00 euro")]
    [InlineData(1, "Izlietoti 52 861,67 euro.", "52 861,67 euro", "52 816,67 euro")]
    [InlineData(null, "Kopā plānots 161 892,00 euro.", "161 892,00 euro", "161 982,00 euro")]
    public void Check_AmountThatIsNearlyAFigure_NamesTheFigure(int? year, string text, string quote, string closest)
    {
        using var language = Languages.Use("lv");
        var finding = Assert.Single(NarrativeChecks.Check(text, new(Data(Entry(1, "expense", stream: "civic", cents: 52_816_67)), year, AllKinds)));

        Assert.Equal(("amount-contradicts-journal", quote), (finding.Code, finding.Quote));
        Assert.Equal(closest, finding.Likely!.Replace('\u00A0', ' '));
    }

    [Theory]
    [InlineData("Gada plāns bija 53 994,00 euro, un izlietoti 52 816,67 euro.")]
    [InlineData("Mazākumtautību virzienam plānoti 23 994,00 euro.")]
    [InlineData("Semināru telpām izlietoti 1 200,00 euro.")]
    [InlineData("Balva bija 53 900,00 euro vērta.")]
    public void Check_AmountOfTheBudgetOrOfSomethingElse_SaysNothing(string text)
    {
        using var language = Languages.Use("lv");

        Assert.Empty(NarrativeChecks.Check(text, new(Data(Entry(1, "expense", stream: "civic", cents: 52_816_67)), 1, AllKinds)));
    }

    [Fact]
    public void Check_AnyText_NeverThrowsAndQuotesTheText() =>
        Gen.OneOf(Gen.String, Gen.OneOf("12", " ", "09.02.2022.", "2022. gada ", "28. oktobrī", " dalībnieki", "kopā ", "t.sk. ", "1 177,33 euro", "\n", "- ", "{{", "}}", "“"))
            .Array[0, 14].Select(string.Concat)
            .Sample(text => Check(1, text).All(finding => text.Substring(finding.Offset, finding.Length) == finding.Quote));
}
