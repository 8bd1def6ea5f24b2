using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Talka.Foundation.Files;

namespace Talka.Foundation.Secrets;

/// <summary>
/// Seals the secrets that have to lie in the database, with a key that never does: a copy of the database alone gives none of them.
/// The key comes from <c>Talka:MasterKey</c>, else from the file <c>Talka:MasterKeyFile</c>, else from <c>keys/master.key</c> in the data folder,
/// which is made when something is first sealed. Each holds one key or several: the first seals, all open, so that keys can be changed.
/// </summary>
public sealed class MasterKey(DataFolder folder, IConfiguration configuration)
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly Lock _lock = new();
    private IReadOnlyList<SealingKey>? _keys;

    /// <summary>The file that the keys are read from, or null when they stand in the configuration itself.</summary>
    public string? KeyFile => configuration["Talka:MasterKey"] is { Length: > 0 } ? null
        : configuration["Talka:MasterKeyFile"] is { Length: > 0 } file ? file : MasterKeyFile.PathIn(folder);

    /// <summary>Encrypts with AES-256-GCM under a key of its own for each purpose.</summary>
    /// <param name="purpose">What the secret is and whose; only the same purpose opens it again.</param>
    /// <returns>Text: the id of the key, a dot, and what is sealed.</returns>
    public string Seal(string purpose, ReadOnlySpan<byte> secret)
    {
        var key = Keys(make: true)[0];
        var content = new byte[NonceBytes + TagBytes + secret.Length];
        var nonce = content.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(key.For(purpose), TagBytes);
        cipher.Encrypt(nonce, secret, content.AsSpan(NonceBytes + TagBytes), content.AsSpan(NonceBytes, TagBytes));
        return $"{key.Id}.{Base64Url.EncodeToString(content)}";
    }

    /// <exception cref="CryptographicException">It was sealed with a key that is not here, for another purpose, or has been changed.</exception>
    public byte[] Open(string purpose, string text)
    {
        var key = KeyOf(text) ?? throw new CryptographicException($"Sealed with a master key that is not here: {IdIn(text)}.");
        var content = Decode(text[(text.IndexOf('.', StringComparison.Ordinal) + 1)..]);
        var secret = new byte[content.Length - NonceBytes - TagBytes];
        using var cipher = new AesGcm(key.For(purpose), TagBytes);
        cipher.Decrypt(content.AsSpan(0, NonceBytes), content.AsSpan(NonceBytes + TagBytes), content.AsSpan(NonceBytes, TagBytes), secret);
        return secret;
    }

    /// <summary>
    /// Keys for signing what is not kept, such as links that are made again whenever they are needed: one of each master key, that of the current one first.
    /// What any of them signed holds, until its master key is taken away.
    /// </summary>
    public IReadOnlyList<byte[]> SigningKeys(string purpose) => [.. Keys(make: true).Select(key => key.For("sign " + purpose))];

    /// <summary>Whether the key that sealed a text is here.</summary>
    public bool CanOpen(string text) => KeyOf(text) is not null;

    /// <summary>Whether a text is sealed with the key that seals now, and not with an older one.</summary>
    public bool IsCurrent(string text) => Keys(make: false) is [var first, ..] && first.Id == IdIn(text);

    /// <summary>Puts a new key before those that there are; from the next start on it seals. Fails where the keys stand in the configuration.</summary>
    public string AddKey()
    {
        var file = KeyFile ?? throw new InvalidOperationException("The keys stand in Talka:MasterKey; put a new one first there.");
        var key = SealingKey.Generate();
        MasterKeyFile.Replace(file, [key, .. MasterKeyFile.Read(file)]);
        lock (_lock)
        {
            _keys = null;
        }

        return key.Id;
    }

    private SealingKey? KeyOf(string text)
    {
        var id = IdIn(text);
        return Keys(make: false).FirstOrDefault(key => key.Id == id);
    }

    private static string IdIn(string text) => text.Split('.')[0];

    private static byte[] Decode(string text)
    {
        try
        {
            var content = Base64Url.DecodeFromChars(text);
            return content.Length >= NonceBytes + TagBytes ? content : throw new CryptographicException("Too short to have been sealed.");
        }
        catch (FormatException failure)
        {
            throw new CryptographicException("Not sealed by this program.", failure);
        }
    }

    private IReadOnlyList<SealingKey> Keys(bool make)
    {
        lock (_lock)
        {
            if (_keys is { Count: > 0 } known)
            {
                return known;
            }

            if (configuration["Talka:MasterKey"] is { Length: > 0 } given)
            {
                return _keys = SealingKey.ParseAll(given, "Talka:MasterKey");
            }

            var file = KeyFile!;
            if (make && !File.Exists(file))
            {
                MasterKeyFile.Make(file);
            }

            return _keys = MasterKeyFile.Read(file);
        }
    }
}

/// <summary>One key and the short name by which what it sealed tells that it needs this one.</summary>
internal sealed class SealingKey
{
    private const int Bytes = 32;

    private readonly byte[] _key;

    private SealingKey(byte[] key)
    {
        _key = key;
        Id = Convert.ToHexStringLower(SHA256.HashData(key))[..8];
    }

    public string Id { get; }

    public static SealingKey Generate() => new(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Keys in base64, separated by white space or commas; a line that begins with # is a remark.</summary>
    public static IReadOnlyList<SealingKey> ParseAll(string text, string source)
    {
        var words = text.Split('\n').Where(line => !line.TrimStart().StartsWith('#'))
            .SelectMany(line => line.Split([' ', '\t', '\r', ','], StringSplitOptions.RemoveEmptyEntries));
        var keys = words.Select(word => Parse(word, source)).ToList();
        return keys.Count > 0 ? keys : throw new InvalidOperationException($"{source} holds no key.");
    }

    public string Export() => Convert.ToBase64String(_key);

    public byte[] For(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, _key, Bytes, info: Encoding.UTF8.GetBytes("Talka " + purpose));

    private static SealingKey Parse(string word, string source)
    {
        var key = new byte[Bytes];
        return Convert.TryFromBase64String(word, key, out var written) && written == Bytes
            ? new SealingKey(key)
            : throw new InvalidOperationException($"{source} must hold keys of {Bytes} bytes in base64, such as `openssl rand -base64 {Bytes}` prints.");
    }
}
