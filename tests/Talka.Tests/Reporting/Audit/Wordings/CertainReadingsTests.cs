namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>Numbers and dates that have a second reading, in which nothing is wrong, each beside its like that has none: only the latter are pointed out.</summary>
public sealed class CertainReadingsTests
{
    [Theory]
    // Goals, and totals of other things
    [InlineData("Notika 14 semināri, mērķis bija 12 semināri. Lapas kopā 763.", "")]
    [InlineData("Notika 14 semināri un 12 semināri. Veidlapas kopā: 763.", "")]
    [InlineData("Rīgā notika 14 semināri, Ogrē 12 semināri. Kopā 27.", "sum-mismatch 1")]
    // Parts that share what is said to be in two of them
    [InlineData("Sakārtotas 31 telpas: 12 telpās ielikti logi, 15 telpās grīdas un 9 telpās durvis. Piecās telpās darīti divi darbi.", "")]
    [InlineData("Sakārtotas 31 telpas: 12 telpās ielikti logi, 15 telpās grīdas un 9 telpās durvis. Piecās dienās darīts viss.", "sum-mismatch 1")]
    [InlineData("Sakārtotas 31 telpas: 12 telpās ielikti logi, 15 telpās grīdas un 9 telpās durvis. Četrās telpās darīti divi darbi.", "sum-mismatch 1")]
    // A column beside those of the parts
    [InlineData("Rādītājs\tMērķis\tJanvāris\tMaijs\tRudens\tKopā\nTalkas\t100\t24\t27\t58\t109\nStādi\t4 800\t1 180\t1 270\t2 720\t5 170\nZvani\t–\t31\t26\t63\t120", "")]
    [InlineData("Rādītājs\tMērķis\tJanvāris\tMaijs\tRudens\tKopā\nTalkas\t100\t24\t27\t58\t109\nStādi\t4 800\t1 180\t1 270\t2 720\t5 170\nZvani\t90\t31\t26\t63\t130", "sum-mismatch 1")]
    [InlineData("Novads\tRudens\tZiema\tPavasaris\tKopā\nOgre\t24\t27\t58\t109\nTalsi\t18\t12\t27\t67\nCēsis\t31\t26\t63\t120", "sum-mismatch 1")]
    // What is in several of the rows counted once
    [InlineData("Mēnesis\tNovadi\tTalkas\nMarts\t12\t24\nAprīlis\t15\t27\nMaijs\t14\t58\nKopā\t17\t109", "")]
    [InlineData("Mēnesis\tNovadi\tTalkas\nMarts\t12\t24\nAprīlis\t15\t27\nMaijs\t14\t58\nKopā\t41\t119", "sum-mismatch 1")]
    public void LatvianNumber_IsAccused_WhereNoReadingIsRight(string first, string found) => Assert.Equal(found, Frame.Latvian(first));

    [Theory]
    [InlineData("On 4 May 2021 there were 4,306 cyclists and 12 pianists on the bridge.", "")]
    [InlineData("Two counts, with 272 canoeists and 39 motorists, were taken.", "")]
    [InlineData("The bridge was shared by 1 cyclists and 12 walkers.", "")]
    [InlineData("The course trained 12 participant.", "noun-agreement 1")]
    [InlineData("Riga held 14 seminars, and the target was 12 seminars. Samples in total: 763.", "")]
    [InlineData("Riga held 14 seminars and Ogre 12 seminars, 27 seminars in total.", "sum-mismatch 1")]
    [InlineData("We fitted 31 flats: 12 with a ramp, 15 with a bath and 9 with rails. Five flats had two of these.", "")]
    [InlineData("We fitted 31 flats: 12 with a ramp, 15 with a bath and 9 with rails. Five fitters did the work.", "sum-mismatch 1")]
    public void EnglishNumber_IsAccused_WhereNoReadingIsRight(string first, string found) => Assert.Equal(found, Frame.English(first));

