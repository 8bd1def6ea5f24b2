namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>What ties two tellings together: parts and their whole, a promise and what came of it, an event and its second report; right and wrong ones.</summary>
public sealed class TiedTellingsTests
{
    [Theory]
    [InlineData("Ogrē bija 41 klausītājs, Cēsīs 36 un Talsos 29. Trijās lekcijās kopā bija 116 klausītāju.", "sum-mismatch 1")]
    [InlineData("Ogrē bija 41 klausītājs, Cēsīs 36 un Talsos 29. Trijās lekcijās kopā bija 106 klausītāji.", "")]
    [InlineData("Ogrē bija 41 klausītājs, Cēsīs 36 un Talsos 29. Četrās lekcijās kopā bija 131 klausītājs.", "")]
    [InlineData("Talku skaits: Ogrē 18, Cēsīs 21, Talsos 17. Kopā gada laikā notika 59 talkas.", "sum-mismatch 1")]
    [InlineData("Talku skaits: Ogrē 18, Cēsīs 21, Talsos 17. Kopā gada laikā notika 56 talkas.", "")]
    [InlineData("Bibliotēku skaits: Ogrē 18, Cēsīs 21, Talsos 17. Kopā gada laikā notika 59 talkas.", "")]
    [InlineData("Sniegti 284 padomi, tai skaitā par nomu 131, par darbu 68, par ģimeni 55 un citās jomās 40.", "sum-mismatch 1")]
    [InlineData("Sniegti 294 padomi, tai skaitā par nomu 131, par darbu 68, par ģimeni 55 un citās jomās 40.", "")]
    [InlineData("Sniegti 284 padomi, tai skaitā par nomu 131, par darbu 68 un par ģimeni 55.", "")]
    [InlineData("Izveidoti 138 pāri, 64 no tiem Rīgā, 27 Ogrē, 22 Cēsīs un 15 Talsos.", "sum-mismatch 1")]
    [InlineData("Izveidoti 128 pāri, 64 no tiem Rīgā, 27 Ogrē, 22 Cēsīs un 15 Talsos.", "")]
    [InlineData("Izveidoti 138 pāri, 64 no tiem Rīgā, 27 Ogrē, 22 Cēsīs un 15 Talsos; pārējie dzīvo tālāk.", "")]
    [InlineData("Vairākums no 138 pāriem izveidots pilsētās, 64 Rīgā, 27 Ogrē, 22 Cēsīs un 15 Talsos.", "")]
    [InlineData("2022. gada gaitai izmantojot 2021. gada 12. maija sarunā Ogrē 45 vecāku teikto, uzsākta sistemātiska mentoru sistēmas lietošana.", "")]
    [InlineData("Izveidoti 138 pāri, tostarp 64 Rīgā, 27 Ogrē, 22 Cēsīs un 15 Talsos.", "")]
    [InlineData("13. maijs. Ogrē bija 46 cilvēki.\n23. jūnijs. Cēsīs bija 61 cilvēks.\n7. jūlijs. Talsos bija 38 cilvēki.\n8. jūlijs. Skolā bija 29 skolēni.\n\n"
            + "Trijās talkās kopā bija 145 dalībnieki (skolēnus šeit neskaitot).",
        "")]
    [InlineData("Palīdzību saņēma 203 ģimenes; vienai ģimenei palīdzēts vairākos jautājumos, tāpēc jautājumu vairāk nekā ģimeņu, kopā 611.", "")]
    public void LatvianParts_AreThoseOfTheirWhole(string first, string found) => Assert.Equal(found, Frame.Latvian(first));

