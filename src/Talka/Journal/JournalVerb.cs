using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Hosting;
using Talka.Foundation.Localisation;
using Talka.Foundation.Sheets;

namespace Talka.Journal;

/// <summary><c>journal</c>: list entries, sign a checkpoint, export a proof, show the public key.</summary>
internal static class JournalVerb
{
    public static Command Make(VerbHost host) => new("journal", "List entries, sign a checkpoint, export a proof, show the public key.")
    {
        ListCommand(host), CheckpointCommand(host), ProofCommand(host), KeyCommand(host),
    };

    private static Command ListCommand(VerbHost host)
    {
        var mandate = new Option<string>("--mandate") { Description = "The slug of the mandate.", Required = true };
        var year = new Option<int?>("--year") { Description = "Ordinal of an implementation year." };
        var kind = new Option<string?>("--kind") { Description = "Code of a kind." };
        var format = new Option<string>("--format") { Description = "text, json or csv.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "csv");
        var command = new Command("list", "List the entries of a mandate that count.") { mandate, year, kind, format };
        host.Handle(command, async (services, parsed, cancel) =>
        {
            var (slug, ordinal, code) = (parsed.GetValue(mandate)!, parsed.GetValue(year), parsed.GetValue(kind));
            var entries = services.GetRequiredService<TalkaDb>().EffectiveEntries()
                .Where(e => e.Mandate == slug && (ordinal == null || e.Year == ordinal) && (code == null || e.Kind == code))
                .OrderBy(e => e.Sequence)
                .AsAsyncEnumerable();
            await (parsed.GetValue(format) switch
            {
                "json" => JsonAsync(entries, cancel),
                "csv" => CsvAsync(entries, cancel),
                _ => TextAsync(entries, cancel),
            });
            return 0;
        });
        return command;
    }

    private static Command CheckpointCommand(VerbHost host)
    {
        var file = Out();
        var command = new Command("checkpoint", "Sign the journal as it stands and print the checkpoint, to be kept outside.") { file };
        host.Handle(command, async (services, parsed, cancel) =>
        {
            var signed = await services.GetRequiredService<CheckpointSigner>().SignAsync(cancel);
            return signed.Succeeded ? await WriteAsync(parsed.GetValue(file), signed.Value.Note, cancel) : VerbHost.Fail(signed.Errors);
        });
        return command;
    }

    private static Command ProofCommand(VerbHost host)
    {
        var sequence = new Argument<long>("sequence") { Description = "The number of the entry." };
        var file = Out();
        var command = new Command("proof", "Export the proof that an entry stands in the journal.") { sequence, file };
        host.Handle(command, async (services, parsed, cancel) =>
        {
            var proof = await services.GetRequiredService<JournalProofs>().OfEntryAsync(parsed.GetValue(sequence), cancel);
            return proof.Succeeded ? await WriteAsync(parsed.GetValue(file), proof.Value.ToJson(), cancel) : VerbHost.Fail(proof.Errors);
        });
        return command;
    }

    private static Command KeyCommand(VerbHost host)
    {
        var file = Out();
        var renew = new Option<bool>("--new") { Description = "Make a new signing key first. Whoever trusts the old one must be told." };
        var command = new Command("key", "Print the public key of the journal.") { file, renew };
        host.Handle(command, async (services, parsed, cancel) =>
        {
            if (parsed.GetValue(renew))
            {
                await services.GetRequiredService<JournalKeys>().CreateAsync(cancel);
            }

            var signed = await services.GetRequiredService<CheckpointSigner>().SignAsync(cancel);
            return signed.Succeeded ? await WriteAsync(parsed.GetValue(file), signed.Value.VerifierKey + "\n", cancel) : VerbHost.Fail(signed.Errors);
        });
        return command;
    }

    private static Option<string?> Out() => new("--out") { Description = "Write to this file instead of standard output." };

    private static async Task<int> WriteAsync(string? file, string text, CancellationToken cancel)
    {
        if (file is null)
        {
            await Console.Out.WriteAsync(text);
            return 0;
        }

        try
        {
            await File.WriteAllTextAsync(file, text, cancel);
            return 0;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return VerbHost.Fail([JournalErrors.CannotWrite(file, exception.Message)]);
        }
    }

    private static async Task TextAsync(IAsyncEnumerable<JournalEntry> entries, CancellationToken cancel)
    {
        await foreach (var e in entries.WithCancellation(cancel))
        {
            var days = e.DateFrom == e.DateTo ? Format.Date(e.DateFrom!.Value) : $"{Format.Date(e.DateFrom!.Value)}–{Format.Date(e.DateTo!.Value)}";
            await Console.Out.WriteLineAsync($"{e.Sequence}\t{days}\t{e.Kind}\t{e.Title}");
        }
    }

    // Each payload is JSON already; the sequence, which it cannot know, goes before it.
    private static async Task JsonAsync(IAsyncEnumerable<JournalEntry> entries, CancellationToken cancel)
    {
        await using var stream = Console.OpenStandardOutput();
        await using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartArray();
        await foreach (var e in entries.WithCancellation(cancel))
        {
            json.WriteStartObject();
            json.WriteNumber("sequence", e.Sequence);
            json.WriteString("id", e.Id);
            json.WriteString("recordedAt", e.RecordedAt);
            json.WritePropertyName("entry");
            json.WriteRawValue(e.Payload!);
            json.WriteEndObject();
            if (json.BytesPending > 1 << 16)
            {
                await json.FlushAsync(cancel);
            }
        }

        json.WriteEndArray();
        await json.FlushAsync(cancel);
        stream.WriteByte((byte)'\n');
    }

    // For machines: column names of the database, and English habits (comma, decimal point) whatever the language.
    private static async Task CsvAsync(IAsyncEnumerable<JournalEntry> entries, CancellationToken cancel)
    {
        string[] left = ["salt", "payload", "commitment", "leaf_hash", "recorded_by"];
        var layout = new SheetLayout<JournalEntry>("journal");
        foreach (var column in JournalColumns.All.Where(column => !left.Contains(column.Name)))
        {
            layout.Text(column.Name, column.Name == "amount" ? e => e.Amount?.ToInvariant() : e => Machine(column.Value(e)));
        }

        using var english = Languages.Use(Languages.English);
        await using var stream = Console.OpenStandardOutput();
        await SheetWriter.WriteAsync(layout, SheetFormat.Csv, entries, stream, cancel);
    }

    private static string? Machine(object? value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString(),
    };
}
