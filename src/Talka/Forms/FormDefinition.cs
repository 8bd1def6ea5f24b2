using System.Text.Json;
using System.Text.Json.Serialization;

namespace Talka.Forms;

public enum QuestionType { Text, LongText, Choice, Choices, Number, Consent, File }

/// <summary>The questions of a form, in their order.</summary>
public sealed record FormDefinition(IReadOnlyList<Question> Questions)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };

    public static FormDefinition Empty { get; } = new([]);

    public string Write() => JsonSerializer.Serialize(this, Options);

    public static FormDefinition Read(string json) => JsonSerializer.Deserialize<FormDefinition>(json, Options) ?? Empty;
}

/// <summary>One question.</summary>
/// <param name="Code">Names it in answers and exports: small letters, digits and underscores. Stays when the wording changes.</param>
public sealed record Question(string Code, QuestionType Type, string Label, string? LabelEn = null)
{
    public string? Hint { get; init; }
    public string? HintEn { get; init; }
    public bool Required { get; init; }

    /// <summary>Of a choice.</summary>
    public IReadOnlyList<QuestionChoice> Choices { get; init; } = [];

    /// <summary>Of a number: the least and the most; of several choices: how many; of a text: how many characters.</summary>
    public decimal? Least { get; init; }
    public decimal? Most { get; init; }

    /// <summary>What is said of an answer beyond <see cref="Least"/> or <see cref="Most"/>; null for the program's own words.</summary>
    public string? BoundsText { get; init; }
    public string? BoundsTextEn { get; init; }

    /// <summary>When the question is asked; null for always.</summary>
    public QuestionCondition? When { get; init; }

    /// <summary>Days after the end of what the form belongs to at which the answers are erased; null while they stay as long as that.</summary>
    public int? KeepDays { get; init; }
}

public sealed record QuestionChoice(string Code, string Label, string? LabelEn = null);

public enum ConditionIs { Equal, NotEqual, Chosen, AtLeast, AtMost }

/// <summary>That an earlier question was answered so.</summary>
/// <param name="Question">Code of the earlier question.</param>
/// <param name="Value">As an answer is kept.</param>
public sealed record QuestionCondition(string Question, ConditionIs Is, string Value);
