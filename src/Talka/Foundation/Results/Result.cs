namespace Talka.Foundation.Results;

/// <summary>What sort of expected failure an <see cref="Error"/> is; pages answer it with 400, 404, 403, 409 or 503.</summary>
public enum ErrorKind { Invalid, NotFound, Forbidden, Conflict, Busy }

/// <summary>An expected failure, told to a person.</summary>
/// <param name="Kind">Decides the HTTP status.</param>
/// <param name="Code">Stable, kebab-case, never translated: what scripts and tests hold on to.</param>
/// <param name="Message">One plain sentence in the reader's language that says what to do next.</param>
/// <param name="Field">The name of the input it belongs to, or null when it concerns the whole.</param>
public sealed record Error(ErrorKind Kind, string Code, string Message, string? Field = null)
{
    public static Error Invalid(string code, string message, string? field = null) => new(ErrorKind.Invalid, code, message, field);
    public static Error NotFound(string code, string message) => new(ErrorKind.NotFound, code, message);
    public static Error Forbidden(string code, string message) => new(ErrorKind.Forbidden, code, message);
    public static Error Conflict(string code, string message, string? field = null) => new(ErrorKind.Conflict, code, message, field);
    public static Error Busy(string code, string message) => new(ErrorKind.Busy, code, message);
}

/// <summary>The outcome of a use case that gives nothing back but may fail in expected ways.</summary>
public readonly struct Result
{
    private readonly IReadOnlyList<Error>? _errors;

    private Result(IReadOnlyList<Error> errors) => _errors = errors;

    public static Result Ok => default;
    public IReadOnlyList<Error> Errors => _errors ?? [];
    public bool Succeeded => Errors.Count == 0;

    public static Result Failed(IReadOnlyList<Error> errors) =>
        errors.Count > 0 ? new(errors) : throw new ArgumentException("A failure names at least one error.", nameof(errors));

    public static implicit operator Result(Error error) => new([error]);
    public static implicit operator Result(List<Error> errors) => Failed(errors);
}

/// <summary>The outcome of a use case: a value, or the errors that prevented it; never both.</summary>
public readonly struct Result<T>
{
    private readonly T? _value;
    private readonly IReadOnlyList<Error>? _errors;

    private Result(T value) => _value = value;

    private Result(IReadOnlyList<Error> errors) => _errors = errors;

    /// <summary>The value of a success. Asking a failure for it is a bug and throws.</summary>
    public T Value => Succeeded
        ? _value!
        : throw new InvalidOperationException("No value: " + string.Join("; ", Errors.Select(e => e.Code)));

    public IReadOnlyList<Error> Errors => _errors ?? [];
    public bool Succeeded => Errors.Count == 0;

    public static Result<T> Failed(IReadOnlyList<Error> errors) =>
        errors.Count > 0 ? new(errors) : throw new ArgumentException("A failure names at least one error.", nameof(errors));

    public static implicit operator Result<T>(T value) => new(value);
    public static implicit operator Result<T>(Error error) => new([error]);
    public static implicit operator Result<T>(List<Error> errors) => Failed(errors);
}
