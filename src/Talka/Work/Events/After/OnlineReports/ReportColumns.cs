using System.Globalization;
using System.Text;
using Talka.Foundation;

namespace Talka.Work.Events.After.OnlineReports;

internal enum ReportColumn { Name, FirstName, LastName, Email, Join, Leave, Duration, Action, Moment, Attended }

/// <summary>
/// The headings by which Zoom, Teams and Webex name the columns of a participant report, in the languages that people here use them in. Compared without
/// what stands in brackets, without capitals, marks over letters, spaces and punctuation.
/// </summary>
internal static class ReportColumns
{
    private static readonly Dictionary<string, ReportColumn> Known = new (ReportColumn Column, string[] Headings)[]
    {
        (ReportColumn.Name, ["Name", "Full name", "User name", "Display name", "Participant", "Participant name", "Attendee", "Attendee name",
            "Vārds", "Vārds, uzvārds", "Vārds un uzvārds", "Pilns vārds", "Dalībnieks", "Dalībnieka vārds", "Lietotājvārds", "Lietotāja vārds", "Parādāmais vārds",
            "Vollständiger Name", "Benutzername", "Anzeigename", "Teilnehmer", "Teilnehmername",
            "Имя", "Полное имя", "Имя пользователя", "Отображаемое имя", "Участник", "Имя участника",
            "Nimi", "Täisnimi", "Kasutajanimi", "Kuvatav nimi", "Kuvanimi", "Osaleja", "Osaleja nimi",
            "Vardas", "Vardas, pavardė", "Vardas ir pavardė", "Visas vardas", "Naudotojo vardas", "Rodomas vardas", "Dalyvis", "Dalyvio vardas"]),
        (ReportColumn.FirstName, ["First name", "Vorname", "Eesnimi", "Priekšvārds"]),
        (ReportColumn.LastName, ["Last name", "Surname", "Uzvārds", "Nachname", "Фамилия", "Perekonnanimi", "Pavardė"]),
        (ReportColumn.Email, ["Email", "E-mail", "User email", "Email address", "Attendee email", "Participant email",
            "E-pasts", "E-pasta adrese", "Lietotāja e-pasts", "Dalībnieka e-pasts", "E-Mail-Adresse", "Benutzer-E-Mail", "E-Mail des Benutzers",
            "Эл. почта", "Электронная почта", "Адрес электронной почты", "Электронная почта пользователя", "E-post", "E-posti aadress", "Meil", "Kasutaja e-post",
            "El. paštas", "El. pašto adresas", "Naudotojo el. paštas"]),
        (ReportColumn.Join, ["Join time", "Joined", "Start time", "Attendee join time",
            "Pievienošanās laiks", "Pievienojās", "Sākuma laiks", "Beitrittszeit", "Beitrittszeitpunkt", "Beginn", "Startzeit",
            "Время входа", "Время присоединения", "Время начала", "Время подключения", "Liitumisaeg", "Liitumise aeg", "Algusaeg", "Prisijungimo laikas", "Pradžios laikas"]),
        (ReportColumn.Leave, ["Leave time", "Left", "End time", "Attendee leave time",
            "Aiziešanas laiks", "Pamešanas laiks", "Iziešanas laiks", "Atvienošanās laiks", "Beigu laiks", "Austrittszeit", "Verlassen um", "Endzeit", "Ende",
            "Время выхода", "Время отключения", "Время окончания", "Lahkumisaeg", "Lahkumise aeg", "Lõpuaeg", "Išėjimo laikas", "Atsijungimo laikas", "Pabaigos laikas"]),
        (ReportColumn.Duration, ["Duration", "Total duration", "In-meeting duration", "Attendance duration", "Time in session", "Time in meeting",
            "Ilgums", "Kopējais ilgums", "Ilgums sapulcē", "Sapulces ilgums", "Dalības ilgums", "Laiks sesijā", "Dauer", "Gesamtdauer", "Dauer in der Besprechung", "Besprechungsdauer", "Teilnahmedauer", "Zeit in Sitzung",
            "Длительность", "Продолжительность", "Общая продолжительность", "Продолжительность участия", "Время в сеансе", "Длительность собрания", "Длительность участия",
            "Kestus", "Kogukestus", "Koosolekul oldud aeg", "Osalemise kestus", "Trukmė", "Bendra trukmė", "Dalyvavimo trukmė", "Trukmė susitikime"]),
        (ReportColumn.Action, ["User action", "Lietotāja darbība", "Benutzeraktion", "Действие пользователя", "Kasutaja toiming", "Naudotojo veiksmas"]),
        (ReportColumn.Moment, ["Timestamp", "Laikspiedols", "Zeitstempel", "Метка времени", "Ajatempel", "Laiko žyma"]),
        (ReportColumn.Attended, ["Attended", "Piedalījās", "Teilgenommen", "Присутствовал", "Osales", "Dalyvavo"]),
    }.SelectMany(group => group.Headings.Select(heading => (Key: Key(heading), group.Column))).DistinctBy(one => one.Key, StringComparer.Ordinal).ToDictionary(one => one.Key, one => one.Column, StringComparer.Ordinal);

    private static readonly HashSet<string> Leaving = new[] { "left", "izgāja", "aizgāja", "pameta", "atvienojās", "verlassen", "hat verlassen", "покинул", "покинула", "вышел", "вышла", "lahkus", "išėjo", "atsijungė" }
        .Select(Key).ToHashSet(StringComparer.Ordinal);

    private static readonly HashSet<string> Absent = new[] { "no", "nē", "nein", "нет", "ei", "ne" }.Select(Key).ToHashSet(StringComparer.Ordinal);

    /// <summary>Where the columns of a table are, if the row is its heading: it names people, and says in some way how long they were there.</summary>
    public static Dictionary<ReportColumn, int>? Of(IReadOnlyList<string> row)
    {
        var columns = new Dictionary<ReportColumn, int>();
        for (var i = 0; i < row.Count; i++)
        {
            if (Known.TryGetValue(Key(row[i]), out var column))
            {
                columns.TryAdd(column, i);
            }
        }

        var names = columns.ContainsKey(ReportColumn.Name) || columns.ContainsKey(ReportColumn.LastName);
        var times = columns.ContainsKey(ReportColumn.Duration) || (columns.ContainsKey(ReportColumn.Join) && columns.ContainsKey(ReportColumn.Leave))
            || (columns.ContainsKey(ReportColumn.Action) && columns.ContainsKey(ReportColumn.Moment));
        return names && times ? columns : null;
    }

    public static bool SaysLeft(string action) => Leaving.Contains(Key(action));

    public static bool SaysAbsent(string attended) => Absent.Contains(Key(attended));

    private static string Key(string heading)
    {
        var bracket = heading.IndexOf('(', StringComparison.Ordinal);
        var text = bracket > 0 ? heading[..bracket] : heading;
        var letters = new StringBuilder(text.Length);
        foreach (var letter in PlainText.Decomposed(text))
        {
            if (char.IsLetterOrDigit(letter) && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                letters.Append(char.ToLowerInvariant(letter));
            }
        }

        return letters.ToString();
    }
}
