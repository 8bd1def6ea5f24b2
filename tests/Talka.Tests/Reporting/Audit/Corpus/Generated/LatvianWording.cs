using System.Globalization;

namespace Talka.Tests.Reporting.Audit.Corpus.Generated;

internal sealed class LatvianWording(Dice dice, Mandate mandate) : Wording(dice)
{
    private static readonly string[] Nominative = ["janvāris", "februāris", "marts", "aprīlis", "maijs", "jūnijs", "jūlijs", "augusts", "septembris", "oktobris", "novembris", "decembris"];
    private static readonly string[] Weekdays = ["svētdien", "pirmdien", "otrdien", "trešdien", "ceturtdien", "piektdien", "sestdien"];
    private static readonly string[] Roman = ["", "I", "II", "III", "IV", "V", "VI"];
    private static readonly string[] Ordinals = ["", "Pirmais", "Otrais", "Trešais", "Ceturtais", "Piektais"];
    private static readonly string[] Numbers = ["nulle", "viens", "divi", "trīs", "četri", "pieci", "seši", "septiņi", "astoņi", "deviņi", "desmit"];
    private readonly int _heading = dice.For("heading").Int(0, 5);

    private static readonly Dictionary<string, (string One, string Many)> Nouns = new()
    {
        ["participants"] = ("dalībnieks", "dalībnieki"),
        ["consultations"] = ("konsultācija", "konsultācijas"),
        ["publications"] = ("publikācija", "publikācijas"),
        ["letters"] = ("ziņu lapa", "ziņu lapas"),
        ["seminars"] = ("seminārs", "semināri"),
        ["applications"] = ("pieteikums", "pieteikumi"),
        ["projects"] = ("projekts", "projekti"),
        ["posts"] = ("ieraksts", "ieraksti"),
        ["discussions"] = ("diskusija", "diskusijas"),
    };

    public override string NoneWord => Say("none", "Nav", "Nav.", "Nav bijuši");
    public override string OtherText => Say("other", "Nav", "–", $"Plašāka informācija: www.{mandate.Organisation.ShortName.ToLowerInvariant().Replace('ģ', 'g')}.lv");

    public override IReadOnlyList<string> Evaluation =>
    [
        Say("eval1", "Uzdevuma mērķi ir sasniegti: plānotie rādītāji izpildīti pilnībā, un izlietotais finansējums atbilst līgumā paredzētajiem mērķiem.",
            "Vērtējot sasniegto, secināms, ka līgumā noteiktie rezultatīvie rādītāji ir izpildīti un finansējums izlietots atbilstoši paredzētajiem mērķiem.",
            "Izvērtējums: rezultāti atbilst līgumā paredzētajiem mērķiem, plānotais ir īstenots pilnā apmērā, un finansējuma izlietojums ir bijis efektīvs.",
            "Mūsuprāt, uzdevums ir izpildīts labi: plānotie rādītāji pārsniegti par 10 %, un dalībnieku atsauksmes bija pozitīvas.",
            "Salīdzinot ar plānoto, paveikts vairāk, nekā paredzēts; galvenais ieguvums ir ciešāka sadarbība ar pašvaldībām.",
            "Galvenie secinājumi: iecerētie rezultāti sasniegti, tomēr mazo organizāciju iesaiste bija zemāka, nekā cerēts."),
    ];

    public override MoneyWords Money => new(
        Say("m.year", "Īstenošanas gads", "Gads"), Say("m.plan", "Plānots", "Plānotais finansējums"), Say("m.spent", "Izlietots", "Faktiski izlietots"), "Atlikums",
        Say("m.in", "Pārnests no iepriekšējā gada", "Pārnestais atlikums"), Say("m.total", "Kopā", "Pavisam kopā"), Say("m.incl", "t.sk.", "tai skaitā", "tostarp"),
        Say("m.stream", "Virziens", "Darbības virziens"),
        ordinal => Say("m.yearname", $"{Roman[ordinal]}. īstenošanas gads", $"{ordinal}. īstenošanas gads", $"{Ordinals[ordinal]} īstenošanas gads"), name => name,
        ordinal => Say("m.to", $"pārnests uz {Roman[ordinal]}. īstenošanas gadu", $"novirzīts uz {ordinal}. īstenošanas gadu", $"pārcelts uz {Roman[ordinal]} īstenošanas gadu"),
        amount => Say("m.back", $"Atlikums {amount} atmaksāts valsts budžetā", $"Neizlietotais atlikums {amount} atgriezts valsts budžetā"),
        (plan, spent) => Say("m.all", $"Kopā visā periodā plānoti {plan}, izlietoti {spent}.", $"Visā deleģēšanas periodā kopā plānots {plan}, faktiski izlietots {spent}.", $"Pavisam kopā: plānots {plan}, izlietots {spent}."),
        (ordinal, amount) => Say("m.from", $"no {Roman[ordinal]}. īstenošanas gada pārnestais atlikums {amount}", $"no {ordinal}. īstenošanas gada pārnests atlikums {amount}"));

