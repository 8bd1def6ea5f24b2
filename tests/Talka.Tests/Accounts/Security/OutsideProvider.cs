using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Talka.Tests.Accounts.Security;

/// <summary>A small OpenID Connect provider on loopback: authorization code with PKCE, tokens signed with a real key.</summary>
internal sealed class OutsideProvider : IAsyncDisposable
{
    public const string Client = "talka";
    public const string Secret = "a secret of this test alone";

    private readonly WebApplication _app;
    private readonly RSA _key = RSA.Create(2048);
    private readonly RSA _otherKey = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, IQueryCollection> _codes = new();

    private OutsideProvider(WebApplication app) => _app = app;

    public string Address { get; private set; } = "";

    /// <summary>Who has signed in at the provider.</summary>
    public string Subject { get; set; } = "subject-1";

    public string Email { get; set; } = "somebody@example.org";

    public bool Denies { get; set; }

    public bool SignsWithAnotherKey { get; set; }

    public bool MixesUpTheNonce { get; set; }

    public string Audience { get; set; } = Client;

    public Dictionary<string, string?> Settings => new()
    {
        ["Talka:OpenIdConnect:eid:Authority"] = Address,
        ["Talka:OpenIdConnect:eid:ClientId"] = Client,
        ["Talka:OpenIdConnect:eid:ClientSecret"] = Secret,
        ["Talka:OpenIdConnect:eid:DisplayName"] = "eParaksts",
    };

    public static async Task<OutsideProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var provider = new OutsideProvider(builder.Build());
        provider._app.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = provider.Address,
            ["authorization_endpoint"] = provider.Address + "/authorize",
            ["token_endpoint"] = provider.Address + "/token",
            ["jwks_uri"] = provider.Address + "/keys",
            ["response_types_supported"] = new[] { "code" },
            ["subject_types_supported"] = new[] { "public" },
            ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
        }));
        provider._app.MapGet("/keys", () => Results.Json(new { keys = new[] { provider.PublicKey() } }));
        provider._app.MapGet("/authorize", provider.Authorize);
        provider._app.MapPost("/token", (Delegate)provider.TokenAsync);
        await provider._app.StartAsync();
        provider.Address = provider._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
        _otherKey.Dispose();
    }

    private object PublicKey()
    {
        var key = _key.ExportParameters(includePrivateParameters: false);
        return new { kty = "RSA", use = "sig", alg = "RS256", kid = "1", n = Base64Url.EncodeToString(key.Modulus), e = Base64Url.EncodeToString(key.Exponent) };
    }

    private IResult Authorize(HttpContext context)
    {
        var asked = context.Request.Query;
        Assert.Equal((Client, "code", "openid", "S256"), (asked["client_id"].ToString(), asked["response_type"].ToString(), asked["scope"].ToString(), asked["code_challenge_method"].ToString()));
        var code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        _codes[code] = asked;
        var answer = Denies ? "error=access_denied" : "code=" + code;
        return Results.Redirect($"{asked["redirect_uri"]}?{answer}&state={Uri.EscapeDataString(asked["state"]!)}");
    }

    private async Task<IResult> TokenAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        var right = _codes.TryRemove(form["code"].ToString(), out var asked)
            && form["client_id"] == Client && form["client_secret"] == Secret && form["redirect_uri"] == asked["redirect_uri"].ToString()
            && Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) == asked["code_challenge"];
        return right ? Results.Json(new { access_token = "x", token_type = "Bearer", expires_in = 60, id_token = IdToken(asked!["nonce"].ToString()) }) : Results.BadRequest();
    }

    private string IdToken(string nonce) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Address,
        Audience = Audience,
        Expires = DateTime.UtcNow.AddMinutes(5),
        Claims = new Dictionary<string, object>
        {
            ["sub"] = Subject,
            ["email"] = Email,
            ["email_verified"] = true,
            ["nonce"] = MixesUpTheNonce ? "another" : nonce,
        },
        SigningCredentials = new SigningCredentials(new RsaSecurityKey(SignsWithAnotherKey ? _otherKey : _key) { KeyId = "1" }, SecurityAlgorithms.RsaSha256),
    });
}
