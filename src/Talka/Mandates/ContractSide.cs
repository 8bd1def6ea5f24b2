namespace Talka.Mandates;

/// <summary>The two sides of a contract.</summary>
public enum ContractSide
{
    /// <summary>Who performs the task; its coordinator speaks for it.</summary>
    Implementer,

    /// <summary>Who delegates and supervises it; any of its members speaks for it.</summary>
    Authority,
}
