namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>Numbers and what stands below or behind them, tied by numbering, case, the sentence's subject or a sum that misses by a slip; each right and wrong.</summary>
public sealed class ListsByStructureTests
{
    [Theory]
    // Numbers within a number
    [InlineData("3.2. Izdoti pieci materiāli vieglajā valodā:\n3.2.1. \"Soli pa solim\";\n3.2.2. \"Pakalpojums\";\n3.2.3. \"Ja atsaka\";\n3.2.4. \"Palīglīdzekļi\".", "count-mismatch 1")]
    [InlineData("3.2. Izdoti četri materiāli vieglajā valodā:\n3.2.1. \"Soli pa solim\";\n3.2.2. \"Pakalpojums\";\n3.2.3. \"Ja atsaka\";\n3.2.4. \"Palīglīdzekļi\".", "")]
    // Lines named by the very noun, in another case
    [InlineData("Izbraukumi notika četros pagastos:\n   Litenes pagasts\n   Variņu pagasts\n   Ērgļu pagasts", "count-mismatch 1")]
    [InlineData("Izbraukumi notika trijos pagastos:\n   Litenes pagasts\n   Variņu pagasts\n   Ērgļu pagasts", "")]
    // Held so many times, whatever is told of it, above days
    [InlineData("Vasarā notika 4 ekspedīcijas, kurās apsekotas piemiņas vietas:\n\n- uz Skrundu (02.07.2021.)\n- uz Balviem (23.07.2021.)\n- uz Viesīti (13.08.2021.)", "count-mismatch 1")]
    [InlineData("Vasarā notika 3 ekspedīcijas, kurās apsekotas piemiņas vietas:\n\n- uz Skrundu (02.07.2021.)\n- uz Balviem (23.07.2021.)\n- uz Viesīti (13.08.2021.)", "")]
    // What is said of each behind the last name is no item
    [InlineData("Vasarā notika 5 nometnes: Smiltenē, Cēsīs, Madonā un Alūksnē, katra sešas dienas gara.", "count-mismatch 1")]
    [InlineData("Vasarā notika 4 nometnes: Smiltenē, Cēsīs, Madonā un Alūksnē, katra sešas dienas gara.", "")]
    // All of them behind “of which”
    [InlineData("Sniegtas 534 konsultācijas patērētājiem, tajā skaitā 301 pa tālruni, 148 elektroniskajā pastā un 95 klātienē.", "sum-mismatch 1")]
    [InlineData("Sniegtas 544 konsultācijas patērētājiem, tajā skaitā 301 pa tālruni, 148 elektroniskajā pastā un 95 klātienē.", "")]
    [InlineData("Kursos kopā bija 412 dalībnieki, no tiem Alūksnē 96, Gulbenē 118, Smiltenē 87, Madonā 101.", "sum-mismatch 1")]
    [InlineData("Kursos kopā bija 402 dalībnieki, no tiem Alūksnē 96, Gulbenē 118, Smiltenē 87, Madonā 101.", "")]
    [InlineData("Kursos kopā bija 412 dalībnieki, no tiem Alūksnē 96, Gulbenē 58, Smiltenē 37.", "")]
    [InlineData("Atbildēti 4 208 zvani, no tiem 1 906 no pieaugušajiem līdz 64 gadu vecumam, 1 488 no senioriem un 814 no jauniešiem.", "")]
    // Some of them, or all but what is told elsewhere; what is off by a round number may be what is left
    [InlineData("Pasākumu apmeklēja 312 dalībnieki, no tiem 110 no Rīgas, 65 no Ogres, 35 no Siguldas un 82 no Cēsīm; pārējie bija no citiem novadiem.", "")]
    [InlineData("Kopumā 298 dalībnieki, tostarp 88 bērni, 64 skolēni un 46 seniori.", "")]
    [InlineData("Sniegtas 412 konsultācijas, tajā skaitā 101 pa tālruni, 118 e-pastā un 93 klātienē izbraukumos.", "")]
    // What is to be done, and what is said of all, is none of what was counted
    [InlineData("3.2. Notika trīs semināri:\n3.2.1. programmas saskaņošana ar pašvaldību;\n3.2.2. lektoru piesaiste;\n3.2.3. vietu sagatavošana;\n3.2.4. dalībnieku reģistrācija.", "")]
    [InlineData("1. Īstenotas trīs programmas.\n1.1. Digitālo prasmju programma.\n1.2. Veselības programma.\n1.3. Karjeras programma.\n1.4. Visu programmu noslēgumā izsniegtas apliecības.", "")]
    [InlineData("Trīs meistari atjaunoja baznīcas solus darbnīcā:\n\n- nomainītas sēdvirsmas\n- salabotas atzveltnes\n- nokrāsotas kājas\n- uzklāta laka", "")]
    [InlineData("Rudenī notika 3 ekspedīcijas, kurās apsekotas piemiņas vietas:\n\n- Krustkalna kapi, 12.09.2021.\n- Lubānas kapsēta, 12.09.2021.\n- Teirumnieku kapi, 20.09.2021.\n- Barkavas kapi, 28.09.2021.", "")]
    [InlineData("Notika pieci semināri: Rīgā, Cēsīs, Valmierā un Smiltenē, katrā pilsētā viens, bet Rīgā divi.", "")]
    // The largest, and the total of all
    [InlineData("Lielākie pasākumi:\n\nPasākums\tDalībnieki\nĢimeņu diena\t120\nSporta svētki\t85\nGadatirgus\t140\nKopā gadā\t910", "")]
    // A year of which two digits changed places; who came, and not when it was
    [InlineData("Apmācība sākta Bauskā 10.09.2012. un pabeigta 17.12.2021.", "date-outside-period 1")]
    [InlineData("Apmācība sākta Bauskā 10.09.2020. un pabeigta 17.12.2021.", "")]
    [InlineData("12.10.2023. Valmierā kursi skolotājiem, kas jau bija mācījušies iepriekšējā gadā.", "date-outside-period 1")]
    [InlineData("12.10.2021. Valmierā kursi skolotājiem, kas jau bija mācījušies iepriekšējā gadā.", "")]
    // A sentence, and a dateline
    [InlineData("Notika 2024. gada 9. februārī.", "date-outside-period 1")]
    [InlineData("Rīgā 2024. gada 9. februārī.", "")]
    public void Latvian(string text, string expected) => Assert.Equal(expected, Frame.Latvian(first: text));

