using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Talka.Tests.Accounts.Security;

/// <summary>The other side of WebAuthn: makes a passkey and signs with it, as a phone would (https://www.w3.org/TR/webauthn-3/).</summary>
internal sealed class SoftDevice : IDisposable
{
    private const byte Present = 0x01;
    private const byte Verified = 0x04;
    private const byte HasCredential = 0x40;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private string _userHandle = "";

    public byte[] CredentialId { get; } = RandomNumberGenerator.GetBytes(32);

    /// <summary>How often it has signed.</summary>
    public uint Count { get; set; } = 1;

    /// <summary>Whether the owner showed a finger or typed a code.</summary>
    public bool VerifiesUser { get; set; } = true;

    public string Create(string options, string origin)
    {
        var asked = JsonNode.Parse(options)!;
        _userHandle = (string)asked["user"]!["id"]!;
        var client = ClientData("webauthn.create", asked, origin);
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        byte[] cose = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
        byte[] data = [.. AuthenticatorData((string)asked["rp"]!["id"]!, HasCredential), .. new byte[16], 0, 32, .. CredentialId, .. cose];
        byte[] attestation = [0xA3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xA0, .. Text("authData"), 0x58, (byte)data.Length, .. data];
        return Credential(new() { ["clientDataJSON"] = Encode(client), ["attestationObject"] = Encode(attestation), ["transports"] = new JsonArray("internal") });
    }

    public string Get(string options, string origin)
    {
        var asked = JsonNode.Parse(options)!;
        Count++;
        var client = ClientData("webauthn.get", asked, origin);
        var data = AuthenticatorData((string)asked["rpId"]!, 0);
        var signature = _key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Credential(new()
        {
            ["clientDataJSON"] = Encode(client),
            ["authenticatorData"] = Encode(data),
            ["signature"] = Encode(signature),
            ["userHandle"] = _userHandle,
        });
    }

    public void Dispose() => _key.Dispose();

    private string Credential(JsonObject response) => new JsonObject
    {
        ["id"] = Encode(CredentialId),
        ["rawId"] = Encode(CredentialId),
        ["type"] = "public-key",
        ["authenticatorAttachment"] = "platform",
        ["clientExtensionResults"] = new JsonObject(),
        ["response"] = response,
    }.ToJsonString();

    private byte[] AuthenticatorData(string site, byte flags)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, Count);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(site)), (byte)(Present | (VerifiesUser ? Verified : 0) | flags), .. count];
    }

    private static byte[] ClientData(string type, JsonNode asked, string origin) => JsonSerializer.SerializeToUtf8Bytes(
        new Dictionary<string, object> { ["type"] = type, ["challenge"] = (string)asked["challenge"]!, ["origin"] = origin, ["crossOrigin"] = false });

    // A short text in CBOR
    private static byte[] Text(string text) => [(byte)(0x60 + text.Length), .. Encoding.ASCII.GetBytes(text)];

    private static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
