namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>What was begun and what became of it, what is told twice or as if it were still to come, and what weighs the work, in further words; right and wrong ones.</summary>
public sealed class ToldAgainTests
{
    [Theory]
    [InlineData("Rudenī sākām būvēt nojumi pie Salacas skolas.", "Notika 6 semināri.", "promised-not-reported 1")]
    [InlineData("Rudenī sākām būvēt nojumi pie Salacas skolas.", "Zem nojumes tagad glabājas 20 velosipēdi.", "")]
    [InlineData("Novembrī sākta skatu torņa celtniecība.", "Notika 6 semināri.", "promised-not-reported 1")]
    [InlineData("Novembrī sākta skatu torņa celtniecība.", "Tornis slejas 20 metru augstumā.", "")]
    [InlineData("Iesākti divi darbi: jumta nomaiņa un ērģeļu restaurācija.", "Jumta nomaiņa pabeigta.", "promised-not-reported 1")]
    [InlineData("Iesākta žoga krāsošana.", "Nokrāsotas visas četras žoga puses.", "")]
    [InlineData("Iesākta žoga krāsošana.", "Notika 6 semināri.", "promised-not-reported 1")]
    [InlineData("Darbs pie vietvārdu datubāzes ir iesākts.", "Turpināts darbs pie datubāzes: ievadīti 300 vārdi; maijā to pabeidza.", "")]
    [InlineData("Sākās iedzīvotāju aptauja.", "No visiem pagastiem saņemtas atbildes, rezultāti apkopoti.", "")]
    [InlineData("Sākās iedzīvotāju aptauja.", "Notika 6 semināri.", "promised-not-reported 1")]
    [InlineData("Semināri sākās plkst. 10 ar kafiju.", "Notika 6 semināri.", "")]
    [InlineData("Sākta vēstuļu pārrakstīšana datorā.", "Pārrakstītas atlikušās 80 lapas.", "")]
    [InlineData("Sākta vēstuļu pārrakstīšana datorā.", "Pārrakstītas vēl 80 lapas.", "promised-not-reported 1")]
    [InlineData("Likti pamati estrādes piebūvei Limbažos.", "Piebūvē ierīkota garderobe.", "")]
    [InlineData("Novembrī sāka aust deķus viesu namam.", "Deķi sedz visas 12 gultas.", "")]
    [InlineData("Uzsākta lauku vietvārdu kartes zīmēšana.", "Pārējie lauki: sk. tālāk.", "promised-not-reported 1")]
    [InlineData("Uzsākta ceļa zīmju reģistra izveide.", "Dalībnieki lietoja gatavo reģistru.", "")]
    public void WhatWasBegun_IsConcludedOrNot(string first, string second, string found) => Assert.Equal(found, Frame.Latvian(first, second));

    [Theory]
    [InlineData("A crew set about restoring the old ferry.", "6 seminars were held.", "promised-not-reported 1")]
    [InlineData("A crew set about restoring the old ferry.", "The ferry was back in service by May.", "")]
    [InlineData("Preparation of a safety charter for pools was launched in May.", "6 seminars were held.", "promised-not-reported 1")]
    [InlineData("Preparation of a safety charter for pools was launched in May.", "The charter hangs in 20 pools.", "")]
    [InlineData("The setting up of a seed bank for growers began in spring. It opened in August.", "6 seminars were held.", "")]
    [InlineData("Volunteers began to index the ship logs.", "6 seminars were held.", "promised-not-reported 1")]
    [InlineData("Our handbook for guides was begun in June and put on the website in December.", "6 seminars were held.", "")]
    [InlineData("Our website was launched in June.", "6 seminars were held.", "")]
    public void EnglishWork_IsConcludedOrNot(string first, string second, string found) => Assert.Equal(found, Frame.English(first, second));

    [Theory]
    [InlineData("Izdots ceļvedis „Daugavas loki” (200 eks.).", "Izdots ceļvedis „Daugavas loki” (200 eks.).", "duplicate-item 2")]
    [InlineData("Izdoti 4 žurnāla „Straume” numuri.", "Izdoti 4 žurnāla „Straume” numuri.", "")]
    [InlineData("Ziemā Ogrē pirmo reizi notika slēpojums neredzīgajiem.", "Ziemā Ogrē pirmo reizi notika slēpojums neredzīgajiem.", "duplicate-item 2")]
    [InlineData("Maijā pie Raunas atsegts senais akas grods. Pie Raunas maijā atsegts senais akas grods.", "Notika 6 semināri.", "duplicate-item 1")]
    [InlineData("Apmeklēti muzeji: Tukuma, Kandavas, Talsu un Kandavas.", "Notika 6 semināri.", "duplicate-item 1")]
    [InlineData("Semināri muzejos: Tukums, Kandava, Talsi un Kandava.", "Notika 6 semināri.", "")]
    [InlineData("Brauciena maršruts pa pilsētām: Tukums, Kandava, Talsi un Tukums.", "Notika 6 semināri.", "")]
    [InlineData("Radio stundas: 03.05. „Avots”, 10.05. „Krasts”, 10.05. „Krasts”, 17.05. „Lauks”.", "Notika 6 semināri.", "duplicate-item 1")]
    [InlineData("Radio stundas: 03.05. „Avots”, 10.05. „Krasts”, 10.05. „Upe”, 17.05. „Lauks”.", "Notika 6 semināri.", "")]
    [InlineData("Medus diena (Cēsis, 04.09.2021.) pulcēja 45 biškopjus; medus diena (Cēsis, 04.09.2021.) – 45 biškopji.", "Notika 6 semināri.", "duplicate-item 1")]
    public void WhatIsToldTwice_IsFound(string first, string second, string found) => Assert.Equal(found, Frame.Latvian(first, second));

    [Theory]
    [InlineData("Rudenī notiks skrējiens pa tiltiem.", "future-tense-done-work 2")]
    [InlineData("Pārskata gadā auklītes aprūpēs 30 mazuļus.", "future-tense-done-work 2")]
    [InlineData("Iecerēts bija maz, taču izdevās daudz: komanda apmeklēs 9 pagastus.", "future-tense-done-work 2")]
    [InlineData("Pēc projekta beigām laukumu uzturēs 2 sargi.", "")]
    [InlineData("Diskusija „Kas notiks ar upi?” bija 12.05.2022.", "")]
    [InlineData("Pilsētas skolās 46 skolotājus apmācīja mentori.", "")]
    public void TheLastYearToldInTheFuture_IsFound(string second, string found) => Assert.Equal(found, Frame.Latvian(second: second));

    [Theory]
    [InlineData("After the contract the club will stay open for 40 members.", "")]
    [InlineData("The best 3 teams are to receive new bicycles.", "future-tense-done-work 2")]
    public void TheLastEnglishYear_IsReadToo(string second, string found) => Assert.Equal(found, Frame.English(second: second));

    [Theory]
    [InlineData("Everything that the agreement required was done in time.", "")]
    [InlineData("More families came than had been expected.", "")]
    [InlineData("The money was well spent: the line took calls at night as well.", "")]
    [InlineData("Evaluation forms were printed in Riga.", "evaluation-missing")]
    [InlineData("A panel evaluated 30 drawings.", "evaluation-missing")]
    public void WhatWeighsTheWork_IsKnown(string evaluation, string found) => Assert.Equal(found, Frame.English(evaluation: evaluation));
}
