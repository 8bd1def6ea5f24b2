using Talka.Reporting.Audit;

namespace Talka.Tests.Documentation;

/// <summary>The handbook explains every code that a person may meet.</summary>
public sealed class HandbookTests
{
    [Theory]
    [InlineData("docs/handbook/lv/8-jebkurs-kopsavilkums.md")]
    [InlineData("docs/handbook/en/8-any-summary.md")]
    public void Chapter_OnTheAudit_ExplainsEveryCode(string file)
    {
        var chapter = File.ReadAllText(Path.Combine(OperationsDocumentTests.Root, file));
        Assert.All(SummaryAudit.Rules.SelectMany(rule => rule.Codes), code => Assert.Contains($"| `{code}` |", chapter, StringComparison.Ordinal));
    }
}
