namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>
/// What may be read in two ways is accused in neither: columns that are no parts, people who came twice, money's way back, parts of one of two amounts; beside
/// each its like that is wrong.
/// </summary>
public sealed class TwoReadingsTests
{
    private const string RightBudget = "Pirmajā gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro. Otrajā gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro. "
        + "Kopā plānoti 20 000,00 euro, izlietoti 20 000,00 euro.";

    [Theory]
    // A column of goals, or of what was before
    [InlineData("|Kas|Iecerēts|Pavasarī|Rudenī|Kopā|\n|---|---|---|---|---|\n|Talkas|10|6|7|13|\n|Pārgājieni|8|4|5|9|", "")]
    [InlineData("|Kas|Pērn|Pavasarī|Rudenī|Kopā|\n|---|---|---|---|---|\n|Talkas|11|6|7|13|\n|Pārgājieni|9|4|5|9|\n|Apskates|3|2|2|4|", "")]
    [InlineData("|Kas|Pērn|Pavasarī|Rudenī|Kopā|\n|---|---|---|---|---|\n|Talkas|11|6|7|13|\n|Pārgājieni|9|4|5|9|\n|Apskates|3|2|2|9|", "sum-mismatch 1")]
    [InlineData("|Kas|Iecerēts|Pavasarī|Rudenī|Kopā|\n|---|---|---|---|---|\n|Talkas|10|6|7|15|\n|Pārgājieni|8|4|5|9|", "sum-mismatch 1")]
    [InlineData("|Kas|Pavasarī|Rudenī|Kopā|Līgumā kopā|\n|---|---|---|---|---|\n|Talkas|6|7|13|12|\n|Pārgājieni|4|5|9|8|\n|Apskates|2|2|4|4|", "")]
    [InlineData("|Kas|Pavasarī|Rudenī|Kopā|Līgumā kopā|\n|---|---|---|---|---|\n|Talkas|6|7|15|12|\n|Pārgājieni|4|5|9|8|\n|Apskates|2|2|4|4|", "sum-mismatch 1")]
    // A row that is part of another
    [InlineData("|Kas|Pavasarī|Rudenī|\n|---|---|---|\n|Talkas|6|7|\n|Pārgājieni|4|5|\n|tajos ar bērniem|2|3|\n|Kopā|10|12|", "")]
    [InlineData("|Kas|Pavasarī|Rudenī|\n|---|---|---|\n|Talkas|6|7|\n|Pārgājieni|4|5|\n|Kopā|10|15|", "sum-mismatch 1")]
    // People of several groups
    [InlineData("|Pulciņš|Reizes|Bērni*|\n|---|---|---|\n|Dejas|12|18|\n|Teātris|10|21|\n|Kopā|22|27|", "")]
    [InlineData("|Pulciņš|Reizes|Dalībnieki|\n|---|---|---|\n|Dejas|12|18|\n|Teātris|10|21|\n|Kopā|22|27|", "")]
    [InlineData("|Pulciņš|Reizes|Dalībnieki|\n|---|---|---|\n|Dejas|12|18|\n|Teātris|10|21|\n|Kopā|22|49|", "sum-mismatch 1")]
    [InlineData("|Pulciņš|Dalībnieki|Reizes|\n|---|---|---|\n|Dejas|18|12|\n|Teātris|21|10|\n|Kopā|39|25|", "sum-mismatch 1")]
    public void TableOfCounts(string table, string found) => Assert.Equal(found, Markdown(table));

