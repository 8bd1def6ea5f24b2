using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Talka.Journal.Proofs;

namespace Talka.Journal;

/// <summary>
/// The bytes that are hashed: the payload (the whole entry as canonical JSON, RFC 8785) and the leaf of the Merkle tree, which commits to it.
/// Members are camelCase, absent when there is nothing to say; days are <c>yyyy-MM-dd</c>, amounts strings with two decimals, choices kebab-case.
/// </summary>
public static partial class EntryPayload
{
    /// <summary>Bytes of salt in a commitment.</summary>
    public const int SaltSize = 16;

    private const int LargestKept = 1 << 20;

    [ThreadStatic]
    private static StringBuilder? _text;

    /// <summary>The canonical JSON of an entry. The members stand in the order that RFC 8785 sorts them.</summary>
    public static string Write(EntryContent content, Guid? recordedBy) => Build(content, recordedBy).ToString();

    /// <summary>Whether this is the payload of that entry, to the letter.</summary>
    internal static bool IsOf(string payload, EntryContent content, Guid? recordedBy) => Build(content, recordedBy).Equals(payload.AsSpan());

    private static StringBuilder Build(EntryContent content, Guid? recordedBy)
    {
        var text = EmptyText();
        var json = new Members(text);
        json.Text("amount", content.Amount?.ToInvariant());
        if (content.Attendance is { } attendance)
        {
            Write(json.Object("attendance"), attendance);
        }

        json.Text("category", content.Category);
        json.Text("channel", content.Channel);
        json.Number("concerns", content.Concerns);
        json.Text("correction", Choice(content.Correction));
        json.Number("corrects", content.Corrects);
        json.Text("description", content.Description);
        json.Text("documentNumber", content.DocumentNumber);
        json.Text("externalId", content.ExternalId);
        json.List("files", content.Files, (text, file) =>
        {
            var members = new Members(text);
            members.Text("contentType", file.ContentType);
            members.Text("name", file.Name);
            members.Text("sha256", file.Sha256);
            members.Number("size", file.Size);
            members.Close();
        });
        json.Text("from", Day(content.From));
        json.Text("kind", content.Kind);
        if (content.Late is { } late)
        {
            var consent = json.Object("late");
            consent.Text("consent", late.Consent.ToString("D"));
            consent.Text("givenOn", Day(late.GivenOn));
            consent.Close();
        }

        json.List("links", content.Links, CanonicalJson.AppendString);
        json.Text("mandate", content.Mandate);
        json.Text("mode", Choice(content.Mode));
        json.Text("note", content.Note);
        json.Number("participants", content.Participants);
        json.Flag("participantsApproximate", content.ParticipantsApproximate);
        json.List("partners", content.Partners, CanonicalJson.AppendString);
        json.Text("payee", content.Payee);
        json.Text("place", content.Place);
        json.Number("quantity", content.Quantity);
        json.Flag("quantityApproximate", content.QuantityApproximate);
        json.Number("reach", content.Reach);
        json.Text("reason", content.Reason);
        json.Text("recordedBy", recordedBy?.ToString("D"));
        json.Text("region", content.Region);
        json.Text("series", content.Series);
        var source = json.Object("source");
        source.Text("area", content.Source.Area);
        source.Text("id", content.Source.Id);
        source.Text("url", content.Source.Url);
        source.Close();
        json.Text("state", Choice(content.State));
        json.Text("stream", content.Stream);
        json.Text("targetGroup", content.TargetGroup);
        json.Text("title", content.Title);
        json.Text("to", Day(content.To));
        json.Number("toYear", content.ToYear);
        json.Number("year", content.Year);
        json.Close();
        return text;
    }

    /// <summary>The leaf: canonical JSON of commitment (lower-case hexadecimal), id, time (UTC, milliseconds) and type (code of the kind).</summary>
    public static string Leaf(ReadOnlySpan<byte> commitment, Guid id, DateTime time, string kind)
    {
        var text = EmptyText();
        var json = new Members(text);
        json.Text("commitment", Convert.ToHexStringLower(commitment));
        json.Text("id", id.ToString("D"));
        json.Text("time", time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        json.Text("type", kind);
        json.Close();
        return text.ToString();
    }

    /// <summary>The commitment that a leaf names, lower-case hexadecimal; null when it is not a leaf.</summary>
    public static string? CommitmentOf(string leaf)
    {
        try
        {
            using var json = JsonDocument.Parse(leaf);
            return json.RootElement.GetProperty("commitment").GetString();
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>SHA-256(salt ‖ payload in UTF-8): gives nothing of the payload away, however little there is to guess.</summary>
    public static byte[] Commitment(ReadOnlySpan<byte> salt, string payload)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(salt.Length + Encoding.UTF8.GetMaxByteCount(payload.Length));
        salt.CopyTo(bytes);
        var length = salt.Length + Encoding.UTF8.GetBytes(payload, bytes.AsSpan(salt.Length));
        var commitment = SHA256.HashData(bytes.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(bytes);
        return commitment;
    }

    /// <summary>Names as a canonical JSON array.</summary>
    public static string Names(IReadOnlyList<string> names)
    {
        var text = new StringBuilder();
        AppendList(text, names, CanonicalJson.AppendString);
        return text.ToString();
    }

    /// <summary>A choice as the payload names it: <c>on-site</c>, <c>replaces</c> …</summary>
    public static string? Choice<T>(T? value) where T : struct, Enum => value is { } known ? Choices<T>.Written[known] : null;

    /// <summary>The choice of this name in the program, which is how its column has it; null when there is none.</summary>
    internal static T? ChoiceNamed<T>(string name) where T : struct, Enum => Choices<T>.Named.TryGetValue(name, out var value) ? value : null;

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    // A million entries are written and verified through one buffer.
    private static StringBuilder EmptyText() => (_text ??= new StringBuilder(1024)) is { Capacity: <= LargestKept } kept
        ? kept.Clear()
        : _text = new StringBuilder(1024);

    private static class Choices<T> where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Written =
            Enum.GetValues<T>().ToDictionary(value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));

        public static readonly Dictionary<string, T> Named = Enum.GetValues<T>().ToDictionary(value => value.ToString());
    }

    private static void AppendList<T>(StringBuilder text, IReadOnlyList<T> items, Action<StringBuilder, T> append)
    {
        text.Append('[');
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
            {
                text.Append(',');
            }

            append(text, items[i]);
        }

        text.Append(']');
    }

    private struct Members(StringBuilder text)
    {
        private bool _any;

        public void Text(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                Name(name);
                CanonicalJson.AppendString(text, value);
            }
        }

        public void Number(string name, long? value)
        {
            if (value is { } known)
            {
                Name(name);
                text.Append(known);
            }
        }

        public void Flag(string name, bool value)
        {
            if (value)
            {
                Name(name);
                text.Append("true");
            }
        }

        public void List<T>(string name, IReadOnlyList<T> items, Action<StringBuilder, T> append)
        {
            if (items.Count == 0)
            {
                return;
            }

            Name(name);
            AppendList(text, items, append);
        }

        public Members Object(string name)
        {
            Name(name);
            return new Members(text);
        }

        public readonly void Close() => text.Append(_any ? "}" : "{}");

        private void Name(string name)
        {
            text.Append(_any ? ',' : '{').Append('"').Append(name).Append("\":");
            _any = true;
        }
    }
}