    [Theory]
    [InlineData("Pirmais gads|Otrais gads|Kopā", "14|9|16|10|19\n6|4|5|2|6\n5|3|7|5|8", "")]
    [InlineData("Pirmais gads|Otrais gads|Kopā", "14|9|16|10|30\n6|4|5|2|11\n5|3|7|5|21", "")]
    public void Table_WhoseHeadersSpanColumns_TellsNoParts(string heads, string rows, string found)
    {
        var header = string.Concat(heads.Split('|')[..^1].Select(head => $"<th colspan=\"2\">{head}</th>"));
        var body = string.Concat(rows.Split('\n').Select((row, index) => $"<tr><td>Amats {"ABC"[index]}</td>{string.Concat(row.Split('|').Select(cell => $"<td>{cell}</td>"))}</tr>"));
        Assert.Equal(found, Frame.Codes($"""
            <h2>Uzdevums</h2><p>Pilsoniskās līdzdalības veicināšana</p>
            <h2>Uzdevuma veicējs</h2><p>Biedrība "Paraugs", reģistrācijas Nr. 40008087708</p>
            <h2>Deleģēšanas periods</h2><p>2021. gada 1. janvāris – 2021. gada 31. decembris</p>
            <h2>Rezultātu apraksts un vērtējums</h2>
            <table><tr><th rowspan="2">Amats</th>{header}<th rowspan="2">Kopā</th></tr><tr><th>pieteicās</th><th>nokārtoja</th><th>pieteicās</th><th>nokārtoja</th></tr>{body}</table>
            <p>Vērtējums: līguma mērķi sasniegti.</p>
            <h2>Plānotais un faktiski izlietotais finansējums</h2><p>Plānoti 10 000,00 euro, izlietoti 10 000,00 euro.</p>
            <h2>Neatbilstoši veiktie izdevumi</h2><p>Nav.</p>
            <h2>Neatgūtie līdzekļi</h2><p>Nav.</p>
            <h2>Cita informācija</h2><p>Nav.</p>
            """, "kopsavilkums.html"));
    }

    [Theory]
    [InlineData("3.1. I gads (01.01.2021.–31.12.2021.)", "3.2. II gads (01.01.2022.–31.12.2022.)", "3.3. Aptaujas: 2021. gada maijā atbildēja 198, 2022. gada maijā 212 cilvēki.", "")]
    [InlineData("3.1. I gads (01.01.2021.–31.12.2021.)", "3.2. II gads (01.01.2022.–31.12.2022.)", "3.2.1. Aptaujas: 2021. gada 4. maijā notika pirmā.", "date-outside-year 2")]
    [InlineData("I gads (01.01.2021.–31.12.2021.)", "II gads (01.01.2022.–31.12.2022.)", "Seminārs notika 2021. gada 4. maijā.", "date-outside-year 2")]
    public void Date_BelowTheYears_IsOfNoneOfThem(string firstYear, string secondYear, string after, string found) =>
        Assert.Equal(found, Frame.Latvian(secondYear: secondYear, firstYear: firstYear, second: "Notika 6 semināri.\n\n" + after));

    [Theory]
    [InlineData("Pirmajā gadā eksāmenu nokārtoja 39, otrajā gadā 45 cilvēki.\n\nSvētki notika 2021. gada 4. septembrī un 2022. gada 3. septembrī.", "")]
    [InlineData("Pirmajā gadā eksāmenu nokārtoja 39 cilvēki.\n\nSvētki notika 2022. gada 3. septembrī.\n\nOtrajā gadā eksāmenu nokārtoja 45 cilvēki.", "date-outside-year 1")]
    public void Date_AfterSeveralYearsOfOneParagraph_IsOfNoneOfThem(string text, string found) =>
        Assert.Equal(found, Frame.Latvian(firstYear: "Darbi", first: text, secondYear: "Vēl", second: "Viss paveikts laikā."));

    [Theory]
    [InlineData("I gads: plānots 10 000,00 euro, izlietots 9 540,20 euro. Algām neizdevās iztērēt 459,80 euro; tie pārnesti uz II gadu.\nII gads: plānots 10 000,00 euro, izlietots 10 372,80 euro; 87,00 euro atmaksāti.\nKopā: plānots 20 000,00 euro, izlietots 19 913,00 euro.", "")]
    [InlineData("I gads: plānots 10 000,00 euro, izlietots 10 000,00 euro.\nII gads: plānots 10 000,00 euro, izlietots 10 372,80 euro.\nKopā: plānots 20 000,00 euro, izlietots 20 372,80 euro.", "overspent 2")]
    public void LatvianBudget_IsAccused_WhereNoReadingIsRight(string budget, string found) => Assert.Equal(found, Frame.Latvian(budget: budget));

    [Theory]
    [InlineData("Year 1: planned EUR 10,000.00, spent EUR 9,540.20. EUR 459.80 could not be spent on travel; it was carried over to year 2.\nYear 2: planned EUR 10,000.00, spent EUR 10,372.80; EUR 87.00 was returned.\nTotal: planned EUR 20,000.00, spent EUR 19,913.00.", "")]
    [InlineData("Year 1: planned EUR 10,000.00, spent EUR 9,125.00. The remainder of EUR 875.00 was carried over to Year 2.\nYear 2: planned EUR 10,000.00, spent EUR 10,515.20, of which EUR 6,875.00 for courses, including EUR 875.00 from Year 1, and EUR 3,640.20 for mentoring; EUR 359.80 was returned.\nTotal: planned EUR 20,000.00, spent EUR 19,640.20.", "")]
    public void EnglishBudget_IsAccused_WhereNoReadingIsRight(string budget, string found) => Assert.Equal(found, Frame.English(budget: budget));
}
