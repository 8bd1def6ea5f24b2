using Talka.Foundation.Results;

namespace Talka.Foundation.Ui;

/// <summary>What a form tells the fields inside it.</summary>
/// <param name="Model">The property of the page that the posted values go to; inputs are named <c>Model.Field</c>.</param>
/// <param name="Errors">What was wrong with the last attempt.</param>
public sealed record FormState(string Model, IReadOnlyList<Error> Errors)
{
    public static FormState Empty { get; } = new("Form", []);

    /// <summary>Told the name and the label of each field that failed, as they are made: from the top, those of an inner part after the fields around it.</summary>
    public Action<string, string>? FieldFailed { get; init; }

    public IReadOnlyList<Error> ErrorsOf(string field) => [.. Errors.Where(error => error.Field == field)];

    /// <summary>Names may have brackets and dots (<c>Rows[2].Amount</c>); ids that CSS and links like do not.</summary>
    public static string IdOf(string field) => field.Replace('.', '-').Replace('[', '-').Replace("]", "", StringComparison.Ordinal);
}
