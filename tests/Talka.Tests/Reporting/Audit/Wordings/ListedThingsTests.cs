namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>How many things there were, and which; right and wrong ones.</summary>
public sealed class ListedThingsTests
{
    [Theory]
    [InlineData("Izveidotas četras darba grupas: izglītības, veselības un vides darba grupa.", "count-mismatch 1")]
    [InlineData("Izveidotas trīs darba grupas: izglītības, veselības un vides darba grupa.", "")]
    [InlineData("Izdotas trīs brošūras – „Mana tiesība”, „Mans pienākums”, „Mans kaimiņš” un „Mana balss”.", "count-mismatch 1")]
    [InlineData("Izdotas četras brošūras – „Mana tiesība”, „Mans pienākums”, „Mans kaimiņš” un „Mana balss”.", "")]
    [InlineData("Izbraukumi notika piecās vietās (Alūksnē, Balvos, Ludzā, Krāslavā).", "count-mismatch 1")]
    [InlineData("Izbraukumi notika piecās vietās (Alūksnē, Balvos, Ludzā, Krāslavā un Dagdā).", "")]
    [InlineData("Noslēgti 4 sadarbības līgumi: ar Ogres bibliotēku, ar Ķeguma novadu un ar Ikšķiles skolu.", "count-mismatch 1")]
    [InlineData("Noslēgti 3 sadarbības līgumi: ar Ogres bibliotēku, ar Ķeguma novadu un ar Ikšķiles skolu.", "")]
    [InlineData("Gadā notika divas konferences – 12. martā, 5. jūnijā un 17. oktobrī.", "count-mismatch 1")]
    [InlineData("Gadā notika trīs konferences – 12. martā, 5. jūnijā un 17. oktobrī.", "")]
    [InlineData("Tika sagatavoti četri video:\n1) par vēlēšanām;\n2) par budžetu;\n3) par iesniegumiem;\n4) par sūdzībām.", "")]
    [InlineData("Notika trīs pieredzes braucieni: uz Tallinu, uz Viļņu, uz Tartu un uz Kauņu.", "count-mismatch 1")]
    [InlineData("Notika četri pieredzes braucieni: uz Tallinu, uz Viļņu, uz Tartu un uz Kauņu.", "")]
    [InlineData("- 2021. gada 5. maijā seminārs Ogrē „Tava balss”, 20 dalībnieki;\n"
            + "- 2021. gada 9. jūnijā seminārs Cēsīs „Tavs budžets”, 25 dalībnieki;\n"
            + "- 2021. gada 5. maijā seminārs Ogrē „Tava balss”, 20 dalībnieki.",
        "duplicate-item 1")]
    [InlineData("- 2021. gada 5. maijā seminārs Ogrē „Tava balss”, 20 dalībnieki;\n"
            + "- 2021. gada 9. jūnijā seminārs Cēsīs „Tavs budžets”, 25 dalībnieki;\n"
            + "- 2021. gada 5. novembrī seminārs Ogrē „Tava balss”, 20 dalībnieki.",
        "")]
    [InlineData("Apmācīti sešu novadu bibliotekāri (Alūksnes, Balvu, Ludzas, Krāslavas un Preiļu).", "count-mismatch 1")]
    [InlineData("Apmācīti piecu novadu bibliotekāri (Alūksnes, Balvu, Ludzas, Krāslavas un Preiļu).", "")]
    [InlineData("Iznāca trīs žurnāla numuri (martā, jūnijā un oktobrī).", "")]
    [InlineData("Sanāksmes notika četras reizes – 5. martā, 7. jūnijā un 9. oktobrī.", "count-mismatch 1")]
    [InlineData("Sanāksmes notika trīs reizes – 5. martā, 7. jūnijā un 9. oktobrī.", "")]
    [InlineData("Kopa tikās trīs reizes nedēļā, tostarp 5. martā un 7. jūnijā.", "")]
    [InlineData("Tēmas bija trīs: vēlēšanas, budžets un iesniegumi.", "")]
    [InlineData("Ekspedīcijas bija četras: uz Sēliju, uz Latgali un uz Kurzemi.", "count-mismatch 1")]
    [InlineData("Ekspedīcijas bija trīs: uz Sēliju, uz Latgali un uz Kurzemi.", "")]
    [InlineData("Ar pašvaldībām noslēgti četri līgumi par telpām. Notika 5 semināri. Ar pašvaldībām noslēgti četri līgumi par telpām.",
        "duplicate-item 1")]
    public void LatvianNumber_IsThatOfWhatIsListed(string first, string found) => Assert.Equal(found, Frame.Latvian(first));

    [Theory]
    [InlineData("Three brochures were printed: \"Your rights\", \"Your duties\", \"Your neighbours\" and \"Your voice\".", "count-mismatch 1")]
    [InlineData("Four brochures were printed: \"Your rights\", \"Your duties\", \"Your neighbours\" and \"Your voice\".", "")]
    [InlineData("The bus visited six parishes: Ance, Puze, Pope and Uzava, and in May also Zira.", "count-mismatch 1")]
    [InlineData("Lectures were given by 3 experts, among them Anna Ozola and Pēteris Kalns.", "")]
    [InlineData("Partnerships were signed with four schools: Ance, Puze and Pope primary schools.", "count-mismatch 1")]
    [InlineData("Partnerships were signed with three schools: Ance, Puze and Pope primary schools.", "")]
    [InlineData("The exhibition toured four libraries (Dobele, Auce, Tērvete).", "count-mismatch 1")]
    [InlineData("The exhibition toured four libraries (Dobele, Auce, Tērvete and Jelgava).", "")]
    [InlineData("Two study visits took place: to Tallinn in March, to Vilnius in May, and to Tartu in October.", "count-mismatch 1")]
    [InlineData("Three study visits took place: to Tallinn in March, to Vilnius in May, and to Tartu in October.", "")]
    [InlineData("The mobile library stopped in Ance on 4 May 2021 and lent 60 books. In June it stood in Puze. On 4 May 2021 the mobile "
            + "library stopped in Ance and lent 60 books.",
        "duplicate-item 1")]
    [InlineData("The mobile library stopped in Ance on 4 May 2021 and lent 60 books. On 4 May 2021 it stopped in Puze too and lent 40.", "")]
    [InlineData("We worked in five municipalities: Ance, Puze, Pope and Zira.", "count-mismatch 1")]
    [InlineData("The journal came out three times, in March, June and October.", "")]
    [InlineData("Four partners joined us: the Ance library, the Puze school and the Pope museum.", "count-mismatch 1")]
    [InlineData("Three partners joined us: the Ance library, the Puze school and the Pope museum.", "")]
    [InlineData("The group met four times, for instance on 5 March, 7 June and 9 October.", "")]
    public void EnglishNumber_IsThatOfWhatIsListed(string first, string found) => Assert.Equal(found, Frame.English(first));
}
