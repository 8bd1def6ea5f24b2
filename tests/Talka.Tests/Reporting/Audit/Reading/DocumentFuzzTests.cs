namespace Talka.Tests.Reporting.Audit.Reading;

public class DocumentFuzzTests
{
    [Fact]
    public void Audit_OfDamagedDocuments_NeverThrowsNorHangs()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var failure = DocumentFuzz.Run(seed, out var name, out _);

            Assert.True(failure is null, $"{name} of {seed}: {failure}");
        }
    }

    /// <summary>What the long run (<c>bench fuzz-audit</c>) found once, as a number and as files.</summary>
    [Theory]
    [InlineData(1994)]
    public void Audit_OfADocumentThatFailedOnce_DoesNotFail(int seed) => Assert.Null(DocumentFuzz.Run(seed, out _, out _));

    public static TheoryData<string> Kept => [.. Directory.EnumerateFiles(Folder).Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Kept))]
    public void Audit_OfAFileThatFailedOnce_DoesNotFail(string file) => Assert.Null(DocumentFuzz.Audit(file, File.ReadAllBytes(Path.Combine(Folder, file))));

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Reporting", "Audit", "Documents", "Fuzz");
}
