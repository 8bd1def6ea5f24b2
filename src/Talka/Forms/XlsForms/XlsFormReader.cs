using Talka.Foundation.Results;
using Talka.Foundation.Sheets;
using static Talka.Forms.Texts;

namespace Talka.Forms.XlsForms;

/// <summary>
/// Reads an XLSForm (xlsform.org): sheets survey, choices and settings. What it cannot take it names by sheet, row and column; nothing is taken by half.
/// </summary>
public static class XlsFormReader
{
    /// <returns>The report; fails where the file is no spreadsheet or has no sheet named survey.</returns>
    public static Result<XlsFormReport> Read(Stream file)
    {
        var sheets = new Dictionary<string, XlsFormSheet?>();
        foreach (var name in new[] { "survey", "choices", "settings" })
        {
            var read = XlsFormSheet.Read(file, name);
            if (!read.Succeeded)
            {
                return Result<XlsFormReport>.Failed(read.Errors);
            }

            sheets[name] = read.Value;
        }

        if (sheets["survey"] is not { } survey || !survey.Has("type") || !survey.Has("name"))
        {
            return Error.Invalid("xlsform-survey-missing", T("ErrorXlsFormSurvey"));
        }

        var settings = sheets["settings"];
        var language = settings is { Rows: [var first, ..] } ? settings.Cell(first, "default_language") : "";
        return new Reading(survey, sheets["choices"], inEnglish: language.Contains("(en)", StringComparison.OrdinalIgnoreCase) || language.StartsWith("en", StringComparison.OrdinalIgnoreCase)).Run();
    }

    private sealed class Reading(XlsFormSheet survey, XlsFormSheet? choices, bool inEnglish)
    {
        private static readonly string[] Known = ["type", "name", "label", "hint", "required", "relevant", "constraint", "constraint_message", "appearance", "keep_days"];
        private static readonly string[] Multiline = ["multiline", "multi-line"];

        private readonly List<XlsFormProblem> _problems = [];
        private readonly List<XlsFormProblem> _warnings = [];
        private readonly List<(Question Question, int Row)> _questions = [];

        public XlsFormReport Run()
        {
            var lists = ReadLists();
            foreach (var column in survey.Header.Where(header => header.Length > 0 && !Known.Contains(header.Split("::")[0].Trim(), StringComparer.OrdinalIgnoreCase)))
            {
                if (survey.Rows.Any(row => survey.Cell(row, column).Length > 0))
                {
                    Warn(survey, 0, column, "column-ignored", T("XlsColumnIgnored"));
                }
            }

            foreach (var row in survey.Rows)
            {
                ReadRow(row, lists);
            }

            var definition = new FormDefinition([.. _questions.Select(q => q.Question)]);
            if (_problems.Count == 0)
            {
                // The rules speak of questions by their place; here a question is a row
                _problems.AddRange(FormRules.Check(definition).Select(error => new XlsFormProblem(survey.Name, RowOf(error.Field), ColumnOf(error.Field), error.Code, error.Message)));
            }

            return new XlsFormReport(_problems.Count == 0 ? definition : null, _problems, _warnings);
        }

        private void ReadRow(SheetRow row, Dictionary<string, List<QuestionChoice>> lists)
        {
            var words = survey.Cell(row, "type").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            var relevant = survey.Cell(row, "relevant");
            var type = words.Length == 0 ? "" : words[0].ToLowerInvariant().Replace("begin_", "begin ", StringComparison.Ordinal).Replace("end_", "end ", StringComparison.Ordinal);
            switch (type)
            {
                case "":
                    if (row.Cells.Any(cell => cell.Length > 0))
                    {
                        Problem(survey, row.Number, "type", "type-missing", T("XlsTypeMissing"));
                    }

                    return;
                case "note":
                    Warn(survey, row.Number, "type", "note-ignored", T("XlsNoteIgnored"));
                    return;
                case "begin group" or "end group" or "begin" or "end" when relevant.Length == 0 && !(words.Length > 1 && words[1].Equals("repeat", StringComparison.OrdinalIgnoreCase)):
                    Warn(survey, row.Number, "type", "group-ignored", T("XlsGroupIgnored"));
                    return;
            }

            QuestionType? taken = type switch
            {
                "text" or "string" => Multiline.Contains(survey.Cell(row, "appearance"), StringComparer.OrdinalIgnoreCase) ? QuestionType.LongText : QuestionType.Text,
                "integer" or "decimal" or "int" => QuestionType.Number,
                "select_one" when words.Length == 2 => QuestionType.Choice,
                "select_multiple" when words.Length == 2 => QuestionType.Choices,
                "acknowledge" or "trigger" => QuestionType.Consent,
                "file" or "image" => QuestionType.File,
                _ => null,
            };
            if (taken is not { } kind)
            {
                Problem(survey, row.Number, "type", "type-not-taken", T("XlsTypeNotTaken", Short(survey.Cell(row, "type"))));
                return;
            }

            if (type is "integer" or "int" or "image")
            {
                Warn(survey, row.Number, "type", "type-wider", T(type == "image" ? "XlsImageWider" : "XlsIntegerWider"));
            }

            _questions.Add((ReadQuestion(row, kind, words, lists), row.Number));
        }

