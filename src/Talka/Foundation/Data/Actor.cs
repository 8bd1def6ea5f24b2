namespace Talka.Foundation.Data;

/// <summary>In whose name the current work is done: a signed-in person, somebody unknown, or the program itself (command line, start-up).</summary>
/// <param name="PersonId">Null for the program itself and for the unknown.</param>
/// <param name="Name">For display; kept out of anything that is hashed or published.</param>
public sealed record Actor(Guid? PersonId, string Name)
{
    public static Actor Program { get; } = new(null, "talka");

    /// <summary>Whoever opened a page without signing in.</summary>
    public static Actor Anonymous { get; } = new(null, "");

    /// <summary>Whether it is the program itself, which no rule of access holds back.</summary>
    public bool IsProgram => ReferenceEquals(this, Program);
}

/// <summary>The actor of the current scope (request or verb). Set once, where the scope begins.</summary>
public sealed class CurrentActor
{
    public Actor Value { get; set; } = Actor.Program;
}
