namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>What is announced by a number and then named, and work of which a text speaks in another tense or year than it was done in.</summary>
public sealed class AnnouncedAndToldTests
{
    [Theory]
    [InlineData("Upē pārbaudīti pieci aizsprosti:\n- Zemais aizsprosts\n- Augstais aizsprosts\n- Vecais aizsprosts\n- Koka aizsprosts", "count-mismatch 1")]
    [InlineData("Ar laivām apsekoti četri purvi, visi kopā ar studentiem:\n- Cenas purvs\n- Olgas purvs\n- Kaigu purvs", "count-mismatch 1")]
    [InlineData("Ar laivām apsekoti trīs purvi, visi kopā ar studentiem:\n- Cenas purvs\n- Olgas purvs\n- Kaigu purvs", "")]
    [InlineData("Aizvadītas četras lekcijas:\n10.02.2021. Ogre\n11.03.2021. Cēsis\n12.04.2021. Rēzekne\n\nPārējais ir teikts citur.", "count-mismatch 1")]
    [InlineData("Aizvadītas divas lekcijas:\n10.02.2021. Ogre\n11.03.2021. Cēsis\n\n12.04.2021. Rēzeknē notika tikšanās ar vecākiem, un tajā bija 30 dalībnieku.", "")]
    [InlineData("Ierakstītas sešas raidījumu sērijas un sešas filmas (par bitēm, kalšanu, pīšanu un aušanu).", "count-mismatch 1")]
    [InlineData("Izdotas četras grāmatas (par mežu, upi, purvu un jūru).", "")]
    [InlineData("Izdotas trīs grāmatas (par mežu, upi, purvu un jūru).", "")]
    [InlineData("Izdotas sešas grāmatas (par mežu, upi, purvu u. c.).", "")]
    [InlineData("Konkursam iesniegti 18 pieteikumi, finansējumu saņēma 21 iecere.", "approved-exceeds-applied 1")]
    [InlineData("Konkursam iesniegts 21 pieteikums, finansējumu saņēma 18 ieceru.", "")]
    [InlineData("1. pusgads   ģimenes 61   aizbildņi 22   stundas 40\n2. pusgads   ģimenes 71   aizbildņi 24   stundas 41", "")]
    public void LatvianNumber_AnnouncesWhatIsNamed(string first, string found) => Assert.Equal(found, Frame.Latvian(first));

    [Theory]
    [InlineData("We cleaned four parks: Birch Lane, Mill Pond, South Bank, Castle Hill, Railway Green.", "count-mismatch 1")]
    [InlineData("We cleaned five parks: Birch Lane, Mill Pond, South Bank, Castle Hill, Railway Green.", "")]
    [InlineData("Two teachers spoke: Anna Ozola, Riga, Peter Liepa, Ogre.", "")]
    [InlineData("Four farms were visited with the students:\nMill Farm\nOak Farm\nHill Farm\n\nThe rest of the year was quiet.", "count-mismatch 1")]
    [InlineData("Three farms were visited with the students:\nMill Farm\nOak Farm\nHill Farm\n\nThe rest of the year was quiet.", "")]
    [InlineData("Four meetings with parents took place:\n   10/02/2021   Ogre     18 parents\n   11/03/2021   Cēsis    12 parents\n   14/04/2021   Valka    20 parents\n", "count-mismatch 1")]
    [InlineData("Three meetings with parents took place:\n   10/02/2021   Ogre     18 parents\n   11/03/2021   Cēsis    12 parents\n   14/04/2021   Valka    20 parents\n", "")]
    [InlineData("12 applications were submitted. Support was given to 15 initiatives.", "approved-exceeds-applied 1")]
    [InlineData("15 applications were submitted. Support was given to 12 initiatives.", "")]
    [InlineData("In the autumn 24 instructor attended the refresher course.", "noun-agreement 1")]
    [InlineData("In the autumn 24 instructors attended the refresher course.", "")]
    [InlineData("Of the pupils 12 younger joined the choir.", "")]
    [InlineData("In 2021 another joined the choir.", "")]
    [InlineData("The council met with 1 regional inspectors and three teachers.", "noun-agreement 1")]
    public void EnglishNumber_AnnouncesWhatIsNamed(string first, string found) => Assert.Equal(found, Frame.English(first));