        private Question ReadQuestion(SheetRow row, QuestionType type, string[] words, Dictionary<string, List<QuestionChoice>> lists)
        {
            var (label, labelEn) = TextsOf(survey, row, "label");
            var (hint, hintEn) = TextsOf(survey, row, "hint");
            var question = new Question(survey.Cell(row, "name"), type, label ?? "", labelEn) { Hint = hint, HintEn = hintEn, Required = IsRequired(row), KeepDays = KeepDays(row) };
            if (type is QuestionType.Choice or QuestionType.Choices)
            {
                if (!lists.TryGetValue(words[1], out var list))
                {
                    Problem(survey, row.Number, "type", "choices-list-unknown", T("XlsListUnknown", Short(words[1])));
                }

                question = question with { Choices = list ?? [] };
            }

            if (survey.Cell(row, "constraint") is { Length: > 0 } constraint)
            {
                if (XlsExpressions.TryReadBounds(constraint, type, out var least, out var most))
                {
                    var (said, saidEn) = TextsOf(survey, row, "constraint_message");
                    question = question with { Least = least, Most = most, BoundsText = said, BoundsTextEn = saidEn };
                }
                else
                {
                    Problem(survey, row.Number, "constraint", "constraint-not-taken", T("XlsConstraintNotTaken", Short(constraint)));
                }
            }

            if (survey.Cell(row, "relevant") is { Length: > 0 } relevant)
            {
                var earlier = _questions.GroupBy(q => q.Question.Code).ToDictionary(group => group.Key, group => group.First().Question, StringComparer.Ordinal);
                question = question with { When = XlsExpressions.ReadCondition(relevant, earlier) };
                if (question.When is null)
                {
                    Problem(survey, row.Number, "relevant", "relevant-not-taken", T("XlsRelevantNotTaken", Short(relevant)));
                }
            }

            return question;
        }

        private bool IsRequired(SheetRow row)
        {
            switch (survey.Cell(row, "required").ToLowerInvariant())
            {
                case "yes" or "true" or "true()" or "1":
                    return true;
                case "" or "no" or "false" or "false()" or "0":
                    return false;
                default:
                    Problem(survey, row.Number, "required", "required-not-taken", T("XlsRequiredNotTaken"));
                    return false;
            }
        }

        private int? KeepDays(SheetRow row)
        {
            var text = survey.Cell(row, "keep_days");
            if (text.Length == 0)
            {
                return null;
            }

            var days = Foundation.Localisation.Parse.Count(text);
            if (days is null or > FormRules.MostKeepDays)
            {
                Problem(survey, row.Number, "keep_days", "keep-days-not-taken", T("XlsKeepDays", FormRules.MostKeepDays));
                return null;
            }

            return (int)days.Value;
        }

        private Dictionary<string, List<QuestionChoice>> ReadLists()
        {
            var lists = new Dictionary<string, List<QuestionChoice>>(StringComparer.Ordinal);
            foreach (var row in choices?.Rows ?? [])
            {
                var list = choices!.Cell(row, choices.Has("list_name") ? "list_name" : "list name");
                var name = choices.Cell(row, choices.Has("name") ? "name" : "value");
                var (label, english) = TextsOf(choices, row, "label");
                if (list.Length == 0)
                {
                    Problem(choices, row.Number, "list_name", "list-name-missing", T("XlsListMissing"));
                }
                else if (!FormRules.IsChoiceCode(name))
                {
                    Problem(choices, row.Number, "name", "choice-code-invalid", T("XlsChoiceName", Short(name)));
                }
                else if (label is null)
                {
                    Problem(choices, row.Number, "label", "choice-label-missing", T("XlsChoiceLabel"));
                }
                else
                {
                    if (!lists.TryGetValue(list, out var all))
                    {
                        lists[list] = all = [];
                    }

                    all.Add(new QuestionChoice(name, label, english));
                }
            }

            return lists;
        }

        // The column without a language is in the form's own; where there are no Latvian words the English ones stand for them.
        private (string? Latvian, string? English) TextsOf(XlsFormSheet sheet, SheetRow row, string column)
        {
            string? Cell(string? name) => name is not null && sheet.Cell(row, name) is { Length: > 0 } text ? text : null;
            var latvian = Cell(sheet.ColumnIn(column, "lv", "latv")) ?? (inEnglish ? null : Cell(column));
            var english = Cell(sheet.ColumnIn(column, "en", "english")) ?? (inEnglish ? Cell(column) : null);
            return latvian is null ? (english, null) : (latvian, english);
        }

        private int RowOf(string? field) => field?.Split('[', ']') is ["Questions", var index, ..] ? _questions[int.Parse(index, System.Globalization.CultureInfo.InvariantCulture)].Row : 0;

        private static string ColumnOf(string? field) => field?.Split('.')[^1] switch
        {
            "Code" => "name",
            "Label" or "LabelEn" => "label",
            "Hint" or "HintEn" => "hint",
            "Choices" => "type",
            "Least" or "Most" => "constraint",
            "BoundsText" or "BoundsTextEn" => "constraint_message",
            "KeepDays" => "keep_days",
            "WhenQuestion" or "WhenIs" or "WhenValue" => "relevant",
            _ => "",
        };

        private void Problem(XlsFormSheet sheet, int row, string column, string code, string message) => _problems.Add(new(sheet.Name, row, column, code, message));

        private void Warn(XlsFormSheet sheet, int row, string column, string code, string message) => _warnings.Add(new(sheet.Name, row, column, code, message));

        private static string Short(string text) => text.Length <= 60 ? text : string.Concat(text.EnumerateRunes().Take(50).Select(rune => rune.ToString())) + "…";
    }
}
