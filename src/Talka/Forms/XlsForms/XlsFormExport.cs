using System.Globalization;
using Microsoft.Net.Http.Headers;
using Talka.Foundation.Files;
using Talka.Foundation.Sheets;

namespace Talka.Forms.XlsForms;

/// <summary>Writes a definition as an XLSForm that <see cref="XlsFormReader"/>, Open Data Kit and others read. The column <c>keep_days</c> is our own.</summary>
public static class XlsFormExport
{
    private const string Latvian = "Latviešu (lv)";
    private const string English = "English (en)";

    /// <param name="title">Of the form.</param>
    public static Task WriteAsync(FormDefinition definition, string title, Stream target, CancellationToken cancel)
    {
        var questions = definition.Questions.ToDictionary(question => question.Code, StringComparer.Ordinal);
        var survey = new SheetLayout<Question>("survey")
            .Text("type", TypeOf).Text("name", q => q.Code)
            .Text("label::" + Latvian, q => q.Label, 50).Text("label::" + English, q => q.LabelEn, 50)
            .Text("hint::" + Latvian, q => q.Hint, 40).Text("hint::" + English, q => q.HintEn, 40)
            .Text("required", q => q.Required ? "yes" : null, 10)
            .Text("relevant", q => q.When is { } when ? XlsExpressions.Write(when, questions[when.Question]) : null, 30)
            .Text("constraint", XlsExpressions.WriteBounds, 30)
            .Text("constraint_message::" + Latvian, q => q.BoundsText, 40).Text("constraint_message::" + English, q => q.BoundsTextEn, 40)
            .Text("appearance", q => q.Type == QuestionType.LongText ? "multiline" : null)
            .Text("keep_days", q => q.KeepDays?.ToString(CultureInfo.InvariantCulture), 10);
        var choices = new SheetLayout<(string List, QuestionChoice Choice)>("choices")
            .Text("list_name", c => c.List).Text("name", c => c.Choice.Code)
            .Text("label::" + Latvian, c => c.Choice.Label, 50).Text("label::" + English, c => c.Choice.LabelEn, 50);
        var settings = new SheetLayout<string>("settings").Text("form_title", t => t, 50).Text("default_language", _ => Latvian);
        return new SheetBook()
            .Add(survey, definition.Questions)
            .Add(choices, definition.Questions.SelectMany(q => q.Choices, (q, choice) => (q.Code, choice)))
            .Add(settings, [title])
            .WriteAsync(target, cancel);
    }

    /// <summary>Answers a request with the file.</summary>
    public static async Task<IResult> GetAsync(FormDefinition definition, string title, HttpContext context, CancellationToken cancel)
    {
        context.Response.ContentType = SheetWriter.ContentType(SheetFormat.Xlsx);
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(FileNames.Safe(title) + SheetWriter.Extension(SheetFormat.Xlsx));
        context.Response.Headers.ContentDisposition = disposition.ToString();
        await WriteAsync(definition, title, context.Response.Body, cancel);
        return TypedResults.Empty;
    }

    private static string TypeOf(Question question) => question.Type switch
    {
        QuestionType.Text or QuestionType.LongText => "text",
        QuestionType.Choice => "select_one " + question.Code,
        QuestionType.Choices => "select_multiple " + question.Code,
        QuestionType.Number => "decimal",
        QuestionType.Consent => "acknowledge",
        _ => "file",
    };
}
