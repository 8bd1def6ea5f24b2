using CsCheck;
using Talka.Foundation.Localisation;
using Talka.Reporting.Audit;
using Talka.Reporting.Audit.Checking;
using Talka.Reporting.Audit.Checking.Agreement;
using Talka.Reporting.Audit.Checking.Counts;
using Talka.Reporting.Audit.Checking.Granted;
using Talka.Reporting.Audit.Checking.Lists;
using Talka.Reporting.Audit.Checking.Sums;
using Talka.Reporting.Audit.Understanding;
using TextReader = Talka.Reporting.Audit.Reading.TextReader;

namespace Talka.Tests.Reporting.Audit.Checking.Counts;

/// <summary>Sentences of summaries that count: true ones, of which nothing is said, and wrong ones.</summary>
public sealed class CountRulesTests
{
    private static readonly IReadOnlyList<IAuditRule> Rules = [new CountSumRule(), new CountMismatchRule(), new ApprovedExceedsAppliedRule(), new NounAgreementRule()];

    [Theory]
    [InlineData("67 ziņu lapās \"Nesēdi tumsā\", kā arī mājaslapā; LPA sociālajos kontos Facebook 24; Twitter 18; Instagram 9. Kopā 118 publikācijas")]
    [InlineData("50 ziņu lapās, kā arī mājaslapā – 16 ziņas; kontos Facebook - 75; X/Twitter - 52 ; Instagram – 55; LinkedIn - 30.")]
    [InlineData("50 ziņu lapas; mājaslapā – 16 ziņas; Facebook - 75; Instagram – 55. Sociālajos tīklos kopā 130 ieraksti.")]
    [InlineData("Seminārā klātienē 40, attālināti 23, kopā 63 dalībnieki.")]
    [InlineData("Pasākumā piedalījās kopā 63 dalībnieki: klātienē 40, tiešsaistē 23.")]
    [InlineData("On site 40, online 23, together 63 participants.")]
    [InlineData("63 participants in total: 40 on site and 23 online.")]
    [InlineData("Kopumā pieteicās 16 organizācijas, tika apstiprināti 9 projekti, kuru mērķos bija 3 vērtības.")]
    [InlineData("Iesniegti 12 pieteikumi, no tiem atbalstīti 9.")]
    [InlineData("In the call for projects 12 applications were received and 9 were approved.")]
    [InlineData("Notika trīs diskusijas: par jauniešu iesaisti, par brīvprātīgo darbu un par vecāku lomu skolā.")]
    [InlineData("Notika divas diskusijas: par jauniešiem un senioriem un par darbu.")]
    [InlineData("We held three discussions: on volunteering in a crisis, on transport and on parents and schools.")]
    [InlineData("Pasākumā piedalījās 70 dalībnieku; semināros 278 dalībnieki; 21 seminārā 11 dalībnieku.")]
    [InlineData("Pēc 71 konsultācijas saņemtas atsauksmes, kopumā ar 21 sanāksmi.")]
    [InlineData("- A: 15 dalībnieki;\n- B: ap 20 dalībnieku.\n\nKopā piedalījās 151 dalībnieks.")]
    [InlineData("Organizēti semināri, piemēram:\n- Rīgā (15 dalībnieki);\n- Ogrē (14 dalībnieki).\n\nKopumā semināros piedalījās 151 dalībnieks.")]
    [InlineData("Alberta iela 13 (piedalījās 15 dalībnieki). Balva 2023 pasākumā piedalījās 25 dalībnieki.")]
    [InlineData("5 seminar cycle was held with 12 participants. 21 participants came.")]
    public void Check_TrueSentence_SaysNothing(string text) => Assert.Empty(Check(text));

