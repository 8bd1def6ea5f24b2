namespace Talka.Tests.Reporting.Audit.Corpus.Generated;

/// <summary>A stream of the money.</summary>
/// <param name="Name">As a row of a table.</param>
/// <param name="Purpose">What money is given for: Latvian dative, English after “for”.</param>
internal sealed record StreamWords(string Name, string Purpose);

/// <summary>A work that takes longer than a year: how its beginning and its end are told.</summary>
internal sealed record WorkWords(IReadOnlyList<string> Begun, IReadOnlyList<string> Finished);

/// <summary>The names and subjects that summaries of a language are made of.</summary>
internal sealed record Vocabulary(
    IReadOnlyList<Organisation> Organisations, IReadOnlyList<string> Tasks, IReadOnlyList<StreamWords> Streams, IReadOnlyList<string> Titles,
    IReadOnlyList<string> Topics, IReadOnlyList<WorkWords> Works)
{
    public static Vocabulary Of(string language) => language == "lv" ? Latvian : English;

    private static readonly Vocabulary Latvian = new(
        [
            new("biedrība „Zemgales Kopienu tīkls”", "ZKT", ""), new("biedrība “Kurzemes Jaunatnes forums”", "KJF", ""),
            new("nodibinājums \"Latgales Ģimeņu atbalsta centrs\"", "LĢAC", ""), new("biedrība „Vidzemes Lauku sievietes”", "VLS", ""),
            new("biedrība “Senioru akadēmija Daugava”", "SAD", ""),
        ],
        [
            "Jaunatnes līdzdalības un brīvprātīgā darba attīstības veicināšana Kurzemes reģionā",
            "Ģimeņu atbalsta pakalpojumu un vecāku izglītošanas koordinēšana",
            "Par valsts pārvaldes uzdevuma veikšanu kopienu attīstības un iedzīvotāju līdzdalības jomā",
            "Senioru digitālo prasmju un sociālās iekļaušanas veicināšana",
        ],
        [
            new("Kopienu attīstība", "kopienu attīstībai"), new("Brīvprātīgā darba popularizēšana", "brīvprātīgā darba popularizēšanai"),
            new("Jauniešu iniciatīvu atbalsts", "jauniešu iniciatīvu atbalstam"), new("Senioru digitālās prasmes", "senioru digitālajām prasmēm"),
            new("Starpkultūru dialoga veicināšana", "starpkultūru dialoga veicināšanai"),
        ],
        [
            "Kā sākt savu kopienas projektu", "Droši internetā", "Sarunu māksla", "Komanda, kas dara", "Finanses bez bailēm", "Līderis sevī", "Mūsu pilsēta rīt",
            "Brīvprātīgais – kas viņš ir?", "Saprast jaunieti", "Vecāku skola", "Stāstu spēks", "Projektu vadības pamati", "Ideju darbnīca", "Kopā varam vairāk", "Dzirdi mani",
        ],
        [
            "par jauniešu iesaisti pašvaldības lēmumos", "par brīvprātīgo darbu krīzēs", "par sabiedrisko transportu laukos", "par vecāku lomu skolā", "par kultūras pieejamību", "par senioru vientulību",
        ],
        [
            new(["Uzsākts darbs pie brīvprātīgo koordinatoru rokasgrāmatas.", "Tika uzsākta brīvprātīgo koordinatoru rokasgrāmatas izstrāde."],
                ["Pabeigta un publicēta brīvprātīgo koordinatoru rokasgrāmata.", "Brīvprātīgo koordinatoru rokasgrāmata ir izstrādāta un publicēta."]),
            new(["Uzsākts darbs pie kopienu iniciatīvu kartes.", "Tika uzsākta kopienu iniciatīvu kartes veidošana."],
                ["Izveidota un publiskota kopienu iniciatīvu karte.", "Pabeigta kopienu iniciatīvu karte, kas publicēta tiešsaistē."]),
            new(["Uzsākts pētījums par ģimeņu vajadzībām.", "Tika uzsākts darbs pie pētījuma par ģimeņu vajadzībām."],
                ["Publicēts pētījums par ģimeņu vajadzībām.", "Pabeigts un publicēts pētījums par ģimeņu vajadzībām."]),
            new(["Uzsākta jaunas mājas lapas izstrāde.", "Uzsākts darbs pie jaunas mājas lapas."],
                ["Izstrādāta un atklāta jaunā mājas lapa.", "Pabeigta jaunas mājas lapas izstrāde."]),
            new(["Uzsākta brīvprātīgo datubāzes izveide.", "Sākts veidot brīvprātīgo datubāzi."], ["Brīvprātīgo datubāze nodota lietošanā.", "Brīvprātīgo datubāzi jau lieto 14 organizācijas."]),
            new(["Sākts darbs pie vecāku izglītošanas programmas.", "Uzsākta vecāku izglītošanas programmas sagatavošana."], ["Vecāku izglītošanas programma ieviesta 6 skolās.", "Noslēdzās darbs pie vecāku izglītošanas programmas, tā ir apstiprināta."]),
        ]);

    private static readonly Vocabulary English = new(
        [
            new("the association “Baltic Community Network”", "BCN", ""), new("association \"Youth Forum of Kurzeme\"", "YFK", ""),
            new("the foundation “Family Support Centre Latgale”", "FSCL", ""), new("association “Seniors' Academy Daugava”", "SAD", ""),
        ],
        [
            "Promotion of youth participation and volunteering in the Kurzeme region", "Coordination of family support services and parent education",
            "Delegated task in the field of community development and civic participation", "Digital skills and social inclusion of seniors",
        ],
        [
            new("Community development", "community development"), new("Promotion of volunteering", "promotion of volunteering"),
            new("Youth initiatives", "youth initiatives"), new("Digital skills of seniors", "digital skills of seniors"), new("Intercultural dialogue", "intercultural dialogue"),
        ],
        [
            "Starting a community project", "Safe online", "The art of conversation", "Teams that deliver", "Finance without fear", "Leading from within", "Our town tomorrow",
            "Who is a volunteer?", "Understanding teenagers", "School for parents", "The power of stories", "Project management basics", "Idea workshop", "Stronger together", "Hear me out",
        ],
        [
            "on young people in local decisions", "on volunteering in a crisis", "on public transport in the countryside", "on parents and schools", "on access to culture", "on loneliness in old age",
        ],
        [
            new(["Work was begun on a handbook for volunteer coordinators.", "We started to prepare a handbook for volunteer coordinators."],
                ["The handbook for volunteer coordinators was completed and published.", "The handbook for volunteer coordinators has been published."]),
            new(["Work on a map of community initiatives was begun.", "The development of a map of community initiatives was started."],
                ["The map of community initiatives was completed and launched online.", "The map of community initiatives was published."]),
            new(["A study of the needs of families was begun.", "Work was started on a study of the needs of families."],
                ["The study of the needs of families was completed and published.", "The study of the needs of families has been published."]),
            new(["The development of a new website was started.", "Work was begun on a new website."],
                ["The new website was completed and launched.", "The new website has been launched."]),
            new(["Work was begun on a database of volunteers.", "We began to build a database of volunteers."], ["The database of volunteers went live.", "The database of volunteers is now in use."]),
            new(["The preparation of a training programme for parents was started.", "Work began on a training programme for parents."], ["The training programme for parents was introduced in 6 schools.", "The training programme for parents was finished."]),
        ]);
}
