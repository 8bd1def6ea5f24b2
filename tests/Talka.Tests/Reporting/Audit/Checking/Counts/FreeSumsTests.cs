using Talka.Foundation.Localisation;
using Talka.Reporting.Audit.Checking;
using Talka.Reporting.Audit.Checking.Counts;
using Talka.Reporting.Audit.Checking.Lists;
using Talka.Reporting.Audit.Checking.Sums;
using Talka.Reporting.Audit.Understanding;
using TextReader = Talka.Reporting.Audit.Reading.TextReader;

namespace Talka.Tests.Reporting.Audit.Checking.Counts;

/// <summary>Sums and lists that are told freely, whatever they count.</summary>
public sealed class FreeSumsTests
{
    private static readonly IReadOnlyList<IAuditRule> Rules = [new CountSumRule(), new CountMismatchRule()];

    [Theory]
    [InlineData("Ūdens paraugi ņemti 412 vietās: 160 pavasarī, 138 vasarā un 114 rudenī.")]
    [InlineData("Ūdens paraugi ņemti 412 vietās: 160 pavasarī, 138 vasarā un ap 100 rudenī.")]
    [InlineData("Klubā bija 14, bibliotēkā 23 un skolā 9 pastāvīgie lasītāji, pavisam 46.")]
    [InlineData("Atbildes sniedza 287 pašvaldības, tostarp 126 pilsētu un 98 novadu.")]
    [InlineData("Kopā 58 dažādi cilvēki: pirmajā dienā 31, otrajā 29 un trešajā 8.")]
    [InlineData("Parādīti 156 seansi (21 + 64 + 71).")]
    [InlineData("Abās dienās reģistrējām 44 + 37 = 81 dalībnieku.")]
    [InlineData("Seniori zvanīja 96 reizes, rakstīja 31 un atnāca 16: kopā 143 saziņas.")]
    [InlineData("Notika 12 nodarbības (9, 14, 10 un 12 cilvēki).")]
    [InlineData("Attendance was 34, 41 and 29; 104 people in all.")]
    [InlineData("We answered 417 requests: 288 by e-mail, 96 by telephone and 33 at the counter.")]
    [InlineData("Trīs lekcijas (14. martā, 6. jūnijā un 2023. gada 21. novembrī) vadīja juristi.")]
    [InlineData("Divas talkas notika 20.04.2024. (70 brīvprātīgie) un 21.09.2024. (44 brīvprātīgie).")]
    [InlineData("Four clinics on 9 March, 13 April, 11 May and 8 June 2023 were full.")]
    [InlineData("Četri semināri notika no 2. līdz 6. maijam.")]
    [InlineData("Notika 4 nodarbības, 5. un 12. martā ar vieslektoru no Tartu universitātes.")]
    public void Check_TrueSentence_SaysNothing(string text) => Assert.Empty(Check(text));

    [Theory]
    [InlineData("Ūdens paraugi ņemti 412 vietās: 160 pavasarī, 148 vasarā un 114 rudenī.", "sum-mismatch", "160 + 148 + 114 = 422 ≠ 412")]
    [InlineData("Klubā bija 14, bibliotēkā 23 un skolā 9 pastāvīgie lasītāji, pavisam 56.", "sum-mismatch", "14 + 23 + 9 = 46 ≠ 56")]
    [InlineData("Parādīti 165 seansi (21 + 64 + 71).", "sum-mismatch", "21 + 64 + 71 = 156 ≠ 165")]
    [InlineData("Abās dienās reģistrējām 44 + 37 = 91 dalībnieku.", "sum-mismatch", "44 + 37 = 81 ≠ 91")]
    [InlineData("Seniori zvanīja 96, rakstīja 31 un atnāca 16: kopā 134 saziņas.", "sum-mismatch", "96 + 31 + 16 = 143 ≠ 134")]
    [InlineData("Attendance was 34, 41 and 29; 114 people in all.", "sum-mismatch", "34 + 41 + 29 = 104 ≠ 114")]
    [InlineData("We answered 427 requests: 288 by e-mail, 96 by telephone and 33 at the counter.", "sum-mismatch", "288 + 96 + 33 = 417 ≠ 427")]
    [InlineData("Skrējienu sērijā finišēja:\n- Rankā 83 dalībnieki;\n- Ērgļos 71 dalībnieks;\n- Raunā 66 dalībnieki.\n\nSērijā kopumā reģistrēti 230 finiši.", "sum-mismatch", "83 + 71 + 66 = 220 ≠ 230")]
    [InlineData("Novads\tLapas\tKlades\nKurzeme\t910\t4\nZemgale\t655\t3\nLatgale\t500\t2\nKopā\t2 165\t9", "sum-mismatch", "910 + 655 + 500 = 2 065 ≠ 2 165")]
    [InlineData("Divas lekcijas (14. martā, 6. jūnijā un 2023. gada 21. novembrī) vadīja juristi.", "count-mismatch", "2 ≠ 3")]
    [InlineData("Notika trīs ekspertu sanāksmes (2020. gada 11. jūnijā, 10. septembrī, 12. novembrī un 2021. gada 28. janvārī).", "count-mismatch", "3 ≠ 4")]
    [InlineData("Three clinics on 9 March, 13 April, 11 May and 8 June 2023.", "count-mismatch", "3 ≠ 4")]
    [InlineData("Iznāca piecas podkāsta „Mala” sērijas: „Jūra”, „Mežs”, „Upe” un „Kāpa”.", "count-mismatch", "5 ≠ 4")]
    [InlineData("Four training weekends followed:\n(a) 22-23 April 2023, water chemistry\n(b) 13-14 May 2023, maps\n(c) 10-11 June 2023, safety\n(d) 9-10 September 2023, insects\n(e) 7-8 October 2023, winter", "count-mismatch", "4 ≠ 5")]
    [InlineData("Darba devējiem notika trīs vebināri:\n1) Līgums – 2020. gada 20. oktobrī;\n2) Apdrošināšana – 2020. gada 24. novembrī;\n3) Paldies – 2021. gada 26. janvārī;\n4) Krīze – 2021. gada 23. martā.", "count-mismatch", "3 ≠ 4")]
    public void Check_WrongSentence_IsPointedOut(string text, string code, string working)
    {
        var finding = Assert.Single(Check(text));

        Assert.Equal((code, working), (finding.Code, finding.Working.Replace('\u00A0', ' ')));
    }

    private static List<Finding> Check(string text)
    {
        using var language = Languages.Use("lv");
        var summary = SummaryReader.Read(TextReader.Read("Apraksts un vērtējums\n\n" + text, "kopsavilkums.txt"));
        return [.. Rules.SelectMany(rule => rule.Check(summary))];
    }
}