    [Theory]
    [InlineData("|Ceturksnis|Talkas|\n|---|---|\n|2021. gada janvāris–marts|6|\n|2021. gada aprīlis–jūnijs|4|\n|Kopā|10|", "")]
    [InlineData("Notika 5 semināri. Muzejā skatāma vitrīna, ko 2015. gada 3. maijā uzdāvināja kāda dzimta.", "")]
    [InlineData("Notika 5 semināri. Neizlietotā summa 2023. gada 16. janvārī ieskaitīta valsts budžetā.", "")]
    [InlineData("Notika 5 semināri. 2023. gada 16. janvārī notika noslēguma vakars.", "date-outside-period 1")]
    [InlineData("Notika 5 semināri. Notika vakars, ko 2023. gada 16. janvārī vadīja kāda lektore.", "date-outside-period 1")]
    [InlineData("Ministrija 2020. gada 20. decembrī apstiprināja programmu. Notika 5 semināri.", "")]
    [InlineData("Pieteikšanās 2021. gada nometnei sākās 2020. gada 1. decembrī. Notika 5 semināri.", "")]
    [InlineData("Nometne notika 2020. gada 1. decembrī. Notika 5 semināri.", "date-outside-period 1")]
    [InlineData("Dalībnieki pa dienām: 40, 52 un 38; kopā 71 dalībnieks, jo daudzi nāca vairākas dienas.", "")]
    [InlineData("Publicitāte: 11 raksti, 34 ieraksti un 5 radio sarunas, kopā 50 publikācijas.", "")]
    [InlineData("Publicitāte: 11 raksti un 34 ieraksti, kopā 54 publikācijas.", "sum-mismatch 1")]
    [InlineData("Moduļi notika 2021. gada 22.–24. oktobrī, 2021. gada 19.–21. novembrī un 2021. gada 10.–12. decembrī.", "")]
    [InlineData("Moduļi notika 2021. gada 22.–24. oktobrī, 2022. gada 19.–21. novembrī un 2021. gada 10.–12. decembrī.", "date-outside-year 1")]
    public void TextOfAYear(string first, string found) => Assert.Equal(found, Markdown(first));

    [Theory]
    [InlineData("|Gads|Vieta|Datums|\n|---|---|---|\n|I|Cēsis|12.05.2021.|\n||Valka|09.09.2021.|\n|II|Talsi|14.05.2022.|", "")]
    [InlineData("|Gads|Vieta|Datums|\n|---|---|---|\n|I|Cēsis|12.05.2021.|\n||Valka|09.09.2022.|\n|II|Talsi|14.05.2022.|", "date-outside-year 1")]
    [InlineData("|Rādītājs|Norma gadā|Izpilde|\n|---|---|---|\n|Talkas|2|5|\n|Pārgājieni|10|12|", "")]
    public void TableWithAColumnOfYears(string table, string found) => Assert.Equal(found, Markdown("Notika 5 semināri.", after: table));

