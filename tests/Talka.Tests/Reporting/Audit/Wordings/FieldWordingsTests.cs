namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>The eight fields of the template under the names and in the layouts that people give them; and one of them left out.</summary>
public sealed class FieldWordingsTests
{
    private static readonly string[] Contents =
    [
        "Pilsoniskās līdzdalības veicināšana", "Biedrība \"Paraugs\", reģistrācijas Nr. 40008087708", "2021. gada 1. janvāris – 2021. gada 31. decembris",
        "Notika 5 semināri. Mērķi sasniegti, un dalībnieki semināros guva to, ko gribēja.", "Plānoti 10 000,00 euro, izlietoti 10 000,00 euro.", "Nav.", "Nav.", "Semināru ieraksti ir skatāmi internetā.",
    ];

    private static readonly string[] EnglishContents =
    [
        "Encouragement of civic participation", "Association \"Sample\", registration No. 40008087708", "1 January 2021 – 31 December 2021",
        "Five seminars were held. The goals were reached, and those who came found what they wanted.", "EUR 10,000.00 was planned, EUR 10,000.00 spent.", "None.", "None.", "Recordings can be seen on the internet.",
    ];

    /// <summary>The names of the eight fields, parted by a stroke.</summary>
    public static TheoryData<string> Latvian =>
    [
        "Valsts pārvaldes uzdevums|Uzdevuma īstenotājs|Uzdevuma deleģēšanas periods|Sasniegto rezultātu apraksts un vērtējums|Plānotais un faktiski izlietotais finansējums|Neatbilstoši veiktie izdevumi|Neatgūto līdzekļu apmērs|Cita informācija",
        "Uzdevums|Izpildītājs|Termiņš|Paveiktais un tā vērtējums|Nauda|Neatbilstoši izdevumi|Neatgūtais|Cits",
        "Kas mums uzticēts|Kas mēs esam|Kad|Ko izdarījām un kā to vērtējam|Cik plānots un cik iztērēts|Kas iztērēts neatbilstoši|Kas nav atgūts|Vēl",
        "Deleģētā uzdevuma nosaukums|Organizācija|Līguma darbības laiks|Darba rezultāti un to novērtējums|Budžets un tā izpilde|Izdevumi, kas neatbilst līgumam|Neatgūtā summa|Papildu informācija",
        "1. Uzdevums|2. Veicējs|3. Periods|4. Apraksts un vērtējums|5. Finansējums|6. Neatbilstošie izdevumi|7. Neatgūtie līdzekļi|8. Cita informācija",
        "Līguma priekšmets|Līguma izpildītājs|Līguma periods|Līguma izpildes apraksts un izvērtējums|Līguma finansējums: plānots un izlietots|Neattiecināmie izdevumi|Neatmaksātie līdzekļi|Piezīmes",
        "Kas deleģēts|Kam deleģēts|Uz kādu laiku|Īstenošanas gaita un vērtējums|Valsts budžeta līdzekļu plāns un izlietojums|Nepamatoti izdevumi|No tiem neatgūti|Pārējā informācija",
        "UZDEVUMS|UZDEVUMA VEICĒJA|DELEĢĒŠANAS ILGUMS|REZULTĀTI UN PAŠVĒRTĒJUMS|FINANŠU LĪDZEKĻI|NEATBILSTOŠI IZLIETOTI LĪDZEKĻI|NEATGŪTA DAĻA|CITAS ZIŅAS",
        "Ko ministrija mums uzdeva darīt|Kas mēs esam|Kad|Sasniegto rezultātu un rādītāju apraksts un vērtējums un finansējuma izlietojuma atbilstība līgumā paredzētajiem mērķiem|Cik plānots un cik iztērēts|Kas iztērēts neatbilstoši|Kas nav atgūts|Vēl",
        "Uzticētais uzdevums|Kas to veica|Periods|Rezultāti un to vērtējums|Nauda pa gadiem|Izmaksas, kas nav atbilstošas|Neatgūtā summa|Cita informācija",
        "I Uzdevuma apraksts|II Uzdevuma izpildītājs|III Izpildes laiks|IV Izpildes rezultāti, to vērtējums|V Izdevumi: plāns un fakts|VI Neatbilstības|VII Neatgūtie izdevumi|VIII Citi jautājumi",
    ];

    public static TheoryData<string> English =>
    [
        "Delegated public administration task|Implementer of the task|Delegation period|Description and evaluation of results|Planned and actual funding|Ineligible expenditure|Unrecovered amount|Other information",
        "Task|Who carried it out|When|What we did and how we judge it|Money planned and spent|Money spent wrongly|Money not recovered|Anything else",
        "What was delegated|To whom|Duration|Results and assessment|State budget funding|Non-compliant expenditure|Of which not recovered|Additional information",
        "1. Public task|2. Performing organisation|3. Term of the contract|4. Work done and its evaluation|5. Budget and expenditure|6. Costs found ineligible|7. Ineligible costs still outstanding|8. Remarks",
        "A. Purpose of the delegation|B. Grantee|C. Contract dates|D. Narrative with self-assessment|E. Finances|F. Disallowed costs|G. Amounts not yet repaid|H. Further information",
        "What the ministry wanted us to do|Who carried it out|When|Description of the work done and of the results achieved and evaluation of the use of the funding for the aims of the contract|Money planned and spent|Money spent wrongly|Money not recovered|Anything else",
        "THE TASK|THE ORGANISATION|THE PERIOD|THE RESULTS AND OUR EVALUATION|THE FUNDING|IRREGULAR EXPENDITURE|UNRECOVERED FUNDS|NOTES",
    ];

    [Theory]
    [MemberData(nameof(Latvian))]
    public void Latvian_EveryField_IsThere(string names) => Assert.Equal(["", "", ""], Layouts(names.Split('|'), Contents, without: -1));

    [Theory]
    [MemberData(nameof(English))]
    public void English_EveryField_IsThere(string names) => Assert.Equal(["", "", ""], Layouts(names.Split('|'), EnglishContents, without: -1));

    [Theory]
    [MemberData(nameof(Latvian))]
    public void Latvian_WithoutOne_ItIsMissing(string names) => Assert.All((int[])[5, 6, 7], without => Assert.Equal(["section-missing", "section-missing", "section-missing"], Layouts(names.Split('|'), Contents, without)));

    [Theory]
    [MemberData(nameof(English))]
    public void English_WithoutOne_ItIsMissing(string names) => Assert.All((int[])[5, 6, 7], without => Assert.Equal(["section-missing", "section-missing", "section-missing"], Layouts(names.Split('|'), EnglishContents, without)));

    // Above what it names, before it with a colon, and beside it in a table.
    private static string[] Layouts(string[] names, string[] contents, int without)
    {
        var fields = names.Zip(contents).Where((_, index) => index != without).ToList();
        return
        [
            Frame.Codes(string.Concat(fields.Select(field => $"{field.First}\n\n{field.Second}\n\n"))),
            Frame.Codes(string.Concat(fields.Select(field => $"{field.First}: {field.Second}\n\n"))),
            Frame.Codes($"<table>{string.Concat(fields.Select(field => $"<tr><td>{field.First}</td><td>{field.Second}</td></tr>"))}</table>", "kopsavilkums.html"),
        ];
    }
}
