using System.Text;
using CsCheck;
using Talka.Work.Events.After;
using Talka.Work.Events.After.OnlineReports;

namespace Talka.Tests.Work.Events.After;

public sealed class ReportReadingTests
{
    private const string ZoomEnglish =
        """
        Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants,
        123 456 789,"Kopienu dienas seminārs, 1. daļa",11/28/2026 10:00:00 AM,11/28/2026 12:00:00 PM,rikotajs@example.org,120,3,

        Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest
        Anna Bērziņa,anna@example.org,11/28/2026 10:00:00 AM,11/28/2026 11:00:00 AM,60,Yes
        Anna tālrunis (Anna Bērziņa),anna@example.org,11/28/2026 10:30:00 AM,11/28/2026 11:30:00 AM,60,Yes
        Jānis Ozols,,11/28/2026 10:05:00 AM,11/28/2026 10:20:00 AM,15,Yes
        """;

    private const string ZoomLatvian =
        """
        Vārds (sākotnējais vārds);Lietotāja e-pasts;Kopējais ilgums (minūtes);Viesis
        Anna Bērziņa;anna@example.org;90;Jā
        Jānis Ozols;;15;Jā
        """;

    private const string TeamsEnglish =
        "1. Summary\nMeeting title\tSeminārs, kopienas, ļaudis\nAttended participants\t3\nStart time\t11/28/26, 10:00:00 AM\n\n"
        + "2. Participants\nName\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole\n"
        + "Anna Bērziņa\t11/28/26, 10:00:00 AM\t11/28/26, 11:30:00 AM\t1h 30m\tAnna@example.org\tanna@example.org\tAttendee\n"
        + "Jānis Ozols (Guest)\t11/28/26, 10:05:00 AM\t11/28/26, 10:20:00 AM\t15m 2s\t\t\tAttendee\n\n"
        + "3. In-Meeting Activities\nName\tJoin Time\tLeave Time\tDuration\tEmail\tRole\n"
        + "Anna Bērziņa\t11/28/26, 10:00:00 AM\t11/28/26, 11:00:00 AM\t1h\tAnna@example.org\tAttendee\n"
        + "Anna Bērziņa\t11/28/26, 10:30:00 AM\t11/28/26, 11:30:00 AM\t1h\tAnna@example.org\tAttendee\n"
        + "Jānis Ozols (Guest)\t11/28/26, 10:05:00 AM\t11/28/26, 10:20:00 AM\t15m\t\tAttendee\n";

    private const string TeamsGerman =
        "Vollständiger Name\tBenutzeraktion\tZeitstempel\nAnna Bērziņa\tBeigetreten\t28.11.2026, 10:00:00\nJānis Ozols\tBeigetreten\t28.11.2026, 11:15:00\n"
        + "Anna Bērziņa\tVerlassen\t28.11.2026, 10:40:00\nAnna Bērziņa\tBeigetreten\t28.11.2026, 10:40:00\nAnna Bērziņa\tVerlassen\t28.11.2026, 11:30:00\n";

    private const string TeamsRussian =
        "Имя\tПервое присоединение\tПоследний выход\tДлительность собрания\tЭлектронная почта\tРоль\nAnna Bērziņa\t28.11.2026, 10:00:00\t28.11.2026, 11:30:00\t1 ч 30 мин\tanna@example.org\tУчастник\nJānis Ozols\t28.11.2026, 10:00:00\t28.11.2026, 10:15:00\t15 мин\t\tУчастник\n";

    private const string Webex =
        "Meeting Name\tMeeting Start Time\tDisplay Name\tAttendee Email\tJoin Time\tLeave Time\tAttendance Duration\tConnection Type\n"
        + "Seminārs\t\"=\"\"2026-11-28 10:00:00\"\"\"\tAnna Bērziņa\tanna@example.org\t\"=\"\"2026-11-28 10:00:00\"\"\"\t\"=\"\"2026-11-28 11:30:00\"\"\"\t90 mins\tDesktop\n"
        + "Seminārs\t\"=\"\"2026-11-28 10:00:00\"\"\"\tJānis Ozols\t\t\"=\"\"2026-11-28 10:05:00\"\"\"\t\"=\"\"2026-11-28 10:20:00\"\"\"\t15 mins\tMobile\n";