    [Theory]
    [InlineData("67 ziņu lapās; sociālajos kontos Facebook 24; Twitter 18; Instagram 9. Kopā 120 publikācijas", "sum-mismatch", "120 publikācijas", "67 + 24 + 18 + 9 = 118 ≠ 120")]
    [InlineData("Seminārā klātienē 40, attālināti 23, kopā 64 dalībnieki.", "sum-mismatch", "64 dalībnieki", "40 + 23 = 63 ≠ 64")]
    [InlineData("64 participants in total: 40 on site and 23 online.", "sum-mismatch", "64 participants", "40 + 23 = 63 ≠ 64")]
    [InlineData("Rīgā 15 dalībnieki, Ogrē 14 dalībnieki, kopā 30 dalībnieki.", "sum-mismatch", "30 dalībnieki", "15 + 14 = 29 ≠ 30")]
    [InlineData("- Rīgā 15 dalībnieki;\n- Ogrē 14 dalībnieki.\n\nKopā piedalījās 151 dalībnieks.", "sum-mismatch", "151 dalībnieks", "15 + 14 = 29 ≠ 151")]
    [InlineData("Semināros piedalījās 30 dalībnieki:\n- 09.02.2023. Rīgā 15 dalībnieki;\n- 10.02.2023. Ogrē 14 dalībnieki.", "sum-mismatch", "30 dalībnieki", "15 + 14 = 29 ≠ 30")]
    [InlineData("Notika trīs diskusijas: par jauniešiem, par darbu, par ceļiem un par vecāku lomu skolā.", "count-mismatch", "trīs diskusijas", "3 ≠ 4")]
    [InlineData("Five discussions took place: on volunteering in a crisis, on transport and on parents and schools.", "count-mismatch", "Five discussions", "5 ≠ 3")]
    [InlineData("Organizēti 3 semināri:\n- 09.02.2023. “Vērtības”;\n- 10.02.2023. “Plāni”.", "count-mismatch", "3 semināri", "3 ≠ 2")]
    [InlineData("Iesniegti 12 pieteikumi, no tiem atbalstīti 15.", "approved-exceeds-applied", "15", "15 > 12")]
    [InlineData("Kopumā pieteicās 16 organizācijas, tika apstiprināti 19 projekti.", "approved-exceeds-applied", "19 projekti", "19 > 16")]
    [InlineData("12 applications were received and 14 projects were approved.", "approved-exceeds-applied", "14 projects", "14 > 12")]
    [InlineData("Nodrošināja konsultācijas. (71 konsultācijas).", "noun-agreement", "71 konsultācijas", "")]
    [InlineData("Sniegtas 71 konsultācijas organizācijām.", "noun-agreement", "71 konsultācijas", "")]
    [InlineData("Piedalījās 5 dalībnieks.", "noun-agreement", "5 dalībnieks", "")]
    [InlineData("Piedalījās 21 dalībnieki.", "noun-agreement", "21 dalībnieki", "")]
    [InlineData("1 consultations on topical questions were given.", "noun-agreement", "1 consultations", "")]
    public void Check_WrongSentence_IsPointedOut(string text, string code, string quote, string working)
    {
        var (finding, document) = Assert.Single(Check(text));

        Assert.Equal((code, quote, working), (finding.Code, document.Quote(finding.Where!.Value), finding.Working));
    }

    [Fact]
    public void Source_Checked_HasNothingButTheAgreementOfConsultations()
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reporting/Audit/Documents/kopsavilkums-2022-2025.txt"));

        var (finding, document) = Assert.Single(Check(text));

        Assert.Equal(("noun-agreement", 1, "71 konsultācijas"), (finding.Code, finding.Year, document.Quote(finding.Where!.Value)));
    }

    [Theory]
    [InlineData("08.05.2022.", "63 dalībnieki", "62 dalībnieki", "sum-mismatch")]
    [InlineData("151 dalībnieks", "151 dalībnieks", "152 dalībnieki", "sum-mismatch")]
    [InlineData("Twitter 18", "Twitter 18", "Twitter 28", "sum-mismatch")]
    [InlineData("tika apstiprināti", "apstiprināti 9", "apstiprināti 19", "approved-exceeds-applied")]
    public void Source_WithANumberChanged_IsAccused(string near, string number, string other, string code)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reporting/Audit/Documents/kopsavilkums-2022-2025.txt"));
        var at = text.IndexOf(number, text.IndexOf(near, StringComparison.Ordinal), StringComparison.Ordinal);

        var findings = Check(text[..at] + other + text[(at + number.Length)..]);

        Assert.Contains(findings, found => found.Finding.Code == code && found.Finding.Year == 1);
    }

    [Fact]
    public void Check_AnyText_NeverThrows() =>
        Gen.OneOf(Gen.String, Gen.OneOf("12", " ", "dalībnieki ", "kopā ", "–", ".\n- ", "Facebook ", "trīs ", "ziņu lapas", "(", ")", ":", ";", "un ", "no tiem ", "klātienē ", "tiešsaistē ", "iesniegti ", "apstiprināti "))
            .Array[0, 18].Select(string.Concat)
            .Sample(text => Check(text).All(found => found.Finding.Where is { } where && where.End <= found.Document.Text.Length));

    private static IReadOnlyList<(Finding Finding, Talka.Reporting.Audit.Reading.SourceDocument Document)> Check(string text)
    {
        using var language = Languages.Use("lv");
        var document = TextReader.Read(text, "paraugs.txt");
        var summary = SummaryReader.Read(document);
        return [.. Rules.SelectMany(rule => rule.Check(summary)).Select(finding => (finding, document))];
    }
}
