using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking;

/// <summary>One kind of contradiction, or a family of them that must decide together which one names the cause.</summary>
public interface IAuditRule
{
    /// <summary>The codes of its findings.</summary>
    IReadOnlyList<string> Codes { get; }

    /// <summary>What it finds, in the current language; in any order.</summary>
    IEnumerable<Finding> Check(ReadSummary summary);
}
