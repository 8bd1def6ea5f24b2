using System.Globalization;
using Microsoft.AspNetCore.Http;
using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;

namespace Talka.Work.Spending.Pages;

/// <summary>Any of the acts as typed; each form shows the fields that it needs.</summary>
public sealed class ActForm
{
    public string? Title { get; set; }
    public string? Date { get; set; }
    public string? Amount { get; set; }
    public string? Stream { get; set; }
    public string? Category { get; set; }
    public string? Payee { get; set; }
    public string? DocumentNumber { get; set; }
    public string? Note { get; set; }
    public string? Why { get; set; }

    /// <summary>Sequence of the expense or of the ineligible amount.</summary>
    public string? Concerns { get; set; }
    public string? Year { get; set; }
    public string? ToYear { get; set; }
    public IReadOnlyList<IFormFile>? Files { get; set; }

    public Money ReadAmount(List<Error> errors) => Required(Amount, nameof(Amount), Parse.Money(Amount), SpendingErrors.AmountWrong, errors);

    public DateOnly ReadDate(List<Error> errors) => Required(Date, nameof(Date), Parse.Date(Date), SpendingErrors.DateWrong, errors);

    public static int ReadYear(string? text, string field, List<Error> errors) => (int)ReadNumber(text, field, errors);

    public static long ReadNumber(string? text, string field, List<Error> errors)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= int.MaxValue)
        {
            return number;
        }

        errors.Add(SpendingErrors.Missing(field));
        return 0;
    }

    private static T Required<T>(string? typed, string field, T? value, Func<string, Error> wrong, List<Error> errors)
        where T : struct
    {
        if (value is { } known)
        {
            return known;
        }

        errors.Add(string.IsNullOrWhiteSpace(typed) ? SpendingErrors.Missing(field) : wrong(typed));
        return default;
    }
}
