namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>So many chosen of so many, in whatever order they are told; right and wrong ones.</summary>
public sealed class SelectedOfTests
{
    [Theory]
    [InlineData("No saņemtajiem 20 pieteikumiem padome apstiprināja 22 pieteikumus.", "approved-exceeds-applied 1")]
    [InlineData("No saņemtajiem 20 pieteikumiem padome apstiprināja 12 pieteikumus.", "")]
    [InlineData("Padome izvēlējās 32 no 30 iesūtītajām idejām.", "approved-exceeds-applied 1")]
    [InlineData("Padome izvēlējās 12 no 30 iesūtītajām idejām.", "")]
    [InlineData("Pieteikumi: 18; apstiprināti: 21.", "approved-exceeds-applied 1")]
    [InlineData("Pieteikumi: 18; apstiprināti: 12.", "")]
    [InlineData("Stipendijai pieteicās 25 skolēni. No pretendentiem izraudzīti 27.", "approved-exceeds-applied 1")]
    [InlineData("Stipendijai pieteicās 25 skolēni. No pretendentiem izraudzīti 20.", "")]
    [InlineData("Atbalstu saņēma 14 pulciņi, kaut gan pieteicās tikai 12.", "approved-exceeds-applied 1")]
    [InlineData("Atbalstu saņēma 9 pulciņi, kaut gan pieteicās tikai 12.", "")]
    [InlineData("- Iesniegtie projekti: 14\n- Vidējā summa projektā: 500 euro\n- Atbalstītie projekti: 16", "approved-exceeds-applied 1")]
    [InlineData("- Iesniegtie projekti: 14\n- Vidējā summa projektā: 500 euro\n- Atbalstītie projekti: 9", "")]
    [InlineData("Iesniegto ideju skaits bija 15. Atbalstīto ideju skaits bija 17.", "approved-exceeds-applied 1")]
    [InlineData("Iesniegto ideju skaits bija 15. Atbalstīto ideju skaits bija 9.", "")]
    [InlineData("Uz nometni kandidēja 40 jaunieši. Vietu ieguva 45 no kandidātiem.", "approved-exceeds-applied 1")]
    [InlineData("Uz nometni kandidēja 40 jaunieši. Vietu ieguva 35 no kandidātiem.", "")]
    [InlineData("Konkursā iesniegtas 17 skices. Žūrija godalgoja un finansēja 19 no šīm skicēm.", "approved-exceeds-applied 1")]
    [InlineData("Konkursā iesniegtas 17 skices. Žūrija godalgoja un finansēja 7 no šīm skicēm.", "")]
    [InlineData("No 12 pieteikumiem atbalstīti 40 bērni.", "")]
    [InlineData("Saņemti 10 pieteikumi, no tiem 8 noraidīti. Uz interviju aicināti 14 no kandidātiem.", "")]
    public void LatvianSelection_IsOfThoseThatThereWere(string first, string found) => Assert.Equal(found, Frame.Latvian(first));

    [Theory]
    [InlineData("The jury chose 27 of the 25 entries received.", "approved-exceeds-applied 1")]
    [InlineData("The jury chose 9 of the 25 entries received.", "")]
    [InlineData("35 applications were approved out of 31 received.", "approved-exceeds-applied 1")]
    [InlineData("19 applications were approved out of 31 received.", "")]
    [InlineData("Forty families applied for firewood. Support was given to 45 of them.", "approved-exceeds-applied 1")]
    [InlineData("Forty families applied for firewood. Support was given to 30 of them.", "")]
    [InlineData("Proposals submitted: 12. Proposals funded: 14.", "approved-exceeds-applied 1")]
    [InlineData("Proposals submitted: 12. Proposals funded: 9.", "")]
    [InlineData("Grants were awarded to 17 clubs, although only 15 had applied.", "approved-exceeds-applied 1")]
    [InlineData("Grants were awarded to 11 clubs, although only 15 had applied.", "")]
    [InlineData("From 50 submitted stories the editors selected 60 stories.", "approved-exceeds-applied 1")]
    [InlineData("From 50 submitted stories the editors selected 20 stories.", "")]
    [InlineData("The fund received 22 requests for repairs and granted 24 of these requests.", "approved-exceeds-applied 1")]
    [InlineData("The fund received 22 requests for repairs and granted 20 of these requests.", "")]
    [InlineData("26 choirs asked for a grant. 28 of the applicants received one.", "approved-exceeds-applied 1")]
    [InlineData("26 choirs asked for a grant. 16 of the applicants received one.", "")]
    [InlineData("Support was given to 40 pupils of the 12 schools.", "")]
    public void EnglishSelection_IsOfThoseThatThereWere(string first, string found) => Assert.Equal(found, Frame.English(first));
}