    private const string Lithuanian = "\"Vardas, pavardė\",El. paštas,Trukmė\nAnna Bērziņa,anna@example.org,01:30:00\nJānis Ozols,,00:15:10\n";
    private const string Estonian = "Täisnimi;E-post;Kestus\nAnna Bērziņa;anna@example.org;1 t 30 min\nJānis Ozols;;15 min\n";

    private const string ZoomWebinar =
        "Attendee Report\nReport Generated:,11/28/2026 1:00:00 PM\n\nAttendee Details\n"
        + "Attended,User Name (Original Name),First Name,Last Name,Email,Registration Time,Approval Status,Join Time,Leave Time,Time in Session (minutes),Is Guest\n"
        + "Yes,Anna Bērziņa,Anna,Bērziņa,anna@example.org,11/20/2026 1:00:00 PM,approved,11/28/2026 10:00:00 AM,11/28/2026 11:30:00 AM,90,Yes\n"
        + "Yes,Jānis Ozols,Jānis,Ozols,,11/20/2026 1:00:00 PM,approved,11/28/2026 10:00:00 AM,11/28/2026 10:15:00 AM,15,Yes\n"
        + "No,Ilze Liepa,Ilze,Liepa,ilze@example.org,11/20/2026 1:00:00 PM,approved,--,--,--,--\n";

    public static TheoryData<string, string, string> Reports => new()
    {
        { "Zoom", ZoomEnglish, "utf-8" }, { "Zoom lv", ZoomLatvian, "utf-8" }, { "Zoom lv", ZoomLatvian, "windows-1257" }, { "Zoom webinar", ZoomWebinar, "utf-8" },
        { "Teams", TeamsEnglish, "utf-16" }, { "Teams", TeamsEnglish, "utf-8" }, { "Teams de", TeamsGerman, "utf-16" }, { "Teams ru", TeamsRussian, "utf-16" },
        { "Webex", Webex, "utf-16" }, { "lt", Lithuanian, "utf-8" }, { "et", Estonian, "utf-8" },
    };

