using Talka.Foundation.Results;

namespace Talka.Forms;

/// <summary>A form as somebody filled it in, checked: only what was asked and answered is in it.</summary>
/// <param name="Values">By the code of the question, as answers are kept; of a file its SHA-256.</param>
/// <param name="Files">Of questions that ask for a file.</param>
public sealed record FormFilled(IReadOnlyDictionary<string, IReadOnlyList<string>> Values, IReadOnlyDictionary<string, FormFile> Files)
{
    public static FormFilled Empty { get; } = new(new Dictionary<string, IReadOnlyList<string>>(), new Dictionary<string, FormFile>());
}

/// <summary>A file that the file store holds.</summary>
/// <param name="Name">As its sender named it, harmless.</param>
public sealed record FormFile(string Sha256, string Name);

/// <summary>What came of reading a form that was sent.</summary>
public sealed class FormRead(Result<FormFilled> result, IReadOnlyDictionary<string, IReadOnlyList<string>> typed)
{
    public bool Succeeded => result.Succeeded;

    /// <summary>Each names its question's field, as <c>FormFields</c> shows it.</summary>
    public IReadOnlyList<Error> Errors => result.Errors;

    /// <summary>Only of a success.</summary>
    public FormFilled Value => result.Value;

    /// <summary>Everything that was typed and sent, right or wrong, to show the form again with.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Typed => typed;
}