    [Theory]
    [InlineData("Konkursu izsludinājām vēlāk. 2021. gada oktobrī biedrība organizēs braucienu uz Tartu.", "future-tense-done-work 1")]
    [InlineData("Konkursu izsludinājām vēlāk. Tā uzvarētājiem tiks pasniegtas balvas.", "future-tense-done-work 1")]
    [InlineData("Turpmāk vairāk ceļosim. 2023. gadā biedrība organizēs braucienu uz Tartu.", "")]
    [InlineData("Turpmāk vairāk ceļosim. Biedrība organizēs braucienu uz Tartu.", "")]
    [InlineData("Šajā gadā sākām tulkot Sēlijas teiku krājumu ar piezīmēm.", "promised-not-reported 1")]
    [InlineData("Gada beigās sākām sastādīt augu noteicēju par mitrājiem, kurā būs arī kartes.", "promised-not-reported 1")]
    [InlineData("Gada beigās sākām sastādīt augu noteicēju par mitrājiem. Pavasarī noteicējs iznāca.", "")]
    [InlineData("Bērni sāka rakstīt dzejoļus.", "")]
    [InlineData("Sākām rakstīt vēstules visām skolām.", "")]
    public void Telling_IsOfItsTime(string first, string found) => Assert.Equal(found, Frame.Latvian(first));

    [Theory]
    [InlineData("- Uzņemtas 12 intervijas.\n- Biedrība nodrošinās skaņu ierakstus un publicēs tos vietnē.\n- Sagatavoti 40 stāsti.", "future-tense-done-work 2")]
    [InlineData("- Uzņemtas 12 intervijas.\n- Nākamajā periodā biedrība nodrošinās skaņu ierakstus.\n- Sagatavoti 40 stāsti.", "")]
    [InlineData("Pirmajā gadā atsaucās 12 skolas. Vienlaikus biedrība organizēs četras nodarbības pansionātos.", "future-tense-done-work 2")]
    public void LastYear_IsOverToo(string second, string found) => Assert.Equal(found, Frame.Latvian(second: second));

    [Theory]
    [InlineData("4. Rezultātu, rādītāju un finansējuma atbilstības apraksts un vērtējums", "Īstenošanas gads: 1 (01.01.2021.–31.12.2021.)", "Īstenošanas gads: 2 (01.01.2022.–31.12.2022.)")]
    [InlineData("4. What was done, what came of it, and whether the money served the contract", "Year 1 (01.01.2021.–31.12.2021.)", "Year 2 (01.01.2022.–31.12.2022.)")]
    public void Years_AreReadBelowManyLabels(string label, string first, string second) => Assert.Equal("duplicate-item 1, future-tense-done-work 1", Frame.Codes($"""
        # Kopsavilkums

        ## 1. Uzdevums

        Lasītprieka veicināšana

        ## 2. Uzdevuma veicējs

        Biedrība "Paraugs", reģistrācijas Nr. 40008087708

        ## 3. Deleģēšanas periods

        01.01.2021.–31.12.2022.

        ## {label}

        ### {first}

        ## Lasījumi

        - 14.05.2021. lekcija „Zeme un sēkla” Madonā, 31 klausītājs;
        - 02.06.2021. lekcija „Ūdens” Cēsīs, 22 klausītāji.

        ## Sadarbība

        Madonā 14.05.2021. notika lekcija „Zeme un sēkla” ar 31 klausītāju. Laureātiem tiks pasniegtas grāmatas.

        ### {second}

        ## Lasījumi

        - 14.05.2022. lekcija „Uguns” Madonā, 33 klausītāji.

        ## Sadarbība

        Noslēgtas vienošanās ar 3 skolām. Vērtējums: mērķi sasniegti.

        ## 5. Plānotais un faktiski izlietotais finansējums, EUR *

        Pirmajā gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro. Otrajā gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro.
        Kopā abos gados plānoti 20 000,00 euro, izlietoti 20 000,00 euro.

        ## 6. Neatbilstoši veiktie izdevumi

        Nav.

        ## 7. Neatgūtie līdzekļi

        Nav.

        ## 8. Cita informācija

        Nav.
        """, "kopsavilkums.md"));
}