    [Theory]
    // What was spent “of what was granted”, and then parts
    [InlineData("Pirmajā gadā plānoti 10 000,00 euro, izlietoti 9 900,00 euro. Otrajā gadā plānoti 10 000,00 euro, izlietoti 9 900,00 euro. Abos gados kopā izlietoti 19 800,00 euro no piešķirtajiem 20 000,00 euro, no tiem semināriem 12 000,00 euro un telpām 7 800,00 euro.", "")]
    [InlineData("Pirmajā gadā plānoti 10 000,00 euro, izlietoti 9 900,00 euro. Otrajā gadā plānoti 10 000,00 euro, izlietoti 9 900,00 euro. Abos gados kopā izlietoti 19 800,00 euro no piešķirtajiem 20 000,00 euro, no tiem semināriem 12 000,00 euro un telpām 8 000,00 euro.", "")]
    [InlineData("Pirmajā gadā plānoti 10 000,00 euro, izlietoti 9 900,00 euro. Otrajā gadā plānoti 10 000,00 euro, izlietoti 9 900,00 euro. Abos gados kopā izlietoti 19 800,00 euro no piešķirtajiem 20 000,00 euro, no tiem semināriem 12 000,00 euro un telpām 8 700,00 euro.", "budget-lines-mismatch")]
    // What the year before left, told within the plan
    [InlineData("Pirmais gads – plānots 10 000,00 euro, izlietots 9 720,00 euro, atlikums 280,00 euro novirzīts uz otro gadu.\nOtrais gads – plānots 10 000,00 euro (semināri 6 000,00; telpas 4 000,00) un pirmā gada atlikums 280,00 euro; izlietots 10 280,00 euro, atlikuma nav.\nKopā abos gados plānots 20 000,00 euro, izlietots 20 000,00 euro.", "")]
    [InlineData("Pirmais gads – plānots 10 000,00 euro, izlietots 9 720,00 euro, atlikums 280,00 euro novirzīts uz otro gadu.\nOtrais gads – plānots 10 000,00 euro (semināri 6 000,00; telpas 4 000,00) un pirmā gada atlikums 280,00 euro; izlietots 10 820,00 euro, atlikuma nav.\nKopā abos gados plānots 20 000,00 euro, izlietots 20 540,00 euro.", "overspent 2")]
    // Grants that were given are a stream
    [InlineData("I gadā plānots 10 000,00 euro: mācībām 7 000,00 euro, grantiem 3 000,00 euro; izlietots 10 000,00 euro: mācībām 7 000,00 euro, grantiem 3 000,00 euro.\nII gadā plānots 10 000,00 euro, izlietots 10 000,00 euro.\nAbos gados kopā plānots 20 000,00 euro, izlietots 20 000,00 euro.", "")]
    [InlineData("I gadā plānots 10 000,00 euro: mācībām 7 000,00 euro, grantiem 3 000,00 euro; izlietots 10 000,00 euro: mācībām 7 000,00 euro, grantiem 3 300,00 euro.\nII gadā plānots 10 000,00 euro, izlietots 10 000,00 euro.\nAbos gados kopā plānots 20 000,00 euro, izlietots 20 000,00 euro.", "budget-lines-mismatch 1")]
    public void BudgetInSentences(string budget, string found) => Assert.Equal(found, Frame.Latvian(budget: budget));

    [Theory]
    // Rows of counts, columns of quantities and prices, quarters
    [InlineData("|I gads|II gads|Kopā\nPlānots|10 000,00|10 000,00|20 000,00\nIzlietots|9 900,00|10 000,00|19 900,00\nNodarbību skaits|40|41|81", "")]
    [InlineData("|Mērv.|I gads, plāns|I gads, fakts|II gads, plāns|II gads, fakts\nSemināri|cilv.|120|110|120|130\nAlgas|euro|6 000,00|6 000,00|6 000,00|6 000,00\nTelpas|euro|4 000,00|4 000,00|4 000,00|4 000,00\nKopā|euro|10 000,00|10 000,00|10 000,00|10 000,00\nPavisam abos gados|euro|20 000,00|20 000,00||", "")]
    [InlineData("Gads|Ceturksnis|Plānots|Izlietots\n4^I|I ceturksnis|2 500,00|2 500,00\nII ceturksnis|2 500,00|2 500,00\nIII ceturksnis|2 500,00|2 500,00\nIV ceturksnis|2 500,00|2 400,00\nI gadā kopā||10 000,00|9 900,00\nII gads||10 000,00|10 000,00\nPavisam||20 000,00|19 900,00", "")]
    [InlineData("Virziens||I gads|II gads|Kopā\n2^Semināri|plānots|6 000,00|6 000,00|12 000,00\nizlietots|6 000,00|5 900,00|11 900,00\n2^Telpas|plānots|4 000,00|4 000,00|8 000,00\nizlietots|4 000,00|4 000,00|8 000,00\n2^Kopā|plānots|10 000,00|10 000,00|20 000,00\nizlietots|10 000,00|9 900,00|19 900,00", "")]
    [InlineData("Virziens||I gads|II gads|Kopā\n2^Semināri|plānots|6 000,00|6 000,00|12 000,00\nizlietots|6 000,00|5 900,00|11 900,00\n2^Telpas|plānots|4 000,00|4 000,00|8 000,00\nizlietots|4 000,00|4 000,00|8 000,00\n2^Kopā|plānots|10 000,00|10 000,00|20 000,00\nizlietots|10 000,00|9 090,00|19 090,00", "budget-lines-mismatch 2")]
    // A row whose name looks like a sort of amounts
    [InlineData("Pozīcija|I gads, plāns|I gads, fakts|II gads, plāns|II gads, fakts\nSemināri|4 000,00|4 000,00|4 000,00|4 000,00\nTelpas|3 500,00|3 500,00|3 500,00|3 500,00\nIzmaksas ceļam|1 000,00|1 000,00|1 000,00|1 000,00\nPlānošana|1 500,00|1 500,00|1 500,00|1 500,00\nKopā|10 000,00|10 000,00|10 000,00|10 000,00\nPavisam abos gados|20 000,00|20 000,00||", "")]
    [InlineData("|I gads|II gads|Kopā\nPlānots|10 000,00|10 000,00|20 000,00\nIzlietots|9 900,00|10 000,00|19 090,00\nNodarbību skaits|40|41|81", "budget-lines-mismatch")]
    public void BudgetInATable(string table, string found) => Assert.Equal(found, Frame.Table(table.Split('\n')));

