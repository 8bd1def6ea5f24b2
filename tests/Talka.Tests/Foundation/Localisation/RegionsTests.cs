using Talka.Foundation.Localisation;
using Talka.Tests.Support;

namespace Talka.Tests.Foundation.Localisation;

public sealed class RegionsTests
{
    [Theory]
    [InlineData("vidzeme", "vidzeme")]
    [InlineData("Vidzemes plānošanas reģions", "vidzeme")]
    [InlineData("RIGA", "riga")]
    [InlineData("Rīgas", "riga")]
    [InlineData("Latgale", "latgale")]
    [InlineData("Sēlija", null)]
    [InlineData("", null)]
    public void Named_WhatPeopleWrite_IsARegion(string typed, string? code) => Assert.Equal(code, Regions.Named(typed)?.Code);

    [Fact]
    public void Municipality_InAnySpelling_HasItsOfficialNameAndRegion()
    {
        Assert.Equal(("Cēsu novads", "vidzeme"), Regions.Municipality("cesu NOVADS") is var (name, region) ? (name, region.Code) : default);
        Assert.Null(Regions.Municipality("Narnijas novads"));
        Assert.All(NaughtyStrings.All, text => Assert.Null(Regions.Municipality(text)));
        Assert.Equal(42, Regions.All.SelectMany(r => r.Municipalities).Distinct().Count());
    }
}
