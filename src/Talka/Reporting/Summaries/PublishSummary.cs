using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Mandates.Access;
using Talka.Reporting.Summaries.Rendering;
using static Talka.Reporting.Summaries.Texts;

namespace Talka.Reporting.Summaries;

/// <summary>
/// Freezes a version of a summary. The files are stored first, under their hashes; then one transaction writes the version and its journal entry.
/// If the program dies between, the files are never referred to and nothing was published.
/// </summary>
public sealed class PublishSummary(
    TalkaDb db, MandateAccess access, SummaryBuilder builder, SummaryChecks checks, SummaryRenderer renderer, FileStore files, FrozenFiles frozen,
    CheckpointSigner signer, JournalWriter journal, IEnumerable<IPublicationRule> rules, CurrentActor actor, TimeProvider clock)
{
    private const int Attempts = 3;

    /// <param name="acknowledged">Whether the author has seen the contradictions and publishes all the same; they are recorded.</param>
    public async Task<Result<SummaryVersion>> PublishAsync(string slug, string templateCode, bool acknowledged, CancellationToken cancel)
    {
        if (await access.RefuseAsync(slug, Policies.PublishSummaries, cancel) is { } refused)
        {
            return refused;
        }

        var built = await BuildAsync(slug, templateCode, cancel);
        if (!built.Succeeded)
        {
            return Result<SummaryVersion>.Failed(built.Errors);
        }

        var (document, findings) = built.Value;
        if (document.Broken.Any())
        {
            return document.Broken.Select(SummaryErrors.Broken).ToList();
        }

        if (findings.Count > 0 && !acknowledged)
        {
            return SummaryErrors.ContradictionsNotAcknowledged(findings.Count);
        }

        foreach (var rule in rules)
        {
            if (await rule.RefuseAsync(slug, templateCode, cancel) is { } against)
            {
                return against;
            }
        }

        var rendered = await renderer.RenderAllAsync(document, cancel);
        if (!rendered.Succeeded)
        {
            return Result<SummaryVersion>.Failed(rendered.Errors);
        }

        var stored = new Dictionary<SummaryFormat, StoredFile>();
        foreach (var (format, bytes) in rendered.Value)
        {
            var saved = await files.SaveAsync(new MemoryStream(bytes), cancel, limit: int.MaxValue);
            if (!saved.Succeeded)
            {
                return Result<SummaryVersion>.Failed(saved.Errors);
            }

            stored[format] = saved.Value;
        }

        return await CommitAsync(document, findings, stored, cancel);
    }

    // The checkpoint must be over the very entries that were counted: when one slipped in between, count again.
    private async Task<Result<(SummaryDocument Document, IReadOnlyList<string> Findings)>> BuildAsync(
        string slug, string templateCode, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var checkpoint = await signer.SignAsync(cancel);
            if (!checkpoint.Succeeded)
            {
                return Result<(SummaryDocument, IReadOnlyList<string>)>.Failed(checkpoint.Errors);
            }

            var built = await builder.BuildAsync(slug, templateCode, null, cancel);
            if (!built.Succeeded)
            {
                return Result<(SummaryDocument, IReadOnlyList<string>)>.Failed(built.Errors);
            }

            if (built.Value.Journal.Size != checkpoint.Value.Size)
            {
                continue;
            }

            var previous = await LatestAsync(slug, cancel);
            var now = clock.GetUtcNow().UtcDateTime;
            var document = built.Value with
            {
                Version = (previous?.Number ?? 0) + 1,
                PublishedAt = new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc),
                Journal = built.Value.Journal with { Checkpoint = checkpoint.Value.Note },
            };
            var findings = (await checks.OfAsync(document.Terms, document.Template, cancel)).Select(finding => finding.Message).ToList();
            if (previous is null)
            {
                return (document, findings);
            }

            var before = await frozen.ReadAsync(previous.JsonSha256, cancel);
            return before.Succeeded
                ? (document with { Changes = SummaryChanges.Between(previous.Number, before.Value, SummaryJson.Write(document)) }, findings)
                : Result<(SummaryDocument, IReadOnlyList<string>)>.Failed(before.Errors);
        }

        return SummaryErrors.JournalMoved();
    }

    private async Task<Result<SummaryVersion>> CommitAsync(
        SummaryDocument document, IReadOnlyList<string> findings, Dictionary<SummaryFormat, StoredFile> stored, CancellationToken cancel)
    {
        var version = new SummaryVersion
        {
            Mandate = document.Terms.Slug,
            Number = document.Version!.Value,
            Template = document.Template.Code,
            Language = document.Language,
            Title = document.Terms.Title,
            PublishedAt = document.PublishedAt!.Value,
            PublishedBy = actor.Value.PersonId,
            JournalSize = document.Journal.Size,
            Checkpoint = document.Journal.Checkpoint!,
            HtmlSha256 = stored[SummaryFormat.Html].Sha256,
            PdfSha256 = stored[SummaryFormat.Pdf].Sha256,
            DocxSha256 = stored[SummaryFormat.Docx].Sha256,
            JsonSha256 = stored[SummaryFormat.Json].Sha256,
            Acknowledged = JsonSerializer.Serialize(findings),
            Changes = document.Changes?.ToJson(),
        };
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var entry = await journal.AppendAsync(Entry(document, stored), cancel);
        if (!entry.Succeeded)
        {
            return Result<SummaryVersion>.Failed(entry.Errors);
        }

        db.Add(version);
        foreach (var rule in rules)
        {
            await rule.PublishedAsync(version, cancel);
        }

        try
        {
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return version;
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || e.IsDuplicate())
        {
            db.ChangeTracker.Clear();
            return SummaryErrors.PublishedMeanwhile(version.Number);
        }
    }

    private EntryContent Entry(SummaryDocument document, Dictionary<SummaryFormat, StoredFile> stored)
    {
        using var language = Languages.Use(document.Language);
        var today = clock.Today();
        var terms = document.Terms;
        var number = document.Version!.Value;
        return new EntryContent
        {
            Mandate = terms.Slug,
            // A summary is usually published after its last year; it belongs to the year that it closes.
            Year = terms.YearOf(today) ?? (today < terms.From ? terms.Years[0] : terms.Years[^1]).Ordinal,
            Kind = Kinds.SummaryPublished,
            Title = T("EntryTitle", number),
            Description = string.Join('\n', stored.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key.Extension()}: {pair.Value.Sha256}")),
            From = today,
            To = today,
            Files =
            [
                .. stored.OrderBy(pair => pair.Key).Select(pair => new EntryFile(
                    pair.Value.Sha256, SummaryRenderer.FileName(document, pair.Key), pair.Key.ContentType().Split(';')[0], pair.Value.Size)),
            ],
            Source = new EntrySource("summaries", number.ToString(), $"/mandates/{terms.Slug}/summaries/{number}"),
        };
    }

    private Task<SummaryVersion?> LatestAsync(string slug, CancellationToken cancel) =>
        db.SummaryVersions().Where(v => v.Mandate == slug).OrderByDescending(v => v.Number).FirstOrDefaultAsync(cancel);
}
