using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

namespace Talka.Journal.Proofs;

/// <summary>The public half of a note key (C2SP signed-note): checks Ed25519 signatures. As text it is <c>name+hash+base64</c>.</summary>
public sealed class VerifierKey
{
    internal const byte Ed25519 = 1;

    private readonly byte[] _publicKey;

    public VerifierKey(string name, byte[] publicKey)
    {
        Name = name;
        _publicKey = publicKey;
        Id = SHA256.HashData([.. Encoding.UTF8.GetBytes(name), (byte)'\n', Ed25519, .. publicKey])[..4];
    }

    /// <summary>The name of the signer; of a log, its origin.</summary>
    public string Name { get; }

    /// <summary>Four bytes that tell keys of the same name apart: the beginning of SHA-256(name ‖ newline ‖ 0x01 ‖ public key).</summary>
    public byte[] Id { get; }

    /// <exception cref="FormatException">It is not a key, or its hash does not belong to it.</exception>
    public static VerifierKey Parse(string text)
    {
        var parts = text.Trim().Split('+', 3);
        var bytes = parts.Length == 3 && IsName(parts[0]) && Base64.IsValid(parts[2]) ? Convert.FromBase64String(parts[2]) : [];
        if (bytes.Length != 1 + Ed25519PublicKeyParameters.KeySize || bytes[0] != Ed25519)
        {
            throw new FormatException("Not an Ed25519 verifier key (name+hash+base64).");
        }

        var key = new VerifierKey(parts[0], bytes[1..]);
        return parts[1] == Convert.ToHexStringLower(key.Id) ? key : throw new FormatException("The hash in the verifier key does not belong to it.");
    }

    /// <summary>Several keys, one a line; empty lines and lines that begin with # are passed over.</summary>
    /// <exception cref="FormatException">A line is not a key, or there is none.</exception>
    public static IReadOnlyList<VerifierKey> ParseAll(string text)
    {
        List<VerifierKey> keys =
        [
            .. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Where(line => !line.StartsWith('#')).Select(Parse),
        ];
        return keys.Count > 0 ? keys : throw new FormatException("No verifier key.");
    }

    public static bool IsName(string name) => name.Length > 0 && !name.Contains('+', StringComparison.Ordinal) && !name.Any(char.IsWhiteSpace);

    public bool Verifies(byte[] message, byte[] signature)
    {
        if (signature.Length != Ed25519PrivateKeyParameters.SignatureSize)
        {
            return false;
        }

        var signer = new Ed25519Signer();
        signer.Init(forSigning: false, new Ed25519PublicKeyParameters(_publicKey));
        signer.BlockUpdate(message, 0, message.Length);
        return signer.VerifySignature(signature);
    }

    public override string ToString() =>
        $"{Name}+{Convert.ToHexStringLower(Id)}+{Convert.ToBase64String([Ed25519, .. _publicKey])}";
}

/// <summary>The private half of a note key. As text it is <c>PRIVATE+KEY+name+hash+base64</c>, as other tools for signed notes keep it.</summary>
public sealed class SigningKey
{
    private const string Prefix = "PRIVATE+KEY+";

    private readonly Ed25519PrivateKeyParameters _private;

    private SigningKey(string name, byte[] seed)
    {
        _private = new Ed25519PrivateKeyParameters(seed);
        Verifier = new VerifierKey(name, _private.GeneratePublicKey().GetEncoded());
    }

    public VerifierKey Verifier { get; }

    /// <exception cref="ArgumentException">The name is empty, or has a plus sign or white space.</exception>
    public static SigningKey Generate(string name) => VerifierKey.IsName(name)
        ? new(name, RandomNumberGenerator.GetBytes(Ed25519PrivateKeyParameters.KeySize))
        : throw new ArgumentException("A key name has no plus sign and no white space.", nameof(name));

    /// <exception cref="FormatException">It is not a key, or its hash does not belong to it.</exception>
    public static SigningKey Parse(string text)
    {
        text = text.Trim();
        var parts = text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..].Split('+', 3) : [];
        var bytes = parts.Length == 3 && Base64.IsValid(parts[2]) ? Convert.FromBase64String(parts[2]) : [];
        if (bytes.Length != 1 + Ed25519PrivateKeyParameters.KeySize || bytes[0] != VerifierKey.Ed25519)
        {
            throw new FormatException("Not an Ed25519 signing key.");
        }

        var key = new SigningKey(parts[0], bytes[1..]);
        return parts[1] == Convert.ToHexStringLower(key.Verifier.Id) ? key : throw new FormatException("The hash in the signing key does not belong to it.");
    }

    public byte[] Sign(byte[] message)
    {
        var signer = new Ed25519Signer();
        signer.Init(forSigning: true, _private);
        signer.BlockUpdate(message, 0, message.Length);
        return signer.GenerateSignature();
    }

    /// <summary>The secret itself, for the key file.</summary>
    public string Export() =>
        $"{Prefix}{Verifier.Name}+{Convert.ToHexStringLower(Verifier.Id)}+{Convert.ToBase64String([VerifierKey.Ed25519, .. _private.GetEncoded()])}";
}
