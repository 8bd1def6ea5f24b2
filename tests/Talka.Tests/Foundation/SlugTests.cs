using CsCheck;
using Talka.Foundation;

namespace Talka.Tests.Foundation;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Pilsoniskās sabiedrības attīstība Rīgas reģionā", "pilsoniskas-sabiedribas-attistiba-rigas-regiona")]
    [InlineData("  Ķīšezers — 2025!  ", "kisezers-2025")]
    [InlineData("???", "")]
    public void From_Title_IsReadable(string title, string slug) => Assert.Equal(slug, Slug.From(title));

    [Fact]
    public void From_AnyText_IsValidOrEmpty() =>
        Gen.String.Sample(text => Slug.From(text) is var slug && (slug.Length == 0 || Slug.IsValid(slug)));
}
