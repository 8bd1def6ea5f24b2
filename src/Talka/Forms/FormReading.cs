using System.Globalization;
using Talka.Foundation;
using Talka.Foundation.Files;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;

namespace Talka.Forms;

using Values = Dictionary<string, IReadOnlyList<string>>;

/// <summary>Reads and checks a form that was sent. A question that is not asked is not read, whatever was sent for it.</summary>
public sealed class FormReading(FileStore store, FormFiles files)
{
    /// <summary>Begins the names of the fields, so that they are no others of the page.</summary>
    public const string Prefix = "q-";

    /// <summary>Ends the names of the inputs that carry a file which was sent before, and of those that take it away.</summary>
    public const string KeptSuffix = "-kept";
    public const string DropSuffix = "-drop";

    public const long FileLimit = 10L * 1024 * 1024;

    private const int TextLength = 1_000;

    /// <param name="prefix">The same as that of the <c>FormFields</c> of the page.</param>
    public async Task<FormRead> ReadAsync(FormDefinition definition, IFormCollection form, string prefix, CancellationToken cancel)
    {
        var (typed, values, sent, errors) = (new Values(), new Values(), new Dictionary<string, FormFile>(), new List<Error>());
        foreach (var question in definition.Questions)
        {
            var field = prefix + question.Code;
            var given = form[field].Select(value => value ?? "").Take(FormRules.MostChoices).ToList();
            if (question.Type == QuestionType.File)
            {
                given = await FileAsync(question, form, field, errors, FormConditions.IsAsked(question, values), cancel);
            }

            typed[question.Code] = given;
            if (!FormConditions.IsAsked(question, values))
            {
                continue;
            }

            var answer = question.Type == QuestionType.File ? File(question, given, sent) : Check(question, field, given, errors);
            if (answer.Count > 0)
            {
                values[question.Code] = answer;
            }
            else if (question.Required && !errors.Exists(error => error.Field == field))
            {
                errors.Add(FormErrors.Missing(question, field));
            }
        }

        return new FormRead(errors.Count > 0 ? errors : new FormFilled(values, sent), typed);
    }

    private static List<string> Check(Question question, string field, List<string> given, List<Error> errors) => question.Type switch
    {
        QuestionType.Text => Text(question, field, given, lines: false, TextLength, errors),
        QuestionType.LongText => Text(question, field, given, lines: true, FormAnswer.ValueLength, errors),
        QuestionType.Choice => Choices(question, field, given.Take(1), 0, 1, errors),
        QuestionType.Choices => Choices(question, field, given, (long)(question.Least ?? 0), (long)(question.Most ?? long.MaxValue), errors),
        QuestionType.Number => Number(question, field, given, errors),
        _ => given.Contains("true") ? ["true"] : [],
    };

    private static List<string> Text(Question question, string field, List<string> given, bool lines, int limit, List<Error> errors)
    {
        if (PlainText.Tidy(given.Count == 0 ? null : PlainText.Lines(given[0])) is not { } text)
        {
            return [];
        }

        var most = Math.Min(limit, (long)(question.Most ?? limit));
        if (!PlainText.IsStorable(text, lines))
        {
            errors.Add(FormErrors.NotText(question, field));
        }
        else if (text.Length > most)
        {
            errors.Add(FormErrors.TooLong(question, most, field));
        }
        else if (text.Length < question.Least)
        {
            errors.Add(FormErrors.TooShort(question, (long)question.Least.Value, field));
        }

        return [text];
    }

    private static List<string> Choices(Question question, string field, IEnumerable<string> given, long least, long most, List<Error> errors)
    {
        var chosen = given.Where(code => code.Length > 0).Distinct().ToList();
        if (chosen.Exists(code => !question.Choices.Any(choice => choice.Code == code)))
        {
            errors.Add(FormErrors.NoSuchChoice(question, field));
        }
        else if (chosen.Count > 0 && chosen.Count < least)
        {
            errors.Add(FormErrors.TooFew(question, least, field));
        }
        else if (chosen.Count > most)
        {
            errors.Add(FormErrors.TooMany(question, most, field));
        }

        return [.. question.Choices.Select(choice => choice.Code).Where(chosen.Contains)];
    }

    private static List<string> Number(Question question, string field, List<string> given, List<Error> errors)
    {
        var text = given.Count == 0 ? "" : given[0].Trim();
        if (text.Length == 0)
        {
            return [];
        }

        var negative = text[0] is '-' or '\u2212';
        if (Parse.Fraction(negative ? text[1..] : text) is not { } size)
        {
            errors.Add(FormErrors.NotNumber(question, field));
            return [];
        }

        var number = negative ? -size : size;
        if (number < question.Least)
        {
            errors.Add(FormErrors.TooSmall(question, field));
        }
        else if (number > question.Most)
        {
            errors.Add(FormErrors.TooLarge(question, field));
        }

        return [Plain(number)];
    }

    /// <summary>A number as an answer is kept: a point, no zeros at the end.</summary>
    internal static string Plain(decimal number) => (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);

    private List<string> File(Question question, List<string> tokens, Dictionary<string, FormFile> sent)
    {
        if (tokens.Count == 0 || files.Open(tokens[0]) is not { } file)
        {
            return [];
        }

        sent[question.Code] = file;
        return [file.Sha256];
    }

    // The token of the file that the question has now: a new one, else the one that was there
    private async Task<List<string>> FileAsync(Question question, IFormCollection form, string field, List<Error> errors, bool isAsked, CancellationToken cancel)
    {
        if (isAsked && form.Files.GetFile(field) is { } upload && (upload.Length > 0 || upload.FileName.Length > 0))
        {
            await using var content = upload.OpenReadStream();
            var saved = await store.SaveUploadAsync(content, upload.FileName, cancel, FileLimit);
            if (saved.Succeeded)
            {
                return [files.Seal(new FormFile(saved.Value.Sha256, saved.Value.Name))];
            }

            errors.AddRange(saved.Errors.Select(error => FormErrors.File(question, error, field)));
        }

        return form[field + DropSuffix] != "true" && form[field + KeptSuffix] is [{ Length: > 0 } kept] && files.Open(kept) is { } file && store.Exists(file.Sha256) ? [kept] : [];
    }
}
