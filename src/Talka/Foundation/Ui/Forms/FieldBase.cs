using Microsoft.AspNetCore.Components;
using Talka.Foundation.Results;

namespace Talka.Foundation.Ui;

/// <summary>What every field has: a name, a label, a hint, its failures, and the ids that link them for screen readers.</summary>
public abstract class FieldBase : ComponentBase
{
    /// <summary>The property of the form's model, and the <see cref="Error.Field"/> of its failures.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>The part of the form that the field stands in, told with its failures, where other parts have fields of the same label.</summary>
    [Parameter] public string? Part { get; set; }

    /// <summary>What to write, in a few words; an example helps most.</summary>
    [Parameter] public string? Hint { get; set; }

    /// <summary>A field that is not required says so.</summary>
    [Parameter] public bool Required { get; set; }

    /// <summary>One of several fields of which one must be filled: none of them is optional, nor each required.</summary>
    [Parameter] public bool OneOf { get; set; }

    /// <summary>What was typed, kept after a failure.</summary>
    [Parameter] public string? Value { get; set; }

    protected string? Shown => LongTexts.Shown(Value);

    [CascadingParameter] public FormState State { get; set; } = FormState.Empty;

    public string Id => FormState.IdOf(Name);
    public string PostName => State.Model.Length == 0 ? Name : $"{State.Model}.{Name}";
    public IReadOnlyList<Error> Errors => State.ErrorsOf(Name);
    public string HintId => Id + "-hint";
    public string ErrorId => Id + "-error";

    protected string? Invalid => Errors.Count > 0 ? "true" : null;
    protected string? RequiredMark => Required ? "true" : null;

    protected string? DescribedBy
    {
        get
        {
            var ids = string.Join(' ', new[] { Hint is null ? null : HintId, Errors.Count > 0 ? ErrorId : null }.OfType<string>());
            return ids.Length > 0 ? ids : null;
        }
    }

    protected override void OnParametersSet()
    {
        if (Errors.Count > 0)
        {
            State.FieldFailed?.Invoke(Name, Part is null ? Label : $"{Part}, {Label}");
        }
    }
}
