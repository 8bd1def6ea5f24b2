namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>Sums, lists, grants, lengths and events that are told across lines, clauses and tables, each right and wrong.</summary>
public sealed class SeveralPlacesTests
{
    [Theory]
    [InlineData("- 14.05.2021. lekcija vecākiem par miegu Talsos, 24 klausītāji;\n- 14.05.2021. lekcija vecākiem par miegu Dundagā, 24 klausītāji.", "")]
    [InlineData("- 14.05.2021. lekcija vecākiem par miegu Talsos, 24 klausītāji;\n- 14.05.2021. lekcija vecākiem par miegu Talsos, 24 klausītāji.", "duplicate-item 1")]
    [InlineData("Laiks | Kas bija\ntrešd., 05.05.2021. | pļaušanas talka\ncet., 10.06.2021. | siena diena", "")]
    [InlineData("Laiks | Kas bija\notrd., 05.05.2021. | pļaušanas talka\ncet., 10.06.2021. | siena diena", "weekday-mismatch 1")]
    public void EventsOfOneDay_AreToldApartByTheirPlace(string first, string found) => Assert.Equal(found, Frame.Latvian(first));

    [Theory]
    [InlineData("Gada laikā Ādažu pusē salaboti 12 laipu posmi, Siguldas pusē 15 laipu posmi un Raunas pusē 11 laipu posmi, kopā visās trijās 38 laipu posmi.", "")]
    [InlineData("Gada laikā Ādažu pusē salaboti 12 laipu posmi, Siguldas pusē 15 laipu posmi un Raunas pusē 11 laipu posmi, kopā visās trijās 48 laipu posmi.", "sum-mismatch 2")]
    [InlineData("Izķerti lapseņu ligzdas:\n  Alojā 24\n  Mazsalacā 38\n  Staicelē 17\n  kopā 79 ligzdas", "")]
    [InlineData("Izķerti lapseņu ligzdas:\n  Alojā 24\n  Mazsalacā 38\n  Staicelē 17\n  kopā 89 ligzdas", "sum-mismatch 2")]
    [InlineData("Rādītājs\tPlāns\tFakts\nNodarbības\t40\t42\n\nPa centriem\nCentrs\tIerakstītāji\tPirmoreiz\nAlsunga\t41\t12\nKazdanga\t27\t9\nKopā\t68\t21", "")]
    [InlineData("Rādītājs\tPlāns\tFakts\nNodarbības\t40\t42\n\nPa centriem\nCentrs\tIerakstītāji\tPirmoreiz\nAlsunga\t41\t12\nKazdanga\t27\t9\nKopā\t78\t21", "sum-mismatch 2")]
    public void Total_OfLinesAndOfPartsOfATable(string second, string found) => Assert.Equal(found, Frame.Latvian(second: second));

    [Theory]
    [InlineData("Jaunieši devās četros braucienos – uz Pāvilostu, Dundagu, Rūjienu un Preiļiem.", "")]
    [InlineData("Jaunieši devās četros braucienos – uz Pāvilostu, Dundagu un Preiļiem.", "count-mismatch 2")]
    [InlineData("Izdoti 3 bukleti (katrs 12 lpp.):\n– „Suns ezerā”;\n– „Kaķis pilsētā”;\n– „Zirgs uz ceļa”.", "")]
    [InlineData("Izdoti 4 bukleti (katrs 12 lpp.):\n– „Suns ezerā”;\n– „Kaķis pilsētā”;\n– „Zirgs uz ceļa”.", "count-mismatch 2")]
    public void List_BehindAPrepositionOrABracket(string second, string found) => Assert.Equal(found, Frame.Latvian(second: second));

    [Theory]
    [InlineData("During the year four guides for carers were written:\n- \"Sleep\";\n- \"Food\";\n- \"Rest\";\n- \"Pain\".", "")]
    [InlineData("During the year five guides for carers were written:\n- \"Sleep\";\n- \"Food\";\n- \"Rest\";\n- \"Pain\".", "count-mismatch 2")]
    [InlineData("Nine orchards were given a cold-store grant out of the twelve that had applied.", "")]
    [InlineData("Fourteen orchards were given a cold-store grant out of the twelve that had applied.", "approved-exceeds-applied 2")]
    [InlineData("We received 14 applications; the panel approved 11 of them.", "")]
    [InlineData("We received 14 applications; the panel approved 17 of them.", "approved-exceeds-applied 2")]
    [InlineData("Twelve ferry crews had applied by May; the board gave grants to nine.", "")]
    [InlineData("Twelve ferry crews had applied by May; the board gave grants to fifteen.", "approved-exceeds-applied 2")]
    public void EnglishListsAndGrants(string second, string found) => Assert.Equal(found, Frame.English(second: second));

