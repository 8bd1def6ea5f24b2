namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>Sentences that are wrong, in wordings that are easily missed: totals told last, lists between dashes or without “and”, numbers in words.</summary>
public sealed class WrongSentencesTests
{
    [Theory]
    [InlineData("Koordinatoru kursi: 4 grupas (21, 19, 18 un 20 dalībnieku), kopā 87 dalībnieki.", "sum-mismatch 1")]
    [InlineData("Konsultējām ikvienu: pa tālruni 38, klātienē 27, e-pastā 44 reizes, pavisam 119 konsultācijas.", "sum-mismatch 1")]
    [InlineData("Semināros bija 38, 27 un 44 cilvēki, pavisam 119.", "sum-mismatch 1")]
    [InlineData("Trijās pilsētās – Jēkabpilī, Aizkrauklē, Pļaviņās un Neretā – atvērti palīdzības galdiņi.", "count-mismatch 1")]
    [InlineData("Uzstādīti pieci informācijas stendi: Līgatnē, Siguldā, Ērgļos, Kuldīgā.", "count-mismatch 1")]
    [InlineData("Piecas skolas noslēdza līgumus ar kaimiņiem: Ogres, Lielvārdes, Ikšķiles un Ķeguma skola.", "count-mismatch 1")]
    [InlineData("Apmācības notika sešos pagastos: Drabešos 6. aprīlī, Nītaurē 13. aprīlī, Skujenē 20. aprīlī, Zaubē 4. maijā un Taurupē 11. maijā.", "count-mismatch 1")]
    [InlineData("Pieteicās 8 laikraksti, un finansējums piešķirts 10 laikrakstiem.", "approved-exceeds-applied 1")]
    [InlineData("Tika saņemti 11 pieteikumi, un apstiprināti tika 13 pieteikumi.", "approved-exceeds-applied 1")]
    [InlineData("Dziesmu krājumu iespiedīs oktobrī.", "future-tense-done-work 1")]
    [InlineData("Dalībnieki saņems rokasgrāmatu ar 60 lappusēm.", "future-tense-done-work 1")]
    [InlineData("Divdesmit trīs ģimenes: 9 Rīgā, 8 Vidzemē, 5 Kurzemē un 2 Latgalē.", "sum-mismatch 1")]
    [InlineData("Nodarbības senioriem – 97: 61 bibliotēkās un 46 pansionātos.", "sum-mismatch 1")]
    [InlineData("Pulciņos bija 59 dalībnieki Daugavpilī, 36 Rēzeknē un 44 citur, pavisam 149.", "sum-mismatch 1")]
    public void Latvian_ThatIsNot_IsPointedOut(string text, string found) => Assert.Equal(found, Frame.Latvian(first: text));

    [Theory]
    [InlineData("166 consultations were given to associations, 71 to residents who wished to found one and 12 to municipalities, 259 consultations altogether.", "sum-mismatch 1")]
    [InlineData("On 20 May 2021, a Friday, the new hall was opened.", "weekday-mismatch 1")]
    [InlineData("9 applications were received and 11 approved. Each circle met six times.", "approved-exceeds-applied 1")]
    [InlineData("The meetings drew 38, 27 and 44 people, altogether 119.", "sum-mismatch 1")]
    [InlineData("Three towns – Elmton, Oakley, Ashby and Thornby – opened help desks.", "count-mismatch 1")]
    [InlineData("Training took place in six parishes: Elmton on 6 April 2021, Oakley on 13 April 2021, Ashby on 20 April 2021, Marlow on 4 May 2021 and Thornby on 11 May 2021.", "count-mismatch 1")]
    [InlineData("8 newspapers applied, and grants were approved for 10 newspapers.", "approved-exceeds-applied 1")]
    [InlineData("11 applications were received and 13 applications were approved.", "approved-exceeds-applied 1")]
    [InlineData("Participants of the course will receive a handbook of 60 pages.", "future-tense-done-work 1")]
    [InlineData("We had twenty-four families by the end of the year: 9 in Riga, 8 in Vidzeme, 4 in Kurzeme and 2 in Latgale.", "sum-mismatch 1")]
    [InlineData("Altogether 65 people trained: 27 in Elmton, 21 in Oakley and 16 in Ashby.", "sum-mismatch 1")]
    [InlineData("The circles had 59 members in Elmton, 36 in Oakley and 44 elsewhere, 149 in all.", "sum-mismatch 1")]
    public void English_ThatIsNot_IsPointedOut(string text, string found) => Assert.Equal(found, Frame.English(first: text));
}
