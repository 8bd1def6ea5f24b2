using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Hosting;
using Talka.Foundation.Results;
using Talka.Mandates;
using Talka.Reporting.Summaries.Rendering;

namespace Talka.Reporting.Summaries;

/// <summary><c>summary MANDATE [--version N|draft] --format html|pdf|docx|json [--template CODE] [--lang lv|en] [--out FILE]</c></summary>
internal static class SummaryVerb
{
    public static Command Create(VerbHost host)
    {
        var mandate = new Argument<string>("mandate") { Description = "Slug of the mandate, as `mandate list` gives it." };
        var version = new Option<string?>("--version")
        {
            Description = "Number of a published version, or draft. Without it: the latest published version, else the draft.",
        };
        var format = new Option<string>("--format") { Description = "html, pdf, docx or json.", Required = true };
        format.AcceptOnlyFromAmong([.. Enum.GetValues<SummaryFormat>().Select(one => one.Extension())]);
        var template = new Option<string?>("--template") { Description = "Template of a draft: " + string.Join(", ", SummaryTemplate.Codes) + "." };
        var language = new Option<string?>("--lang") { Description = "Language of a draft; by default the template's own." };
        language.AcceptOnlyFromAmong([.. Foundation.Localisation.Languages.All]);
        var output = new Option<string?>("--out") { Description = "File to write; - or absent: standard output." };
        var command = new Command("summary", "Gives the summary of a mandate as a document.") { mandate, version, format, template, language, output };
        host.Handle(command, async (services, parsed, cancel) =>
        {
            var request = new Request(
                parsed.GetValue(mandate)!,
                parsed.GetValue(version),
                SummaryFormats.Parse(parsed.GetValue(format)!)!.Value,
                parsed.GetValue(template),
                parsed.GetValue(language));
            var bytes = await BytesAsync(services, request, cancel);
            return bytes.Succeeded ? await WriteAsync(bytes.Value, parsed.GetValue(output), cancel) : VerbHost.Fail(bytes.Errors);
        });
        return command;
    }

    private static async Task<Result<byte[]>> BytesAsync(IServiceProvider services, Request request, CancellationToken cancel)
    {
        var db = services.GetRequiredService<TalkaDb>();
        int? number = null;
        if (request.Version is null)
        {
            // Another template or language than a version was frozen in can only be a draft.
            number = request.Template is null && request.Language is null
                ? await db.SummaryVersions().Where(v => v.Mandate == request.Mandate).MaxAsync(v => (int?)v.Number, cancel)
                : null;
        }
        else if (request.Version != "draft")
        {
            if (!int.TryParse(request.Version, out var asked))
            {
                return SummaryErrors.VersionNotANumber(request.Version);
            }

            number = asked;
        }

        return number is { } published
            ? await FrozenAsync(services, db, request, published, cancel)
            : await DraftAsync(services, request, cancel);
    }

    private static async Task<Result<byte[]>> FrozenAsync(
        IServiceProvider services, TalkaDb db, Request request, int number, CancellationToken cancel)
    {
        var version = await db.SummaryVersions().FirstOrDefaultAsync(v => v.Mandate == request.Mandate && v.Number == number, cancel);
        if (version is null)
        {
            return await db.Mandates().AnyAsync(m => m.Slug == request.Mandate, cancel)
                ? SummaryErrors.UnknownVersion(number)
                : SummaryErrors.UnknownMandate(request.Mandate);
        }

        if (request.Template is { } template && template != version.Template)
        {
            return SummaryErrors.VersionIsOtherTemplate(number, version.Template);
        }

        return request.Language is { } language && language != version.Language
            ? SummaryErrors.VersionIsOtherLanguage(number, version.Language)
            : await services.GetRequiredService<FrozenFiles>().ReadAsync(version.Sha256(request.Format), cancel);
    }

    private static async Task<Result<byte[]>> DraftAsync(IServiceProvider services, Request request, CancellationToken cancel)
    {
        var document = await services.GetRequiredService<SummaryBuilder>()
            .BuildAsync(request.Mandate, request.Template ?? SummaryTemplate.OfficialCode, request.Language, cancel);
        return document.Succeeded
            ? await services.GetRequiredService<SummaryRenderer>().RenderAsync(document.Value, request.Format, cancel)
            : Result<byte[]>.Failed(document.Errors);
    }

    private static async Task<int> WriteAsync(byte[] bytes, string? output, CancellationToken cancel)
    {
        if (output is null or "-")
        {
            await using var stdout = Console.OpenStandardOutput();
            await stdout.WriteAsync(bytes, cancel);
            return 0;
        }

        try
        {
            await File.WriteAllBytesAsync(output, bytes, cancel);
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return VerbHost.Fail([SummaryErrors.CannotWrite(output, e.Message)]);
        }
    }

    private sealed record Request(string Mandate, string? Version, SummaryFormat Format, string? Template, string? Language);
}