    [Theory]
    [InlineData("Telšu iegādei naudu piešķīra 9 klubiem, bet pieteikušies bija 12 klubi (pērn – 7).", "")]
    [InlineData("Telšu iegādei naudu piešķīra 15 klubiem, bet 4 klubi pieteicās par vēlu.", "")]
    [InlineData("Telšu iegādei naudu piešķīra 15 klubiem, bet pieteikušies bija 12 klubi (pērn – 7).", "approved-exceeds-applied 2")]
    public void GrantedBeforeAsked(string second, string found) => Assert.Equal(found, Frame.Latvian(second: second));

    [Theory]
    [InlineData("Komisija apstiprināja 8 dārzu ieceres. Kopumā bija iesniegtas 11 dārzu ieceres, un katru apskatīja uz vietas.", "")]
    [InlineData("Komisija apstiprināja 13 dārzu ieceres. Kopumā bija iesniegtas 11 dārzu ieceres, un katru apskatīja uz vietas.", "approved-exceeds-applied 2")]
    [InlineData("Komisija apstiprināja 13 dārzu ieceres. Otrajā kārtā bija iesniegtas 11 dārzu ieceres.", "")]
    [InlineData("Tapuši 4 spilveni: 1) zilais; 2) sarkanais; 3) zaļais; 4) dzeltenais.", "")]
    [InlineData("Tapuši 3 spilveni: 1) zilais; 2) sarkanais; 3) zaļais; 4) dzeltenais.", "count-mismatch 2")]
    [InlineData("Pavasarī ūdenslīdēju eksāmenu nokārtoja 24 cilvēki. Rudenī tiem pievienojās vēl 31. Tātad gada laikā eksāmenu nokārtoja 55 cilvēki.", "")]
    [InlineData("Pavasarī ūdenslīdēju eksāmenu nokārtoja 24 cilvēki. Rudenī tiem pievienojās vēl 31. Tātad gada laikā eksāmenu nokārtoja 65 cilvēki.", "sum-mismatch 2")]
    [InlineData("- 12.03.2022. Pļaviņas - 21 vējziņnieks\n- 19.03.2022. Koknese - 30 vējziņnieki\n- 26.03.2022. Skrīveri - 18 vējziņnieki\nvējziņnieki kopā 69", "")]
    public void GrantsAndListsInTwoSentences(string second, string found) => Assert.Equal(found, Frame.Latvian(second: second));

    [Theory]
    [InlineData("Laivu nometne ilga piecas dienas (no 2022. gada 4. līdz 8. jūlijam).", "")]
    [InlineData("Laivu nometne ilga sešas dienas (no 2022. gada 4. līdz 8. jūlijam).", "period-length 2")]
    [InlineData("Laivu nometne ilga četras dienas (no 2022. gada 4. līdz 8. jūlijam).", "period-length 2")]
    [InlineData("Mācījāmies trīs dienas (no 2022. gada 4. līdz 8. jūlijam).", "")]
    [InlineData("Stādi izdalīti 21 parkā un 14 kapsētās.", "")]
    [InlineData("Stādi izdalīti 31 ciemos un 14 muižās.", "noun-agreement 2")]
    public void LengthsAndNouns(string second, string found) => Assert.Equal(found, Frame.Latvian(second: second));

    [Theory]
    [InlineData("A six-week course (2 May 2022 to 12 June 2022) was held for 14 beekeepers.", "")]
    [InlineData("A nine-week course (2 May 2022 to 12 June 2022) was held for 14 beekeepers.", "period-length 2")]
    [InlineData("The launch, 26 November 2022, fell on a Saturday.", "")]
    [InlineData("The launch, 26 November 2022, fell on a Friday.", "weekday-mismatch 2")]
    [InlineData("The stable took on 1 goats and 12 hens.", "noun-agreement 2")]
    [InlineData("The stable took on 1 goat and 12 hens.", "")]
    [InlineData("The first nets were set on 12 May 2022, using a method published on 30 June 2017.", "")]
    public void EnglishLengthsDaysAndNouns(string second, string found) => Assert.Equal(found, Frame.English(second: second));

    [Theory]
    [InlineData("In May we started building the \"Stop here\" app, a list of shelters.", "We received 9 applications for the bus.", "promised-not-reported 1")]
    [InlineData("In May we started building the \"Stop here\" app, a list of shelters.", "The app was published in June.", "")]
    [InlineData("Work on a register of fishing rights was started.", "The club has been entered in the register of public benefit bodies.", "promised-not-reported 1")]
    public void WhatWasBegun_IsNoOtherThing(string first, string second, string found) => Assert.Equal(found, Frame.English(first, second));

    [Theory]
    [InlineData("Kluba darbu sāka četras lasītāju kopas.", "")]
    [InlineData("Rudenī sāka pārbūvēt Jaunpils jauniešu māju: nojaukta siena.", "promised-not-reported 1")]
    public void WhoSetToWork_IsNothingThatWasBegun(string first, string found) => Assert.Equal(found, Frame.Latvian(first));
}
