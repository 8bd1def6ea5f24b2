namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>What was asked for and what was given, in the words that clerks have for it; right and wrong ones.</summary>
public sealed class ApplicationsTests
{
    [Theory]
    [InlineData("Konkursam iesniegti 24 projektu pieteikumi, no tiem atbalstīti 27.", "approved-exceeds-applied 1")]
    [InlineData("Konkursam iesniegti 27 projektu pieteikumi, no tiem atbalstīti 24.", "")]
    [InlineData("Mikrograntiem pieteicās 18 iniciatīvas. Komisija finansēja 21 iniciatīvu.", "approved-exceeds-applied 1")]
    [InlineData("Mikrograntiem pieteicās 21 iniciatīva. Komisija finansēja 18 iniciatīvas.", "")]
    [InlineData("Saņemti 40 pieteikumi, apstiprināts 41 projekts.", "approved-exceeds-applied 1")]
    [InlineData("Iesniegumu skaits – 15, apmierināti – 18.", "approved-exceeds-applied 1")]
    [InlineData("Iesniegumu skaits – 18, apmierināti – 15.", "")]
    [InlineData("Uz nometni pieteicās 60 jaunieši, uzņemti 66.", "approved-exceeds-applied 1")]
    [InlineData("Uz nometni pieteicās 66 jaunieši, uzņemti 60.", "")]
    [InlineData("Pieteicās 12 grupas, 14 pasākumos piedalījās 300 cilvēki.", "")]
    [InlineData("Saņemti 26 pieteikumi, apstiprināti 24, kuros piedalās 30 skolas.", "")]
    [InlineData("Mikrograntiem pieteicās 18 kopienas. Komisija finansēja 21 kopienu.", "approved-exceeds-applied 1")]
    [InlineData("Iesniegti 12 priekšlikumi. Pašvaldība izvēlējās 15 vietas soliņiem.", "")]
    [InlineData("Saņemtas 8 vēstules; foruma dalībnieki izvēlējās 10 tēmas.", "")]
    [InlineData("Bibliotēkas saņēma 30 komplektus. Dalībai izraudzītas 35 skolas.", "")]
    [InlineData("Pieteikumi: saņemti – 24, apstiprināti – 27.", "approved-exceeds-applied 1")]
    [InlineData("Pieteikumi: saņemti – 27, apstiprināti – 24.", "")]
    [InlineData("Nometnei pieteicās 40 bērni, uzņemtas 45 ģimenes.", "")]
    public void LatvianApprovals_AreNoMoreThanApplications(string first, string found) => Assert.Equal(found, Frame.Latvian(first));

    [Theory]
    [InlineData("The fund received 33 bids and the panel backed 36 of them.", "approved-exceeds-applied 1")]
    [InlineData("The fund received 36 bids and the panel backed 33 of them.", "")]
    [InlineData("Scholarships: 17 applications, 14 awards.", "")]
    [InlineData("Nineteen groups sent in proposals; twenty-two were chosen.", "approved-exceeds-applied 1")]
    [InlineData("Twenty-two groups sent in proposals; nineteen were chosen.", "")]
    [InlineData("The camp had 66 applicants and admitted 60 young people.", "")]
    [InlineData("26 applications were received from 30 parishes; 24 were approved.", "")]
    [InlineData("We received 20 letters and selected 30 photos for the exhibition.", "")]
    [InlineData("The camp received 12 visits; 15 children were chosen for the show.", "")]
    [InlineData("Twelve schools sent in drawings; fifteen prizes were awarded.", "")]
    [InlineData("For the small grants 16 clubs applied and 20 received money.", "approved-exceeds-applied 1")]
    [InlineData("For the small grants 16 clubs applied and 10 received money.", "")]
    [InlineData("16 clubs applied and 20 received visits.", "")]
    [InlineData("Out of 27 requests for equipment 29 were granted.", "approved-exceeds-applied 1")]
    public void EnglishApprovals_AreNoMoreThanApplications(string first, string found) => Assert.Equal(found, Frame.English(first));
}
