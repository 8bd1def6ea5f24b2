namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>Counts with what they count listed or added up in the same text, as clerks put it.</summary>
public sealed class CountWordingsTests
{
    [Theory]
    [InlineData("Notika četri semināri: Rīgā, Cēsīs, Valmierā un Talsos.")]
    [InlineData("Notika četri semināri – Rīgā, Cēsīs, Valmierā un Talsos.")]
    [InlineData("Sarīkotas trīs izstādes (Rīgā, Ogrē un Saldū), tās apmeklēja ap 900 cilvēku.")]
    [InlineData("Notika 6 pasākumi, no tiem 4 klātienē.")]
    [InlineData("Semināri notika trijās pilsētās: Rīgā, Cēsīs un Valmierā; pavisam pieci semināri.")]
    [InlineData("Apmācībās piedalījās divdesmit viens dalībnieks: trīspadsmit sievietes un astoņi vīrieši.")]
    [InlineData("Konsultācijas saņēma 96 cilvēki (41 vīrietis, 55 sievietes).")]
    [InlineData("Divi semināri (12. martā un 9. aprīlī) un trīs vebināri.")]
    [InlineData("Piecas nodarbības: 4., 11., 18. un 25. maijā, kā arī 1. jūnijā.")]
    [InlineData("Izdotas trīs brošūras: par velosipēdiem, par ielām un par bērnu drošību.")]
    [InlineData("Piedalījās 8 komandas (5 no pamatskolām un 3 no vidusskolām).")]
    [InlineData("Darbojas desmit pulciņi: trīs Rīgā, pieci Vidzemē un divi Latgalē.")]
    [InlineData("Notika 3 debates ar 25, 31 un 40 klausītājiem.")]
    [InlineData("Grupās bija 12 + 15 + 9 = 36 dalībnieki.")]
    [InlineData("Rīgā piedalījās 45, Liepājā 38 un Daugavpilī 27, kopā 110 dalībnieku.")]
    [InlineData("Pieteicās 30 jaunieši, izvēlējāmies 24 no tiem; programmu beidza 22.")]
    [InlineData("Notika divi semināri: par iesniegumu rakstīšanu un sūdzībām un par publisko apspriešanu.")]
    [InlineData("Trīs no pieciem semināriem notika Rīgā, Jelgavā un Bauskā.")]
    [InlineData("Sniegtas 150 konsultācijas, vidēji trīs nedēļā: pirmdienās, trešdienās un ceturtdienās.")]
    public void Latvian_ThatAddsUp_IsNotAccused(string text) => Assert.Equal("", Frame.Latvian(first: text));

    [Theory]
    [InlineData("Notika pieci semināri: Rīgā, Cēsīs, Valmierā un Talsos.", "count-mismatch 1")]
    [InlineData("Notika trīs semināri – Rīgā, Cēsīs, Valmierā un Talsos.", "count-mismatch 1")]
    [InlineData("Sarīkotas četras izstādes (Rīgā, Ogrē un Saldū), tās apmeklēja ap 900 cilvēku.", "count-mismatch 1")]
    [InlineData("Semināri notika četrās pilsētās: Rīgā, Cēsīs un Valmierā.", "count-mismatch 1")]
    [InlineData("Sešas nodarbības: 4., 11., 18. un 25. maijā, kā arī 1. jūnijā.", "count-mismatch 1")]
    [InlineData("Notika piecas atvērto durvju dienas: 12. martā, 9. aprīlī, 14. maijā un 11. jūnijā.", "count-mismatch 1")]
    [InlineData("Izdotas četras brošūras: par velosipēdiem, par ielām un par bērnu drošību.", "count-mismatch 1")]
    [InlineData("Piedalījās 9 komandas (5 no pamatskolām un 3 no vidusskolām).", "sum-mismatch 1")]
    [InlineData("Darbojas vienpadsmit pulciņi: trīs Rīgā, pieci Vidzemē un divi Latgalē.", "sum-mismatch 1")]
    [InlineData("Grupās bija 12 + 15 + 9 = 37 dalībnieki.", "sum-mismatch 1")]
    [InlineData("Rīgā piedalījās 45, Liepājā 38 un Daugavpilī 27, kopā 120 dalībnieku.", "sum-mismatch 1")]
    [InlineData("Konsultācijas saņēma 86 cilvēki (41 vīrietis, 55 sievietes).", "sum-mismatch 1")]
    [InlineData("Konkursā saņemti 14 pieteikumi, atbalstīti 16.", "approved-exceeds-applied 1")]
    [InlineData("No 14 pieteikumiem atbalstīti 16 pieteikumi.", "approved-exceeds-applied 1")]
    [InlineData("Pieteicās 24 jaunieši, apstiprināti 30 jaunieši.", "approved-exceeds-applied 1")]
    public void Latvian_ThatDoesNot_IsPointedOut(string text, string found) => Assert.Equal(found, Frame.Latvian(first: text));

