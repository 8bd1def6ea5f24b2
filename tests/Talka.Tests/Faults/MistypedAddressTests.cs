using System.Net;
using Talka.Tests.Support;
using Talka.Tests.Work.Records;

namespace Talka.Tests.Faults;

/// <summary>An address that somebody mistyped or made up is answered, never with a failure of the program.</summary>
public sealed class MistypedAddressTests
{
    [Theory]
    [InlineData("/mandates/sample/figures?q=count&after=abc")]
    [InlineData("/mandates/sample/figures?q=count&before=99999999999999999999")]
    [InlineData("/mandates/sample/activities?before=2023-02-09&sequence=abc")]
    [InlineData("/mandates/sample/activities?before=9999-99-99&sequence=1")]
    [InlineData("/work/mandates/sample?at=abc")]
    [InlineData("/work/mandates/sample/summary?year=abc")]
    [InlineData("/work/mandates/sample/record?kind=seminar&repeat=abc")]
    [InlineData("/work/mandates/sample/spending?year=abc&before=abc")]
    [InlineData("/work/mandates/sample/spending/ineligible?expense=abc")]
    [InlineData("/work/mandates/sample/spending/recovery?ineligible=abc")]
    [InlineData("/work/mandates/sample/journal?year=abc&after=abc&before=abc")]
    [InlineData("/work/mandates/sample/journal?stream=%00&kind=%00&text=%00")]
    [InlineData("/work/mandates/sample/spending?stream=%00&q=%00")]
    [InlineData("/work/mandates/sample/journal/export?kind=%00&format=csv")]
    [InlineData("/admin/people?after=%00")]
    [InlineData("/accounts/setup?token=%00")]
    [InlineData("/log/tile/0/x999/x999/x999/999")]
    [InlineData("/log/tile/entries/x999/x999/x999/x999/x999/x999/999")]
    [InlineData("/log/proof/9223372036854775807")]
    [InlineData("/log/consistency/5/2")]
    [InlineData("/log/consistency/0/9223372036854775807")]
    public async Task Address_MadeUp_IsNoFailureOfTheProgram(string path)
    {
        await using var site = await Recording.SiteAsync();
        Assert.Empty((await site.RecordAsync(Recording.Seminar())).Failures());
        using var client = await site.SignInAsync();
        using var answer = await client.GetAsync(path);
        Assert.True(answer.StatusCode < HttpStatusCode.InternalServerError, $"{path} answered {(int)answer.StatusCode}");
    }
}
