using System.Text;
using System.Text.Json;
using CsCheck;
using Talka.Journal.Proofs;

namespace Talka.Tests.Journal.Proofs;

public sealed class CanonicalJsonTests
{
    // Numbers from RFC 8785 appendix B.
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("5e-324", "5e-324")]
    [InlineData("1.7976931348623157e308", "1.7976931348623157e+308")]
    [InlineData("9007199254740992", "9007199254740992")]
    [InlineData("295147905179352830000", "295147905179352830000")]
    [InlineData("1e21", "1e+21")]
    [InlineData("999999999999999900000", "999999999999999900000")]
    [InlineData("0.000001", "0.000001")]
    [InlineData("1e-7", "1e-7")]
    [InlineData("333333333.33333329", "333333333.3333333")]
    [InlineData("4.50", "4.5")]
    [InlineData("-2E-3", "-0.002")]
    public void Canonicalise_Number_IsAsEcmaScriptPrintsIt(string json, string canonical) =>
        Assert.Equal(canonical, CanonicalJson.Canonicalise(json));

    [Fact]
    public void Canonicalise_Object_SortsByUtf16AndEscapesNoMoreThanNeeded() =>
        Assert.Equal(
            "{\"\\r\":1,\"1\":\"\\u000f\\n€/\\\"\\\\\",\"ö\":[true,null,{}],\"😀\":[],\"\uFB33\":2}",
            CanonicalJson.Canonicalise("{ \"\\uFB33\": 2, \"\\uD83D\\uDE00\": [], \"\\u00f6\": [ true, null, {} ], \"1\": \"\\u000F\\u000a\\u20ac\\/\\\"\\\\\", \"\\r\": 1.0 }"));

    [Fact]
    public void Canonicalise_NameTwice_IsRefused() =>
        Assert.ThrowsAny<JsonException>(() => CanonicalJson.Canonicalise("{\"a\":1,\"a\":2}"));

    [Fact]
    public void AppendString_AnyText_ReadsBack() => Gen.String.Where(text => !text.Any(char.IsSurrogate)).Sample(text =>
    {
        var json = new StringBuilder();
        CanonicalJson.AppendString(json, text);
        return JsonSerializer.Deserialize<string>(json.ToString()) == text && CanonicalJson.Canonicalise(json.ToString()) == json.ToString();
    });

    [Fact]
    public void AppendNumber_AnyNumber_ReadsBack() => Gen.Double.Where(double.IsFinite).Sample(number =>
    {
        var json = new StringBuilder();
        CanonicalJson.AppendNumber(json, number);
        return JsonSerializer.Deserialize<double>(json.ToString()).Equals(number == 0 ? 0d : number);
    });
}