    [Theory]
    [InlineData("Five dogs finished the training and were handed over in the first year:\n\n- Brita, to Cēsis, 4 May 2021\n- Muris, to Jelgava, 11 May 2021\n- Zelda, to Rīga, 15 June 2021\n- Tobis, to Ogre, 16 June 2021", "count-mismatch 1")]
    [InlineData("Four dogs finished the training and were handed over in the first year:\n\n- Brita, to Cēsis, 4 May 2021\n- Muris, to Jelgava, 11 May 2021\n- Zelda, to Rīga, 15 June 2021\n- Tobis, to Ogre, 16 June 2021", "")]
    [InlineData("1,226 consultations were given, 702 by phone, 436 by e-mail, 128 at the desk.", "sum-mismatch 1")]
    [InlineData("1,266 consultations were given, 702 by phone, 436 by e-mail, 128 at the desk.", "")]
    [InlineData("The line took 1 482 calls: 903 came from sons and daughters, 342 from husbands and wives, and 217 from neighbours, friends and others.", "sum-mismatch 1")]
    [InlineData("The line took 1 462 calls: 903 came from sons and daughters, 342 from husbands and wives, and 217 from neighbours, friends and others.", "")]
    [InlineData("The line took 1 482 calls: 903 came from sons and daughters, 342 from husbands and wives, and 217 from neighbours; the others did not say.", "")]
    // The same five again; what stands beside the total, and not the list above it
    [InlineData("Two more senior clubs opened, so that the five clubs we had promised did come about. Together the five clubs had 83 players.", "")]
    [InlineData("Classes for teachers:\n\n- 3 March 2021, Cēsis, 32 teachers\n- 15 April 2021, Ogre, 29 teachers\n\nThree dance days were held in Talsi (140 dancers), Kuldīga (185 dancers) and Nīca (121 dancers). In all 446 children danced there.", "")]
    [InlineData("  Place      Dates               Completed\n  Liepāja    16-17 March 2021         46\n  Grobiņa    20-21 April 2021         17\n  Aizpute    21-22 May 2021           22\n  Nīca       19-20 October 2021       14\n  ---------------------------------------\n  Total                              112", "sum-mismatch 1")]
    [InlineData("  Place      Dates               Completed\n  Liepāja    16-17 March 2021         46\n  Grobiņa    20-21 April 2021         17\n  Aizpute    21-22 May 2021           22\n  Nīca       19-20 October 2021       14\n  ---------------------------------------\n  Total                               99", "")]
    [InlineData("In March only 1 patrols could be kept on call.", "noun-agreement 1")]
    [InlineData("In March only 1 patrol could be kept on call.", "")]
    public void English(string text, string expected) => Assert.Equal(expected, Frame.English(first: text));
}