    [Theory]
    [InlineData("The Foundation considers the task well performed.", "")]
    [InlineData("The committee considered 12 applications.", "evaluation-missing")]
    [InlineData("We think that over the year five workshops were enough.", "")]
    public void Evaluation(string text, string found) => Assert.Equal(found, Frame.English(evaluation: text));

    [Theory]
    [InlineData("In both years together EUR 20,000.00 was planned and EUR 20,000.00 spent. Ineligible expenditure: none.", "")]
    [InlineData("In both years together EUR 20,000.00 was planned and EUR 21,000.00 spent. Ineligible expenditure: none.", "budget-lines-mismatch")]
    public void LabelWithinASentenceOnMoney(string last, string found) =>
        Assert.Equal(found, Frame.English(budget: "In the first year EUR 10,000.00 was planned and EUR 10,000.00 spent. In the second year EUR 10,000.00 was planned and EUR 10,000.00 spent.\n\n" + last));

    [Theory]
    [InlineData("Divi gadi: 2021. gada 1. janvāris – 2021. gada 31. decembris un 2022. gada 1. janvāris – 2022. gada 31. decembris", "")]
    [InlineData("2021. gada 1. janvāris – 2022. gada 31. decembris (divi pilni gadi)", "")]
    [InlineData("2021. gada 1. janvāris – 2022. gada 31. decembris, divi īstenošanas gadi, katra garums ir divpadsmit mēneši", "")]
    [InlineData("2021. gada 1. janvāris – 2022. gada 31. decembris, divpadsmit mēneši", "period-length")]
    [InlineData("2021. gada 1. janvāris – 2022. gada 31. decembris (astoņi mēneši un divi pilni gadi)", "period-length")]
    public void PeriodInWords(string period, string found) => Assert.Equal(found, Frame.Latvian(period: period));

    private static string Markdown(string first, string after = "") => Frame.Codes($"""
        ## Uzdevums

        Pilsoniskās līdzdalības veicināšana

        ## Uzdevuma veicējs

        Biedrība "Paraugs", reģistrācijas Nr. 40008087708

        ## Deleģēšanas periods

        2021. gada 1. janvāris – 2022. gada 31. decembris

        ## Rezultātu apraksts un vērtējums

        ### I gads (01.01.2021.–31.12.2021.)

        {first}

        ### II gads (01.01.2022.–31.12.2022.)

        Notika 6 semināri.

        {after}

        ### Vērtējums

        Līguma mērķi sasniegti.

        ## Plānotais un faktiski izlietotais finansējums

        {RightBudget}

        ## Neatbilstoši veiktie izdevumi

        Nav.

        ## Neatgūtie līdzekļi

        Nav.

        ## Cita informācija

        Nav.
        """, "kopsavilkums.md");
}
