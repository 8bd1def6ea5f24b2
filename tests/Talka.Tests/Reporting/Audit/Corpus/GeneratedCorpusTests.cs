using Talka.Tests.Reporting.Audit.Corpus.Generated;
using Talka.Tests.Reporting.Audit.Corpus.Measure;

namespace Talka.Tests.Reporting.Audit.Corpus;

public sealed class GeneratedCorpusTests
{
    [Fact]
    public void Documents_AllKinds_AreHalfCleanAndHoldEveryCode()
    {
        List<Labelled> documents = [.. GeneratedCorpus.Documents(pdf: null)];

        Assert.True(documents.Count >= 48);
        Assert.InRange(documents.Count(one => one.Labels.Clean), documents.Count * 2 / 5, documents.Count * 3 / 5);
        Assert.Empty(Planter.Codes.Except(documents.SelectMany(one => one.Labels.Findings).Select(label => label.Code)));
        Assert.All(documents.Where(one => one.Name.EndsWith(".txt", StringComparison.Ordinal)), one =>
        {
            var bare = BareText.Of(System.Text.Encoding.UTF8.GetString(one.Bytes));
            Assert.All(one.Labels.Findings.SelectMany(label => label.Quotes), quote => Assert.Contains(BareText.Of(quote), bare, StringComparison.Ordinal));
        });
        Assert.DoesNotContain(documents, one => one.Name.EndsWith(".txt", StringComparison.Ordinal) && System.Text.Encoding.UTF8.GetString(one.Bytes).Contains('\uE000', StringComparison.Ordinal));
    }
}
