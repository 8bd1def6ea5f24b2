namespace Talka.Accounts;

/// <summary>What somebody is to one mandate. <see cref="Policies"/> says what each may do there.</summary>
public enum MandateRole
{
    /// <summary>Runs the mandate for the implementer.</summary>
    Coordinator,

    /// <summary>Keeps its plan and its money.</summary>
    Accountant,

    /// <summary>Records work and writes its texts.</summary>
    Editor,

    /// <summary>Oversees it for the delegating authority. Never given on one mandate: it comes with belonging to its authority.</summary>
    Supervisor,

    /// <summary>Looks on.</summary>
    Viewer,

    /// <summary>Looks at everything, for a limited time.</summary>
    Auditor,
}
