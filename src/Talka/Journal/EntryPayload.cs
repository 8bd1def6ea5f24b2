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

    /// <summary>The canonical JSON of an entry. The members stand in the order that RFC 8785 sorts them.</summary>
    public static string Write(EntryContent content, Guid? recordedBy)
    {
        var json = new Members(new StringBuilder(512));
        json.Text("amount", content.Amount?.ToInvariant());
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
        return json.End();
    }

    /// <summary>The leaf: canonical JSON of commitment (lower-case hexadecimal), id, time (UTC, milliseconds) and type (code of the kind).</summary>
    public static string Leaf(ReadOnlySpan<byte> commitment, Guid id, DateTime time, string kind)
    {
        var json = new Members(new StringBuilder(220));
        json.Text("commitment", Convert.ToHexStringLower(commitment));
        json.Text("id", id.ToString("D"));
        json.Text("time", time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        json.Text("type", kind);
        return json.End();
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
        var bytes = new byte[salt.Length + Encoding.UTF8.GetByteCount(payload)];
        salt.CopyTo(bytes);
        Encoding.UTF8.GetBytes(payload, bytes.AsSpan(salt.Length));
        return SHA256.HashData(bytes);
    }

    /// <summary>Names as a canonical JSON array.</summary>
    public static string Names(IReadOnlyList<string> names)
    {
        var text = new StringBuilder();
        AppendList(text, names, CanonicalJson.AppendString);
        return text.ToString();
    }

    /// <summary>A choice as the payload names it: <c>on-site</c>, <c>replaces</c> …</summary>
    public static string? Choice<T>(T? value) where T : struct, Enum =>
        value is { } known ? JsonNamingPolicy.KebabCaseLower.ConvertName(known.ToString()) : null;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

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

        public readonly string End()
        {
            Close();
            return text.ToString();
        }

        private void Name(string name)
        {
            text.Append(_any ? ',' : '{').Append('"').Append(name).Append("\":");
            _any = true;
        }
    }
}