    [Theory]
    [InlineData("Ogre drew 41 parents, Cēsis 36 and Talsi 29. The three evenings had 116 parents in total.", "sum-mismatch 1")]
    [InlineData("Ogre drew 41 parents, Cēsis 36 and Talsi 29. The three evenings had 106 parents in total.", "")]
    [InlineData("We counted 138 pairs, 64 of them in Ogre, 27 in Cēsis, 22 in Talsi and 15 in Saldus.", "sum-mismatch 1")]
    [InlineData("We counted 128 pairs, 64 of them in Ogre, 27 in Cēsis, 22 in Talsi and 15 in Saldus.", "")]
    [InlineData("We counted 138 pairs, 64 of them in Ogre, 27 in Cēsis and 22 in Talsi.", "")]
    [InlineData("We counted 138 pairs, 64 of them in Ogre, 27 in Cēsis, 22 in Talsi and 15 in Saldus; the others live abroad.", "")]
    [InlineData("We began systematic work with fathers.", "")]
    public void EnglishParts_AreThoseOfTheirWhole(string first, string found) => Assert.Equal(found, Frame.English(first));

    [Theory]
    [InlineData("Skates notika četros novados:\n- Balvos 02.04.2021., 27 kori;\n- Ludzā 09.04.2021., 21 koris;\n- Krāslavā 23.04.2021., 16 kori.", "count-mismatch 1")]
    [InlineData("Skates notika trijos novados:\n- Balvos 02.04.2021., 27 kori;\n- Ludzā 09.04.2021., 21 koris;\n- Krāslavā 23.04.2021., 16 kori.", "")]
    [InlineData("Skates notika divos novados:\n- Balvos 02.04.2021., 27 kori;\n- Ludzā 09.04.2021., 21 koris;\n- Balvos 23.04.2021., 16 kori.", "")]
    [InlineData("Aprakstītas jostas no četriem novadiem:\n- Balvu,\n- Ludzas,\n- Krāslavas.", "count-mismatch 1")]
    [InlineData("Aprakstītas jostas no trim novadiem:\n- Balvu,\n- Ludzas,\n- Krāslavas.", "")]
    [InlineData("Konkurss | Ogre | Cēsis\nIesniegti pieteikumi | 14 | 12\nApstiprināti projekti | 8 | 15", "approved-exceeds-applied 1")]
    [InlineData("Konkurss | Ogre | Cēsis\nIesniegti pieteikumi | 14 | 16\nApstiprināti projekti | 8 | 15", "")]
    [InlineData("Konkurss | Ogre | Cēsis\nIesniegti pieteikumi | 14 | 12\nAtbalstītie skolēni | 80 | 150", "")]
    [InlineData("Rādītājs | Rudens | Pavasaris\nZvani dienā | 88 | 103\nZvani naktī | 42 | 55\nZvani pavisam | 130 | 185\nLekcijas | 4 | 5", "sum-mismatch 1")]
    [InlineData("Rādītājs | Rudens | Pavasaris\nZvani dienā | 88 | 103\nZvani naktī | 42 | 55\nZvani pavisam | 130 | 158\nLekcijas | 4 | 5", "")]
    [InlineData("Rādītājs | Rudens | Pavasaris\nZvani dienā | 88 | 103\nZvani naktī | 42 | 55\nZvani ar juristu | 12 | 9\nZvani pavisam | 130 | 158\nLekcijas | 4 | 5", "")]
    public void LatvianLists_HaveWhatIsSaidOfThem(string first, string found) => Assert.Equal(found, Frame.Latvian(first));

    [Theory]
    [InlineData("Thirteen museums sent in their forms; the jury said yes to sixteen of them.", "approved-exceeds-applied 1")]
    [InlineData("Sixteen museums sent in their forms; the jury said yes to thirteen of them.", "")]
    public void EnglishAnswers_AreNoMoreThanWereAsked(string first, string found) => Assert.Equal(found, Frame.English(first));

    [Theory]
    [InlineData("Nofilmētas 24 pamācība par dārzu.", "noun-agreement 1")]
    [InlineData("Nofilmētas 24 pamācības par dārzu.", "")]
    [InlineData("Patvērumu guva 31 sievietes un 24 bērni.", "noun-agreement 1")]
    [InlineData("Patvērumu guva 31 sieviete un 24 bērni.", "")]
    [InlineData("Patvērumu guva 32 sievietes un 24 bērni.", "")]
    [InlineData("Akcijā sarūpēta 231 somas.", "noun-agreement 1")]
    [InlineData("Akcijā sarūpēta 231 soma.", "")]
    public void LatvianNoun_AgreesWithItsNumber(string first, string found) => Assert.Equal(found, Frame.Latvian(first));

