using System.CommandLine;
using Talka.Foundation.Files;
using Talka.Foundation.Hosting;
using Talka.Journal.Proofs;
using static Talka.Journal.Texts;

namespace Talka.Journal;

/// <summary>
/// <c>verify</c>: everything anew from the database, also against a checkpoint kept outside; or an exported proof, with nothing but two files.
/// Ends with 0 when all fits, 1 when something does not, 2 when what it needs cannot be read.
/// </summary>
internal static class VerifyVerb
{
    private const int Fits = 0;
    private const int DoesNotFit = 1;
    private const int CannotRead = 2;

    public static Command Make(VerbHost host)
    {
        var checkpoint = new Option<string?>("--checkpoint") { Description = "A checkpoint kept outside, to hold the journal against." };
        var key = new Option<string?>("--key") { Description = "The public key(s) that are trusted, one a line." };
        var proof = new Option<string?>("--proof") { Description = "An exported proof of an entry: needs no database, only the key." };
        var verify = new Command("verify", "Compute the whole journal anew and name the first entry that does not fit.") { checkpoint, key, proof };
        verify.SetAction((parsed, cancel) => parsed.GetValue(proof) is { } file
            ? ProofAsync(file, parsed.GetValue(key), cancel)
            : DatabaseAsync(host, parsed, parsed.GetValue(checkpoint), parsed.GetValue(key), cancel));
        return verify;
    }

    private static async Task<int> DatabaseAsync(VerbHost host, ParseResult parsed, string? checkpoint, string? key, CancellationToken cancel)
    {
        var reached = false;
        var code = await host.RunAsync(parsed, (services, stop) =>
        {
            reached = true;
            return JournalAsync(services, checkpoint, key, stop);
        }, cancel);
        return reached ? code : CannotRead;
    }

    private static async Task<int> JournalAsync(IServiceProvider services, string? checkpointFile, string? keyFile, CancellationToken cancel)
    {
        if (checkpointFile is not null && keyFile is null)
        {
            return Say(CannotRead, T("VerifyNeedsKey"));
        }

        try
        {
            IReadOnlyList<VerifierKey> trusted = keyFile is null ? [] : await ReadAsync(keyFile, VerifierKey.ParseAll, cancel);
            List<ExpectedRoot> outside = [];
            if (checkpointFile is not null)
            {
                var (note, said) = await ReadAsync(checkpointFile, Signed, cancel);
                if (!trusted.Any(key => key.Name == said.Origin && note.IsSignedBy(key)))
                {
                    return Say(DoesNotFit, "checkpoint-signature: " + JournalErrors.CheckpointSignature().Message);
                }

                outside.Add(new ExpectedRoot(said.Size, said.Root, checkpointFile));
            }

            var verification = await services.GetRequiredService<JournalVerifier>().VerifyAsync(outside, cancel);
            var finding = verification.Finding ?? await KeyFindingAsync(services, trusted, cancel);
            if (finding is not null)
            {
                return Say(DoesNotFit, $"{finding.Code}: {finding.Message}");
            }

            Say(Fits, T("VerifyOk", verification.Size, Convert.ToBase64String(verification.Root!)));
            if (verification.Size == 0)
            {
                // A mistyped folder must not pass for a journal that was checked
                Say(Fits, T("VerifyEmpty", services.GetRequiredService<DataFolder>().Root));
            }

            outside.ForEach(agreed => Say(Fits, T("VerifyCheckpointOk", agreed.Size, agreed.Where)));
            return Fits;
        }
        catch (FormatException exception)
        {
            return Say(CannotRead, exception.Message);
        }
    }

    // Who swaps the key could sign another history from now on.
    private static async Task<Finding?> KeyFindingAsync(IServiceProvider services, IReadOnlyList<VerifierKey> trusted, CancellationToken cancel)
    {
        if (trusted.Count == 0)
        {
            return null;
        }

        var own = await services.GetRequiredService<JournalKeys>().FindAsync(cancel);
        return !own.Succeeded ? new Finding(null, own.Errors[0].Code, own.Errors[0].Message)
            : own.Value is { } key && trusted.All(t => t.ToString() != key.Verifier.ToString()) ? Findings.OtherKey()
            : null;
    }

    private static async Task<int> ProofAsync(string proofFile, string? keyFile, CancellationToken cancel)
    {
        if (keyFile is null)
        {
            return Say(CannotRead, T("VerifyNeedsKey"));
        }

        try
        {
            var trusted = await ReadAsync(keyFile, VerifierKey.ParseAll, cancel);
            var proof = await ReadAsync(proofFile, EntryProof.Parse, cancel);
            var result = proof.Verify(trusted);
            if (!result.Succeeded)
            {
                return Say(DoesNotFit, $"{result.Errors[0].Code}: {result.Errors[0].Message}");
            }

            Say(Fits, T("VerifyProofOk", proof.Sequence, proof.Size));
            Say(Fits, proof.Leaf);
            return proof.Payload is null ? Fits : Say(Fits, proof.Payload);
        }
        catch (FormatException exception)
        {
            return Say(CannotRead, exception.Message);
        }
    }

    // Says which of the files it is that cannot be read
    private static async Task<T> ReadAsync<T>(string file, Func<string, T> parse, CancellationToken cancel)
    {
        try
        {
            return parse(await File.ReadAllTextAsync(file, cancel));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new FormatException(Texts.T("VerifyCannotRead", file, exception.Message), exception);
        }
    }

    private static (Note Note, Checkpoint Said) Signed(string text)
    {
        var note = Note.Parse(text);
        return (note, Checkpoint.Parse(note.Text));
    }

    private static int Say(int code, string line)
    {
        (code == CannotRead ? Console.Error : Console.Out).WriteLine(line);
        return code;
    }
}
