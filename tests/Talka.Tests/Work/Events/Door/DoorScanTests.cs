using Microsoft.ClearScript.V8;

namespace Talka.Tests.Work.Events.Door;

/// <summary>What the script of the door makes of what a camera sees, four looks a second.</summary>
public sealed class DoorScanTests : IDisposable
{
    private readonly V8ScriptEngine _engine = new();

    public DoorScanTests()
    {
        var script = File.ReadAllText(Path.Combine(Documentation.OperationsDocumentTests.Root, "src", "Talka", "wwwroot", "door-scan.js"));
        _engine.Execute(script.Replace("export ", "", StringComparison.Ordinal) + "\nvar seen = new Sightings();");
    }

    [Fact]
    public void Ticket_WhileItIsInThePicture_CountsOnce() => Assert.Equal("A....", Seen("AAAAA"));

    [Fact]
    public void Ticket_ThatABlurHidesForAMoment_CountsOnce() => Assert.Equal("A....", Seen("AA-AA"));

    [Fact]
    public void Ticket_ShownAgainByTheNextPerson_CountsAgain() => Assert.Equal("A....A.", Seen("AA---AA"));

    [Fact]
    public void Ticket_ShownForLongAndThenByTheNextPerson_CountsAgain() => Assert.Equal("A.........A", Seen("AAAAAAAAA-A"));

    [Fact]
    public void Tickets_OfTwoPeople_CountEach() => Assert.Equal("AB.A", Seen("ABBA"));

    [Theory]
    [InlineData("Bērziņa", true)]
    [InlineData("Anna Marija Bērziņa-Kalniņa", true)]
    [InlineData("K7Q2MX", true)]
    [InlineData("https://talka.example.org/t/0123456789abcdef", false)]
    [InlineData("talka:0123456789abcdefghijklmn", false)]
    public void Typed_IsANameOrATicket(string typed, bool name) => Assert.Equal(name, _engine.Script.isName(typed));

    public void Dispose() => _engine.Dispose();

    private string Seen(string looks) => string.Concat(looks.Select((look, i) =>
        (bool)_engine.Script.seen.isNew(look == '-' ? null : look.ToString(), i * 250) ? look : '.'));
}
