using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>Words by which money that was spent against the rules comes back to the State: it is paid in, or held back from what is due.</summary>
internal static class Repayments
{
    private static readonly Stems Verbs = ["pārskaitīj", "pārskaitīt", "iemaksāj", "iemaksāt", "ieskaitīj", "ieturēj", "ieturēt", "atskaitīt", "withheld", "deducted", "repaid",
        "remitted"];

    /// <summary>“pārskaitīja ministrijai”, “ieturēts no nākamā maksājuma”, “withheld”</summary>
    public static bool IsVerb(Token token) => !token.Quoted && token.StartsWith(Verbs);
}
