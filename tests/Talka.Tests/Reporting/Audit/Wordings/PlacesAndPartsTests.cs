namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>Numbers of places and events and which they were, applications, what was entered twice, work that was begun; right and wrong ones.</summary>
public sealed class PlacesAndPartsTests
{
    [Theory]
    [InlineData("Lasītāju klubi tikās četros ciemos: Sabilē (6 lasītāji), Pūrē (9), Matkulē (4), Zantē (7) un Kabilē (5).", "count-mismatch 1")]
    [InlineData("Lasītāju klubi tikās piecos ciemos: Sabilē (6 lasītāji), Pūrē (9), Matkulē (4), Zantē (7) un Kabilē (5).", "")]
    [InlineData("Apmācīti vadītāji trijās jomās: airēšanā (8), kāpšanā (5), slēpošanā (11) un peldēšanā (6).", "count-mismatch 1")]
    [InlineData("Apmācīti vadītāji četrās jomās: airēšanā (8), kāpšanā (5), slēpošanā (11) un peldēšanā (6).", "")]
    [InlineData("Notika trīs semināri: Rīgā (24 dalībnieki), Ogrē (18), Talsos (31) un Bauskā (22).", "count-mismatch 1")]
    [InlineData("Noslēgti līgumi ar piecām skolām: Rīgā (2), Ogrē (1) un Cēsīs (2).", "")]
    [InlineData("Sakopti sešu muižu parki: Durbe, Kukšas, Nurmuiža, Jaunmokas un Blankenfelde.", "count-mismatch 1")]
    [InlineData("Sakopti piecu muižu parki: Durbe, Kukšas, Nurmuiža, Jaunmokas un Blankenfelde.", "")]
    [InlineData("Novadītas četras nodarbības skolotājiem, visas kopā ar izglītības pārvaldi:\n"
            + "- 12.02.2021. Aizputē;\n- 19.02.2021. Kuldīgā;\n- 11.03.2021. Saldū;\n- 18.03.2021. Skrundā;\n- 25.03.2021. Brocēnos.",
        "count-mismatch 1")]
    [InlineData("Novadītas piecas nodarbības skolotājiem, visas kopā ar izglītības pārvaldi:\n"
            + "- 12.02.2021. Aizputē;\n- 19.02.2021. Kuldīgā;\n- 11.03.2021. Saldū;\n- 18.03.2021. Skrundā;\n- 25.03.2021. Brocēnos.",
        "")]
    [InlineData("Konkursā saņemti četrpadsmit pieteikumi, komisija atbalstīja septiņpadsmit.", "approved-exceeds-applied 1")]
    [InlineData("Konkursā saņemti septiņpadsmit pieteikumi, komisija atbalstīja četrpadsmit.", "")]
    [InlineData("Konkursam iesniegti 9 pieteikumi. Komisija apstiprināja 11 no tiem.", "approved-exceeds-applied 1")]
    [InlineData("Konkursam iesniegti 11 pieteikumi. Komisija apstiprināja 9 no tiem.", "")]
    [InlineData("Semināri\n\n- 05.03.2021. seminārs „Ūdens” Ogrē, 24 dalībnieki\n- 12.03.2021. seminārs „Augsne” Cēsīs, 31 dalībnieks\n\n"
            + "Citi darbi\n\n- 05.03.2021. seminārs „Ūdens” Ogrē, 24 dalībnieki\n- 18.04.2021. talka Ogrē, 46 dalībnieki",
        "duplicate-item 1")]
    [InlineData("Semināri\n\n- 05.03.2021. seminārs „Ūdens” Ogrē, 24 dalībnieki\n\nCiti darbi\n\n- 18.04.2021. talka Ogrē, 46 dalībnieki", "")]
    public void LatvianNumber_IsThatOfItsItems(string first, string found) => Assert.Equal(found, Frame.Latvian(first));

    [Theory]
    [InlineData("Four audits were carried out, all of them with the parents:\n\n"
            + "- Talsi, 3 May 2021;\n- Ogre, 17 May 2021;\n- Bauska, 6 June 2021;\n- Preili, 20 June 2021;\n- Kuldiga, 27 June 2021.",
        "count-mismatch 1")]
    [InlineData("Five audits were carried out, all of them with the parents:\n\n"
            + "- Talsi, 3 May 2021;\n- Ogre, 17 May 2021;\n- Bauska, 6 June 2021;\n- Preili, 20 June 2021;\n- Kuldiga, 27 June 2021.",
        "")]
    [InlineData("Three audits were carried out, and the findings were sent to the councils:\n\n"
            + "- Talsi, 3 May 2021;\n- Ogre, 17 May 2021;\n- Bauska, 6 June 2021;\n- Preili, 20 June 2021.",
        "")]
    [InlineData("Clubs met in four villages: Ape (6 readers), Rauna (9), Strenci (4), Seda (7) and Zante (5).", "count-mismatch 1")]
    [InlineData("Clubs met in five villages: Ape (6 readers), Rauna (9), Strenci (4), Seda (7) and Zante (5).", "")]
    [InlineData("Agreements were signed with five schools: Riga (2), Ogre (1) and Cesis (2).", "")]
    [InlineData("Nineteen projects were submitted; the jury supported twenty-three.", "approved-exceeds-applied 1")]
    [InlineData("Nineteen projects were submitted; the jury supported thirteen.", "")]
    [InlineData("12 applications reached us by 1 March 2021. 15 of them were approved.", "approved-exceeds-applied 1")]
    [InlineData("15 applications reached us by 1 March 2021. 12 of them were approved.", "")]
    [InlineData("The call drew 31 bids, and 34 were funded.", "approved-exceeds-applied 1")]
    [InlineData("Thirty households asked for a compost box; thirty-four were given one.", "approved-exceeds-applied 1")]
    public void EnglishNumber_IsThatOfItsItems(string first, string found) => Assert.Equal(found, Frame.English(first));

    [Theory]
    [InlineData("Uzsākta spēļu krātuves izveide: noslēgta vienošanās ar dizaineri un savāktas pirmās 30 spēles.", "Notika 6 semināri.", "promised-not-reported 1")]
    [InlineData("Uzsākta spēļu krātuves izveide: noslēgta vienošanās ar dizaineri un savāktas pirmās 30 spēles.", "Spēļu krātuve atvērta maijā.", "")]
    [InlineData("Iesākām vietējo ābeļu kolekciju: iestādīti pirmie 14 koki.", "Notika 6 semināri.", "promised-not-reported 1")]
    [InlineData("Notika 5 semināri.", "Rokasgrāmatu „Dīķis”, ko bijām sākuši rakstīt pirmajā gadā, atvērām maijā.", "")]
    [InlineData("Notika 5 semināri.", "Sākām rakstīt rokasgrāmatu „Dīķis”.", "promised-not-reported 2")]
    public void Work_ThatWasBegunIsToldToItsEnd(string first, string second, string found) => Assert.Equal(found, Frame.Latvian(first, second));

    [Theory]
    [InlineData("Call\tApplications\tApproved\tGranted, EUR\nSpring\t21\t14\t7,000.00\nAutumn\t13\t16\t8,000.00", "approved-exceeds-applied 1")]
    [InlineData("Call\tApplications\tApproved\tGranted, EUR\nSpring\t21\t14\t7,000.00\nAutumn\t16\t13\t8,000.00", "")]
    public void TableOfCalls_IsRead(string first, string found) => Assert.Equal(found, Frame.English(first));
}