    public override string Counted(Figure figure, string noun)
    {
        var one = figure.Value % 10 == 1 && figure.Value % 100 != 11;
        return $"{Number(figure)} {(one != figure.WrongForm ? Nouns[noun].One : Nouns[noun].Many)}";
    }

    public override string Range(Day from, Day to, string place)
    {
        var text = DiceFor(place).Int(0, 3) switch
        {
            0 => $"{Plain(from)}–{Plain(to)}",
            1 => $"{from.Year}. gada {from.Number}. {Nominative[from.Month - 1]} līdz {to.Year}. gada {to.Number}. {Nominative[to.Month - 1]}",
            2 => $"no {from.Year}. gada {from.Number}. {Genitive(from.Month)} līdz {to.Year}. gada {to.Number}. {Dative(to.Month)}",
            _ => $"{from.Year}.gada {from.Number}.{Nominative[from.Month - 1]} līdz {to.Year}.gada {to.Number}.{Nominative[to.Month - 1]}",
        };
        return Mark.Of(from.Key, Mark.Of(to.Key, text));
    }

    public override string YearHeading(YearModel year, bool withPeriod)
    {
        var n = year.Ordinal;
        var name = _heading switch
        {
            0 => $"{Roman[n]}. ĪSTENOŠANAS GADS",
            1 => $"{n}. īstenošanas gads",
            2 => $"{Ordinals[n]} īstenošanas gads",
            3 => $"{Roman[n]} īstenošanas gads",
            4 => $"{Roman[n]}. īstenošanas gads",
            _ => $"{Ordinals[n].ToUpperInvariant()} ĪSTENOŠANAS GADS",
        };
        return withPeriod ? $"{name} ({Range(year.StatedFrom, year.StatedTo, "headingrange")})" : name;
    }

    public override string FieldLabel(string field) => field switch
    {
        "task" => Say("f.task", "Valsts pārvaldes uzdevums", "Deleģētais valsts pārvaldes uzdevums", "Deleģētais uzdevums", "Uzdevums", "Uzdevuma nosaukums"),
        "implementer" => Say("f.impl", "Valsts pārvaldes uzdevuma veicējs", "Uzdevuma veicējs", "Īstenotājs", "Izpildītājs", "Organizācija", "Uzdevuma izpildītājs"),
        "period" => Say("f.period", "Valsts pārvaldes uzdevuma deleģēšanas periods", "Deleģēšanas periods", "Periods", "Uzdevuma izpildes laiks", "Līguma termiņš"),
        "description" => Say("f.desc", "Apraksts un vērtējums par sasniegtajiem rezultātiem un rādītājiem", "Paveiktais un tā izvērtējums", "Darbības apraksts un novērtējums", "Sasniegtie rezultāti",
            "Apraksts un vērtējums par valsts pārvaldes uzdevuma izpildes ietvaros sasniegtajiem rezultātiem un rādītājiem un izlietotā valsts budžeta finansējuma atbilstību līgumā paredzētajiem mērķiem"),
        "budget" => Say("f.budget", "Plānotais un faktiski izlietotais valsts budžeta finansējums sadalījumā pa gadiem", "Plānotais un izlietotais finansējums pa gadiem", "Finansējums", "Budžets", "Finansējuma izlietojums"),
        "ineligible" => Say("f.inel", "Neatbilstoši veiktie izdevumi", "Neatbilstoši veikto izdevumu apmērs", "Neattiecināmie izdevumi", "Neatbilstošie izdevumi"),
        "unrecovered" => Say("f.unrec", "Neatgūto līdzekļu apmērs no neatbilstoši veiktajiem izdevumiem", "Neatgūto līdzekļu apmērs", "Neatgūtie līdzekļi", "Vēl neatgūtie līdzekļi"),
        _ => Say("f.other", "Cita informācija", "Cita būtiska informācija", "Papildu informācija", "Piezīmes"),
    };

    public override string Title() => Say("title", "Kopsavilkums par valsts pārvaldes uzdevuma izpildi", "Kopsavilkums par deleģētā valsts pārvaldes uzdevuma veikšanu", "KOPSAVILKUMS");

    public override IReadOnlyList<string> Implementer()
    {
        var number = Mark.Of("regno", mandate.Organisation.RegistrationNumber);
        var name = char.ToUpperInvariant(mandate.Organisation.Name[0]) + mandate.Organisation.Name[1..];
        return [$"{name}, {Say("regno", $"reģistrācijas Nr. {number}", $"reģ. Nr. {number}", $"reģistrācijas numurs {number}", $"vienotais reģistrācijas Nr.{number}")} (turpmāk – {mandate.Organisation.ShortName})"];
    }