    [Theory]
    [MemberData(nameof(Reports))]
    public void Report_OfEachProgram_GivesItsPeopleAndTheirMinutes(string program, string text, string encoding)
    {
        var lines = ReportReading.Read(new MemoryStream(Bytes(text, encoding)));

        Assert.True(lines.Succeeded, program);
        var people = ReportPeople.Join(lines.Value).OrderBy(person => person.Name, StringComparer.Ordinal).ToList();
        Assert.Equal(2, people.Count);
        Assert.Equal((90, 15), (people[0].Minutes, people[1].Minutes)); // two devices at the same time are one person for that time
        Assert.Equal("Anna Bērziņa", people[0].Name);
        Assert.StartsWith("Jānis Ozols", people[1].Name, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1h 2m 3s", 3723)]
    [InlineData("1 Std. 2 Min. 3 Sek.", 3723)]
    [InlineData("1 ч 2 мин 3 с", 3723)]
    [InlineData("1 st. 2 min. 3 s", 3723)]
    [InlineData("1 val. 2 min. 3 sek.", 3723)]
    [InlineData("00:45:10", 2710)]
    [InlineData("45:10", 2710)]
    [InlineData("63 mins", 3780)]
    [InlineData("63", 3780)]
    [InlineData("12,5", 750)]
    [InlineData("2 hours 5 minutes", 7500)]
    [InlineData("", null)]
    [InlineData("--", null)]
    [InlineData("ilgi", null)]
    public void Duration_AsItIsWritten_IsRead(string text, int? seconds) => Assert.Equal(seconds, (int?)ReportTimes.Duration(text)?.TotalSeconds);

    [Theory]
    [InlineData("vārds\nAnna")]
    [InlineData("Nosaukums;Summa\nBiedrība;12")]
    [InlineData("Name,Duration\n")]
    [InlineData("Name,Duration\nAnna,ilgi\n")]
    public void File_ThatIsNoReport_IsRefused(string text) => Assert.False(ReportReading.Read(new MemoryStream(Encoding.UTF8.GetBytes(text))).Succeeded);

    [Theory]
    [InlineData("Name\uFFFE")]
    [InlineData("\uFFFFDuration")]
    [InlineData("Vārds 🙂")]
    public void Reading_OfHeadingsThatAreNoText_NeverThrows(string heading) =>
        ReportReading.Read(new MemoryStream(Encoding.UTF8.GetBytes($"Name,Duration,{heading}\nAnna\uFFFE,5,x\n")));

    [Fact]
    public void Reading_OfAnyBytes_NeverThrows() => Gen.Byte.Array[0, 400].Sample(bytes =>
    {
        ReportReading.Read(new MemoryStream([.. "Name,Duration,Join Time,Leave Time\n"u8, .. bytes]));
        ReportReading.Read(new MemoryStream(bytes));
    });

    [Fact]
    public void Minutes_OfOverlappingTimes_AreThoseOfTheirUnion() => Gen.Select(Gen.Int[0, 200], Gen.Int[1, 90]).List[1, 8].Sample(times =>
    {
        var start = new DateTime(2026, 11, 28, 10, 0, 0);
        var person = new ReportPerson("Anna", null, [.. times.Select(time => new ReportLine("Anna", null, start.AddMinutes(time.Item1), start.AddMinutes(time.Item1 + time.Item2), null))]);
        Assert.Equal(times.SelectMany(time => Enumerable.Range(time.Item1, time.Item2)).Distinct().Count(), person.Minutes);
    });

    [Theory]
    [InlineData("Anna Bērziņa", "berzina ANNA", true)]
    [InlineData("Anna Bērziņa (SIA Paraugs)", "Anna Bērziņa", true)]
    [InlineData("Anna Bērziņa", "Anna Ozola", false)]
    public void Names_AreComparedWithoutOrderAndMarks(string one, string other, bool same) => Assert.Equal(same, PersonNames.Key(one) == PersonNames.Key(other));

    [Theory]
    [InlineData("A. Bērziņa", "Anna Bērziņa", true)]
    [InlineData("Anna", "Anna Bērziņa", true)]
    [InlineData("Ana Berzina", "Anna Bērziņa", true)]
    [InlineData("Jānis Kalniņš", "Anna Bērziņa", false)]
    [InlineData("iPhone", "Anna Bērziņa", false)]
    public void Names_ThatResembleEachOther_AreDoubtful(string one, string other, bool alike) =>
        Assert.Equal(alike, PersonNames.AreAlike(PersonNames.Words(one), PersonNames.Words(other)));

    [Fact]
    public void Matching_GoesByEmailThenByNameAndLeavesTheRestToPeople()
    {
        Registered anna = new(Guid.CreateVersion7(), "Anna Bērziņa", "anna@example.org"), janis = new(Guid.CreateVersion7(), "Jānis Ozols", "janis@example.org");
        Registered one = new(Guid.CreateVersion7(), "Ilze Liepa", "ilze1@example.org"), two = new(Guid.CreateVersion7(), "Ilze Liepa", "ilze2@example.org");
        ReportPerson Person(string name, string? email) => new(name, email, [new ReportLine(name, email, null, null, TimeSpan.FromMinutes(40))]);

        var matched = MatchPeople.Run(
            [Person("iPhone", "anna@example.org"), Person("ozols janis", null), Person("Ilze Liepa", null), Person("Ilze Liepa", "ilze2@example.org"), Person("Kāds Cits", null)], [anna, janis, one, two]);

        Assert.Equal((AttendanceMatch.ByEmail, anna.Id), (matched[0].Match, matched[0].Registration));
        Assert.Equal((AttendanceMatch.ByName, janis.Id), (matched[1].Match, matched[1].Registration));
        Assert.Single(matched, one => one.Match == AttendanceMatch.Doubtful);
        Assert.Single(matched, one => one.Match == AttendanceMatch.ByEmail && one.Registration == two.Id);
        Assert.Single(matched, one => one.Match == AttendanceMatch.Unknown);
    }

    private static byte[] Bytes(string text, string encoding)
    {
        var known = encoding == "utf-16" ? Encoding.Unicode : encoding == "utf-8" ? new UTF8Encoding(true) : CodePagesEncodingProvider.Instance.GetEncoding(encoding)!;
        return [.. known.GetPreamble(), .. known.GetBytes(text)];
    }
}
