using Talka.Reporting.Audit.Language;

namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>Nouns beside their numbers, lengths beside their dates, and what was not recovered, told in many ways, each with true ones that tempt.</summary>
public sealed class AgreementAndLengthsTests
{
    [Theory]
    [InlineData("Sacensībās startēja 41 airētāji.", "noun-agreement 2")]
    [InlineData("Sacensībās startēja 41 airētājs.", "")]
    [InlineData("Talkā piedalījās 31 biškopji, bet lietus dēļ agri devās mājās.", "noun-agreement 2")]
    [InlineData("Talkā piedalījās 31 biškopis, bet lietus dēļ agri devās mājās.", "")]
    [InlineData("Iekārtoti 21 stendi pie jūras.", "noun-agreement 2")]
    [InlineData("Mūsu vietne skatīta 21 reizi, un tajā ievietoti 4 raksti.", "")]
    [InlineData("Darbus iesūtīja 51 skolas.", "noun-agreement 2")]
    [InlineData("Darbus iesūtīja 51 skolas audzēkņi un skolotāji.", "")]
    [InlineData("Nomainītas 14 flīze, salabots jumts.", "noun-agreement 2")]
    [InlineData("Nomainītas 14 flīzes, salabots jumts.", "")]
    [InlineData("Pārbaudītas 318 psihologa un logopēda atzinuma lapas.", "")]
    [InlineData("Izdoti 12 žurnāla „Bite” numuri.", "")]
    [InlineData("Atlasīti 34 atbrīvotie, kuri meklē darbu.", "")]
    [InlineData("Ieradās trīsdesmit viens dalībnieki.", "noun-agreement 2")]
    [InlineData("Ieradās trīsdesmit viens dalībnieks.", "")]
    [InlineData("Apmācīti: 1 vecmātes, 12 māsas un 3 ārsti.", "noun-agreement 2")]
    public void LatvianNoun_AgreesWithItsNumber(string second, string found) => Assert.Equal(found, Frame.Latvian(second: second));

    [Theory]
    [InlineData("The club held 1 rowing courses for beginners.", "noun-agreement 2")]
    [InlineData("The club held 1 rowing course for beginners.", "")]
    [InlineData("The club held 12 rowing sessions for 1 sports club.", "")]
    [InlineData("Only one teachers withdrew; the other nine stayed.", "noun-agreement 2")]
    [InlineData("Of the choirs one rehearses in Ogre; no one complained.", "")]
    [InlineData("From the tins one counted soup bowls, and 40 were served.", "")]
    [InlineData("Three meals were cooked in two day.", "noun-agreement 2")]
    [InlineData("A two day course was held, and 14 new members joined.", "")]
    [InlineData("In all 16 new conductor passed the test.", "noun-agreement 2")]
    [InlineData("We organised two community and three school events.", "")]
    [InlineData("This year 1 new libraries joined the network.", "noun-agreement 2")]
    public void EnglishNoun_AgreesWithItsNumber(string second, string found) => Assert.Equal(found, Frame.English(second: second));

    [Theory]
    [InlineData("01.01.2021.–31.12.2022. (astoņi ceturkšņi)", "")]
    [InlineData("01.01.2021.–31.12.2022. (septiņi ceturkšņi)", "period-length")]
    [InlineData("septiņus ceturkšņus (01.01.2021.–31.12.2022.)", "period-length")]
    [InlineData("01.01.2021.–31.12.2022.; visus darba līgumus glabā 7 gadus", "")]
    [InlineData("2021. g. 1. janv. – 2022. g. 31. dec.", "")]
    [InlineData("sākums 01.01.2021., beigas 31.12.2022.", "")]
    public void Length_IsThatOfTheDatesBesideIt(string period, string found) => Assert.Equal(found, Frame.Latvian(period: period));

    [Theory]
    [InlineData("2021-06-01 / 2023-05-31", "2021-06-01", "2023-05-31")]
    [InlineData("1 October 2021 up to and including 30 September 2022", "2021-10-01", "2022-09-30")]
    [InlineData("1 October 2021 and ended on 30 September 2022", "2021-10-01", "2022-09-30")]
    [InlineData("6. martā (2022)", "2022-03-06", "2022-03-06")]
    public void Dates_MayBeRangesInWords(string text, string from, string to) =>
        Assert.Equal((from, to), DateGrammar.Read(Tokenizer.Read(text, new(0, text.Length)), 0) is { } date ? ($"{date.From.First:yyyy-MM-dd}", $"{date.To.First:yyyy-MM-dd}") : default);

    [Theory]
    [InlineData("Darbnīcas, kuru tāmi padome apstiprināja 2020. gada 2. decembrī, notika 2022. gada 5. martā.", "")]
    [InlineData("Ekspedīcija uz Sēliju (2012. gada 4. jūnijā) apsekoja 7 pilskalnus.", "date-outside-period 2")]
    [InlineData("Ekspedīcija uz Sēliju (2022. gada 4. jūnijā) apsekoja 7 pilskalnus.", "")]
    public void Day_IsOfTheWorkOrToldByTheWay(string second, string found) => Assert.Equal(found, Frame.Latvian(second: second));

    [Theory]
    [InlineData("Audits noraidīja 300,00 euro. Kafejnīca atdeva 120,00 euro.", "180,00 euro.", "")]
    [InlineData("Audits noraidīja 300,00 euro. Kafejnīca atdeva 120,00 euro.", "190,00 euro.", "unrecovered-mismatch")]
    [InlineData("Divi rēķini: 210,00 euro un 90,00 euro. Mazākais atmaksāts.", "210,00 euro.", "")]
    [InlineData("Rēķins par 210,00 euro; visa summa martā ieskaitīta ministrijas kontā.", "10,00 euro.", "unrecovered-mismatch")]
    [InlineData("Rēķins par 210,00 euro; daļu summas piegādātājs atmaksājis.", "110,00 euro.", "")]
    [InlineData("Kopā 90,50 euro: biedrībai 40,50 euro (visu atmaksājusi) un klubam 50,00 euro (neko nav atmaksājis).", "50,00 euro.", "")]
    public void Unrecovered_FollowsFromWhatTheFieldsName(string ineligible, string unrecovered, string found) => Assert.Equal(found, Frame.Latvian(ineligible: ineligible, unrecovered: unrecovered));
}