    public override string Period(Figure? length)
    {
        var range = Range(new Day("from", mandate.From), new Day("to", mandate.To), "period");
        return length is null ? range : $"{range} ({Mark.Of("length", Length(length.Value))})";
    }

    private string Length(long years) => Say("length", years == 1 ? "viens gads" : $"{Numbers[years]} gadi", $"{years * 12} mēneši", years == 1 ? "1 gads" : $"{years} gadi");

    public override string Event(EventModel one)
    {
        var (noun, female, which) = Kind(one.Kind);
        var day = one.Weekday ? $"{Mark.Of(one.Key + ".weekday", $"{Weekday(one.Day)}, {On(one.Day)}")}" : On(one.Day);
        var people = Counted(one.Participants, "participants");
        if (one.OnSite is { } onSite && one.Online is { } online)
        {
            people = Say(one.Key + ".people", $"klātienē {Counted(onSite, "participants")}, attālināti {Counted(online, "participants")}, kopā {people}",
                $"kopā {people}: klātienē {Number(onSite)}, tiešsaistē {Number(online)}", $"klātienē {Number(onSite)} un attālināti {Number(online)}, pavisam {people}");
        }

        return Say(
            one.Key,
            $"{Mark.Upper(day)} {(female ? "rīkota" : "rīkots")} {noun} “{one.Title}” ({people}).",
            $"{Mark.Upper(day)} tika {(female ? "organizēta" : "organizēts")} {noun} „{one.Title}”, kurā piedalījās {people}.",
            $"{Mark.Upper(day)} notika {noun} \"{one.Title}\". {which} piedalījās {people}.",
            $"{(female ? "Rīkota" : "Rīkots")} {noun} “{one.Title}” ({day}), piedalījās {people}.");
    }

    public override string SeriesIntro(SeriesModel series, bool withNumber, string place) => withNumber
        ? Say(place, $"Organizēti {Counted(series.Number, "seminars")}:", $"Semināru ciklā notika {Counted(series.Number, "seminars")}:", $"Īstenoti šādi {Counted(series.Number, "seminars")}:")
        : Say(place, "Tika organizēti sekojoši semināri:", "Semināru cikls:", "Notika šādi semināri:");

    public override string SeriesItem(EventModel one)
    {
        var people = Counted(one.Participants, "participants");
        return Say(one.Key.Split(".series")[0] + ".items", $"{On(one.Day)} “{one.Title}” ({people});", $"{On(one.Day)} \"{one.Title}\" (piedalījās {people});", $"{On(one.Day)} „{one.Title}” – {people};");
    }

    public override string SeriesTotal(SeriesModel series, string place) => Say(
        place, $"Kopumā semināru ciklā piedalījās {Counted(series.Total, "participants")}.", $"Kopā semināros piedalījās {Counted(series.Total, "participants")}.", $"Semināros pavisam {Counted(series.Total, "participants")}.");

    public override string Consultations(Figure number)
    {
        var one = number.Value % 10 == 1 && number.Value % 100 != 11 && !number.WrongForm;
        return Say(number.Key, $"Sniegt{(one ? "a" : "as")} {Counted(number, "consultations")} organizācijām par aktuāliem jautājumiem.",
            $"Jebkuram interesentam nodrošinātas bezmaksas konsultācijas ({Counted(number, "consultations")}).", $"Gada laikā konsultēti interesenti klātienē un pa tālruni ({Counted(number, "consultations")}).");
    }

    public override string Publications(PublicationsModel publications, string place)
    {
        var letters = Counted(publications.Newsletters, "letters");
        var total = Counted(publications.Total, "publications");
        var dash = Say(place + ".dash", " ", " – ", " - ", ": ");
        var channels = string.Join(Say(place + ".sep", "; ", ", "), publications.Channels.Select(one => $"{one.Name}{dash}{Number(one.Posts)}"));
        return Say(place, $"Nodrošināta regulāra informācija par aktualitātēm: {letters}; sociālajos tīklos {channels}. Kopā {total}.",
            $"Sagatavotas {letters}, ieraksti sociālajos kontos: {channels}; kopā {total}.", $"Informācijas aprite: {letters}; {channels}. Pavisam kopā {total}.");
    }

    public override string Call(CallModel call)
    {
        var (applied, approved) = (Counted(call.Applied, "applications"), Counted(call.Approved, "projects"));
        return Say(call.Applied.Key, $"Atbalsta konkursā saņemti {applied}, apstiprināti {approved}.", $"Izsludināts projektu konkurss: iesniegti {applied}, no tiem atbalstīti {approved}.",
            $"Konkursam iesniegti {applied} un apstiprināti {approved}.");
    }

