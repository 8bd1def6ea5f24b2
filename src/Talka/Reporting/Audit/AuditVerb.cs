using System.CommandLine;
using Talka.Foundation.Hosting;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Reporting.Audit.Output;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit;

/// <summary><c>audit FILE [--format text|json|html|pdf] [--out FILE] [--lang lv|en]</c>. Needs no database.</summary>
internal static class AuditVerb
{
    private const int FoundErrors = 1;
    private const int CouldNotRead = 2;

    public static Command Create(VerbHost host)
    {
        var file = new Argument<string>("file") { Description = "The summary: text, Markdown, HTML, DOCX or PDF; - is standard input." };
        var format = new Option<AuditFormat>("--format") { Description = "text, json, html or pdf.", DefaultValueFactory = _ => AuditFormat.Text };
        var output = new Option<string?>("--out") { Description = "File to write; - or absent: standard output." };
        var language = new Option<string?>("--lang") { Description = "Language of the findings: lv or en." };
        language.AcceptOnlyFromAmong([.. Languages.All]);
        var command = new Command("audit", "Reads a summary that anybody wrote and says what does not add up. Exit code: 0 no error, 1 errors found, 2 could not be read.")
        {
            file, format, output, language,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            using var spoken = Languages.Use(parsed.GetValue(language) ?? Languages.Current);
            var document = Read(parsed.GetValue(file)!);
            if (!document.Succeeded)
            {
                return Fail(document.Errors);
            }

            var report = SummaryAudit.Of(document.Value, cancel);
            using var built = host.Build(parsed);
            await using var scope = built.Services.CreateAsyncScope();
            var bytes = await scope.ServiceProvider.GetRequiredService<AuditRenderer>().RenderAsync(report, parsed.GetValue(format), cancel);
            var failed = bytes.Succeeded ? await WriteAsync(bytes.Value, parsed.GetValue(output), cancel) : bytes.Errors;
            return failed.Count > 0 ? Fail(failed) : report.HasErrors ? FoundErrors : 0;
        });
        return command;
    }

    private static Result<SourceDocument> Read(string path)
    {
        try
        {
            using var stream = path == "-" ? Console.OpenStandardInput() : File.OpenRead(path);
            return DocumentReader.Read(stream, Path.GetFileName(path));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return AuditErrors.CannotOpen(path, failure);
        }
    }

    private static async Task<IReadOnlyList<Error>> WriteAsync(byte[] bytes, string? output, CancellationToken cancel)
    {
        if (output is null or "-")
        {
            await using var stdout = Console.OpenStandardOutput();
            await stdout.WriteAsync(bytes, cancel);
            return [];
        }

        try
        {
            await File.WriteAllBytesAsync(output, bytes, cancel);
            return [];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return [AuditErrors.CannotWrite(output, failure)];
        }
    }

    private static int Fail(IReadOnlyList<Error> errors)
    {
        VerbHost.Fail(errors);
        return CouldNotRead;
    }
}
