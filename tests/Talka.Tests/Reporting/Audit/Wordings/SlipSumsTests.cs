namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>Numbers told one after another whose sum is beside them but for one digit; and numbers that only stand there.</summary>
public sealed class SlipSumsTests
{
    [Theory]
    [InlineData("Pulciņos pēc vietām: Ogrē 31, Ikšķilē 24, Ķegumā 18 un Lielvārdē 27 bērni, un gada griezumā tajos mācījās 100 bērnu.", "")]
    [InlineData("Pulciņos pēc vietām: Ogrē 31, Ikšķilē 24, Ķegumā 18 un Lielvārdē 27 bērni, un gada griezumā tajos mācījās 110 bērnu.", "sum-mismatch 1")]
    [InlineData("Kurss beidzās četrās skolās. To pabeidza: Ogrē – 31, Ikšķilē – 24, Ķegumā – 18, Lielvārdē – 47. Kopumā apliecību ieguva 120 pedagogu.", "")]
    [InlineData("Kurss beidzās četrās skolās. To pabeidza: Ogrē – 31, Ikšķilē – 24, Ķegumā – 18, Lielvārdē – 47. Kopumā apliecību ieguva 124 pedagogi.", "sum-mismatch 1")]
    [InlineData("Gadā atbildējām uz\n\n- 212 vēstulēm par īri\n- 87 par darbu\n- 98 par veselību\n\nkas dod 397 atbildes.", "")]
    [InlineData("Gadā atbildējām uz\n\n- 212 vēstulēm par īri\n- 87 par darbu\n- 98 par veselību\n\nkas dod 387 atbildes.", "sum-mismatch 1")]
    [InlineData("Zvanu tēmas: rēķini 201, sūtījumi 118, īre 63, darbs 24, cits 61.", "")]
    [InlineData("Pievienojās 38, aizgāja 9; gada beigās darbojās 59 mentori un 96 pāri.", "")]
    [InlineData("Notika trīs vakari: 41, 36 un 27 klausītāji, un gada laikā tos apmeklēja 104 cilvēki.", "")]
    [InlineData("Janvārī grupā bija 118 biedri, februārī 131, martā 127, aprīlī 140, un gada mērķis bija 526.", "")]
    [InlineData("Prasmes vērtēja 212 skolēni, telpas 188, grāmatas 165, un aptaujā atbildēja 555.", "")]
    [InlineData("Apsekoti četri ezeri, divi no tiem pirmoreiz:\n\nUsmas ezers\n\nRāznas ezers", "")]
    public void Latvian(string text, string expected) => Assert.Equal(expected, Frame.Latvian(first: text));

    [Theory]
    [InlineData("Lent by post: 96 boxes to families, 71 to schools and 48 to clubs, 215 boxes over the year.", "")]
    [InlineData("Lent by post: 96 boxes to families, 71 to schools and 48 to clubs, 225 boxes over the year.", "sum-mismatch 1")]
    [InlineData("The guide describes 182 birds, 60 of them in the first part, 85 in the second and 37 in the third. It was printed in March and has 264 pages.", "")]
    [InlineData("We lent 34 books in spring, 27 in summer, 41 in autumn, and the mobile library stopped at 112 farms.", "")]
    [InlineData("The course was begun by 45 people in Sala, 38 in Nereta, 52 in Ogre, and 125 finished it.", "")]
    [InlineData("Buses brought 24 pupils from Riga, 31 from Bauska, 47 from Ogre, and 112 people heard the author.", "")]
    [InlineData("We planted 120 oaks, 85 limes and 60 maples, and 275 volunteers came in the season.", "")]
    [InlineData("In spring 145 pupils came, in summer 138, in autumn 152, and a year earlier it had been 425.", "")]
    [InlineData("Class 12 winner received a prize.", "")]
    [InlineData("Four lakes were searched, and new finds came from:\n\nLake Usma\n\nLake Razna", "")]
    public void English(string text, string expected) => Assert.Equal(expected, Frame.English(first: text));

    // What was checked is told of the field above it, and is no work of the year.
    [Fact]
    public void CheckBelowMoney_IsNoWork() => Assert.Equal("", Frame.English(
        first: "Planned State budget: EUR 10,000.00. Spent: EUR 10,000.00.\n\nThe inspection meeting was held on 3 October 2022 and found nothing amiss.",
        second: "Planned State budget: EUR 10,000.00. Spent: EUR 10,000.00.\n\nA workshop was held on 14 May 2022 in Ogre with 21 people."));

    // What a year's money came to stands in one line, and what was done below it.
    [Theory]
    [InlineData("57", "")]
    [InlineData("67", "sum-mismatch 1")]
    public void WorkBelowMoney(string total, string expected) => Assert.Equal(expected, Frame.English(
        first: $"Planned State budget: EUR 10,000.00. Spent: EUR 10,000.00.\n\nThe workshops were held on 12 March 2021: 24 people from Ogre, 18 from Saldus and 15 from Talsi, {total} people in all.",
        second: "Planned State budget: EUR 10,000.00. Spent: EUR 10,000.00.\n\nA workshop was held on 14 May 2022 in Ogre with 21 people."));
}