    public override string Topics(TopicsModel topics)
    {
        var all = string.Join(", ", topics.Topics.SkipLast(1)) + " un " + topics.Topics[^1];
        var number = Mark.Of(topics.Number.Key, Feminine(topics.Number.Value));
        return Say(topics.Number.Key, $"Notika {number} diskusijas: {all}.", $"Tika organizētas {number} diskusijas: {all}.");
    }

    protected override IReadOnlyList<string> AllTrue(YearModel year)
    {
        return
        [
            "Pasākumā “Kopienas svētki” piedalījās ap 400 apmeklētāju.", "Saskaņā ar Biedrību un nodibinājumu likumu, kas pieņemts 30.10.2003., pilnveidoti biedrības statūti.",
            "Turpinājās kopš 2009. gada izdotais žurnāls, kas pieejams www.piemers.lv/2009/05/.", $"Apkopoti dati pētījumam “Sektora pārskats {year.From.Year - 2}”.",
            year.To == mandate.To ? $"{year.To.Year + 1}. gadā plānots turpināt semināru ciklu." : "Sadarbības partneri bija novadu bibliotēkas.", "Kontakttālrunis 67123456, konsultācijas no plkst. 10:00 līdz 17:00.",
            $"Tikšanās ar partneriem notika {Locative(year.From.AddMonths(1))}.", "Aptaujā 31% atbildējušo norādīja, ka vēlas darboties brīvprātīgi.",
            $"Sadarbība turpinājās, pamatojoties uz {mandate.From.Year - 1}. gada 12. novembrī noslēgto vienošanos.", $"Biedrība, kas dibināta {mandate.From.Year - 15}. gada 3. maijā, aicināja pieteikties jaunus biedrus.",
            "Darba grupā piedalījās vairāk nekā 20 ekspertu, tostarp 4 no Igaunijas.", $"Publicēts pārskats par {mandate.From.Year - 1}. gadu.",
        ];
    }

    public override string Future(string place) => Mark.Of(place, Say(place, "Pasākumā tiks nodrošināts starpkultūru dialogs un tikšanās iespējas.", "Semināros tiks aplūkoti finanšu vadības jautājumi.", "Visiem dalībniekiem tiks izsniegtas apliecības."));

    protected override string MoneyText(long cents, int style) => style switch
    {
        0 => Grouped(cents, " ", ",") + " euro",
        1 => Grouped(cents, "\u00A0", ",") + " EUR",
        2 => Grouped(cents, ".", ",") + " EUR",
        3 => Grouped(cents, "", ",") + " euro",
        4 => "EUR " + Grouped(cents, " ", ","),
        _ => Grouped(cents, "\u202F", ",") + " €",
    };

    protected override string Irregular(long cents) => Grouped(cents, " ", ", ") + " euro";

    protected override string DayText(Day day, int style)
    {
        var month = day.Month is >= 1 and <= 12 ? Locative(day.Month) : null;
        return month is null ? Plain(day) : style switch
        {
            0 => Plain(day),
            1 => $"{day.Number}.{day.Month}.{day.Year}.",
            2 => $"{day.Year}. gada {day.Number}. {month}",
            3 => $"{day.Year}.gada {day.Number}.{month}",
            4 => $"{day.Number:00}.{day.Month:00}.{day.Year}",
            _ => $"{day.Year}. g. {day.Number}. {month}",
        };
    }

    protected override string WeekdayText(DayOfWeek day) => Weekdays[(int)day];

    private static string Plain(Day day) => $"{day.Number:00}.{day.Month:00}.{day.Year}.";
    private static bool SoftEnding(int month) => Nominative[month - 1].EndsWith("is", StringComparison.Ordinal);
    private static string Stem(int month) => SoftEnding(month) ? Nominative[month - 1][..^2] : Nominative[month - 1][..^1];
    private static string Genitive(int month) => month == 4 ? "aprīļa" : Stem(month) + "a";
    private static string Dative(int month) => Stem(month) + (SoftEnding(month) ? "im" : "am");
    private static string Locative(int month) => Stem(month) + (SoftEnding(month) ? "ī" : "ā");
    private static string Locative(DateOnly day) => $"{day.Year}. gada {Locative(day.Month)}";
    private static string Feminine(long number) => number switch { 2 => "divas", 3 => "trīs", 4 => "četras", 5 => "piecas", 6 => "sešas", 7 => "septiņas", _ => number.ToString(CultureInfo.InvariantCulture) };

    private static (string Noun, bool Female, string Which) Kind(EventKind kind) => kind switch
    {
        EventKind.Seminar => ("seminārs", false, "Seminārā"),
        EventKind.Discussion => ("diskusija", true, "Diskusijā"),
        EventKind.Workshop => ("darbnīca", true, "Darbnīcā"),
        EventKind.Conference => ("konference", true, "Konferencē"),
        _ => ("festivāls", false, "Festivālā"),
    };
}