    [Theory]
    [InlineData("Four workshops took place: in Elmton, Oakley, Ashby and Birch End.")]
    [InlineData("Three exhibitions (in Elmton, in Oakley and in Ashby) drew about 900 people.")]
    [InlineData("The course had 21 participants: 13 women and 8 men.")]
    [InlineData("We gave ten lessons: four in spring and six in autumn.")]
    [InlineData("5 clubs were founded (3 in schools and 2 in libraries).")]
    [InlineData("Two meetings, on 12 March and 9 April, were attended by 25 and 31 people.")]
    [InlineData("Attendance was 45 in Elmton, 38 in Oakley and 27 in Ashby, 110 altogether.")]
    [InlineData("Of 30 who applied 24 were accepted, and 22 of those finished.")]
    [InlineData("Three leaflets were printed: on cycling, on streets and on children and traffic.")]
    [InlineData("Six evenings a year are held in each of the four towns: Elmton, Oakley, Ashby and Birch End.")]
    public void English_ThatAddsUp_IsNotAccused(string text) => Assert.Equal("", Frame.English(first: text));

    [Theory]
    [InlineData("Five workshops took place: in Elmton, Oakley, Ashby and Birch End.", "count-mismatch 1")]
    [InlineData("Four exhibitions (in Elmton, in Oakley and in Ashby) drew about 900 people.", "count-mismatch 1")]
    [InlineData("The course had 31 participants: 13 women and 8 men.", "sum-mismatch 1")]
    [InlineData("We gave eleven lessons: four in spring and six in autumn.", "sum-mismatch 1")]
    [InlineData("6 clubs were founded (3 in schools and 2 in libraries).", "sum-mismatch 1")]
    [InlineData("Three meetings, on 12 March and 9 April, were held.", "count-mismatch 1")]
    [InlineData("Attendance was 45 in Elmton, 38 in Oakley and 27 in Ashby, 120 altogether.", "sum-mismatch 1")]
    [InlineData("Of 20 who applied 24 were accepted.", "approved-exceeds-applied 1")]
    [InlineData("We received 18 applications and approved 21.", "approved-exceeds-applied 1")]
    public void English_ThatDoesNot_IsPointedOut(string text, string found) => Assert.Equal(found, Frame.English(first: text));

    [Theory]
    [InlineData("Notika 5 semināri ar 120 dalībniekiem.", "Notika 6 semināri ar 135 dalībniekiem, abos gados kopā 11 semināri ar 255 dalībniekiem.")]
    [InlineData("Sniegtas 310 konsultācijas.", "Sniegtas 345 konsultācijas, divos gados kopā 655 konsultācijas.")]
    [InlineData("Sniegtas 310 konsultācijas.", "Sniegtas 345 konsultācijas. Divos gados bija jāsniedz 600 konsultācijas.")]
    [InlineData("Mācījās 34 cilvēki.", "Mācījās 41 cilvēks; līgumā divos gados paredzēti 60 cilvēki.")]
    [InlineData("Dalībnieku skaits – 34.", "Dalībnieku skaits – 41, abos gados 70 dažādi dalībnieki.")]
    public void Years_ThatAddUp_AreNotAccused(string first, string second) => Assert.Equal("", Frame.Latvian(first, second));

    [Theory]
    [InlineData("Notika 5 semināri ar 120 dalībniekiem.", "Notika 6 semināri ar 135 dalībniekiem, abos gados kopā 265 dalībnieki.")]
    [InlineData("Sniegtas 310 konsultācijas.", "Sniegtas 345 konsultācijas, divos gados kopā 645 konsultācijas.")]
    [InlineData("Mācījās 34 cilvēki.", "Mācījās 41 cilvēks. Abos gados kopā mācījušies 85 cilvēki.")]
    public void Years_ThatDoNot_ArePointedOut(string first, string second) => Assert.Equal("sum-mismatch 2", Frame.Latvian(first, second));
}