    [Theory]
    [InlineData("Uzsākta stāstu krājuma „Balsis” ierakstīšana kopā ar teicējiem.", "Notika 6 semināri.", "promised-not-reported 1")]
    [InlineData("Uzsākta stāstu krājuma „Balsis” ierakstīšana kopā ar teicējiem.", "Stāstu krājums pieejams bibliotēkās.", "")]
    [InlineData("Likts pamats krājuma datubāzei: augustā sākta tās programmēšana.", "Notika 6 semināri.", "promised-not-reported 1")]
    [InlineData("Likts pamats krājuma datubāzei: augustā sākta tās programmēšana.", "Datubāze atvērta maijā.", "")]
    [InlineData("Pirmās 35 lentes ir pārrakstītas, pārējās paredzēts pārrakstīt otrajā gadā.", "Notika 6 semināri.", "promised-not-reported 1")]
    [InlineData("Pirmās 35 lentes ir pārrakstītas, pārējās paredzēts pārrakstīt otrajā gadā.", "Pārrakstītas visas lentes.", "")]
    [InlineData("Pirmie 35 dalībnieki mācās, pārējos paredzēts uzņemt otrajā gadā.", "Notika 6 semināri.", "")]
    public void LatvianPromise_IsKeptOrNot(string first, string second, string found) => Assert.Equal(found, Frame.Latvian(first, second));

    [Theory]
    [InlineData("In May we set to work on a pocket book of phrases.", "6 seminars were held.", "promised-not-reported 1")]
    [InlineData("In May we set to work on a pocket book of phrases.", "The pocket book was printed in June.", "")]
    [InlineData("We made a start on the archive of letters.", "6 seminars were held.", "promised-not-reported 1")]
    [InlineData("Six of the young people have begun to study history.", "6 seminars were held.", "")]
    [InlineData("On 10 March 2021 we published the handbook; work on it had begun the year before.", "6 seminars were held.", "")]
    public void EnglishPromise_IsKeptOrNot(string first, string second, string found) => Assert.Equal(found, Frame.English(first, second));

    [Theory]
    [InlineData("28. maijā Saldū notika diena jauniešiem (164 dalībnieki), bet 14. oktobrī Talsos – darbnīca „Mūsu iela” (38 dalībnieki).",
        "14.10.2021. Talsos novadīta darbnīca „Mūsu iela” (38 dalībnieki).", true)]
    [InlineData("28. maijā Saldū notika diena jauniešiem (164 dalībnieki), bet 14. oktobrī Talsos – darbnīca „Mūsu iela” (38 dalībnieki).",
        "14.10.2022. Talsos novadīta darbnīca „Mūsu iela” (38 dalībnieki).", false)]
    [InlineData("Grāmatas atvēršana notika 2021. gada 2. decembrī Cēsīs, klātesot 45 viesiem.", "Grāmatas svētki Cēsīs 02.12.2021. (45 dalībnieki).", true)]
    [InlineData("Grāmatas atvēršana notika 2021. gada 2. decembrī Cēsīs, klātesot 45 viesiem.", "Salīdzinot ar svētkiem Cēsīs 02.12.2021. (45 dalībnieki), nāca vairāk.", false)]
    [InlineData("Grāmatas atvēršana notika 2021. gada 2. decembrī Cēsīs, klātesot 45 viesiem.", "Svētki Ogrē 02.12.2021. (45 dalībnieki).", false)]
    public void LatvianEvent_IsReportedInOneYear(string first, string second, bool isTwice) =>
        Assert.Equal(isTwice, Frame.Latvian(first, second).Contains("duplicate-item 2", StringComparison.Ordinal));

    [Theory]
    [InlineData("The handbook is not part of this contract and will be written with other money.", "")]
    [InlineData("The handbook of the camp will be written by the teachers.", "future-tense-done-work 1")]
    public void EnglishPlan_IsOfThisTask(string first, string found) => Assert.Equal(found, Frame.English(first));
}
