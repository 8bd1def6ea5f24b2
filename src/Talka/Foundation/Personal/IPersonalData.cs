using System.Globalization;
using Talka.Foundation.Localisation;

namespace Talka.Foundation.Personal;

/// <summary>
/// What one feature keeps about a person. Each feature with a column that holds a person's id, name or e-mail registers one
/// (<c>services.AddScoped&lt;IPersonalData, …&gt;()</c>); a test holds the columns of the whole database against what they cover.
/// </summary>
public interface IPersonalData
{
    /// <summary>Stable, kebab-case: the name in the downloaded JSON.</summary>
    string Code { get; }

    /// <summary>What it is, in the reader's language.</summary>
    string Title { get; }

    /// <summary>One sentence: what an erasure does to it.</summary>
    string AfterErasure { get; }

    /// <summary>The columns that this answers for.</summary>
    IReadOnlyList<PersonalColumns> Covers { get; }

    /// <summary>What is kept, the newest first.</summary>
    IAsyncEnumerable<PersonalRow> ReadAsync(PersonKey person, int most);

    /// <summary>
    /// Takes the person out of what is kept, within the caller's transaction. An id may stay where the record itself must: once the account is gone,
    /// it is the id of no one.
    /// </summary>
    Task EraseAsync(PersonKey person, CancellationToken cancel) => Task.CompletedTask;
}

/// <summary>Others find through it what they keep of somebody; so it goes after them.</summary>
public interface IPersonalLink : IPersonalData;

/// <summary>The account itself, by which the person is known; it goes last, when nothing points to it any more.</summary>
public interface IPersonalAccount : IPersonalData;

/// <summary>Free text that may name a person, whoever wrote it. Nothing in it is changed by a program: a person looks and decides.</summary>
public interface IPersonMentions
{
    /// <summary>The columns that this looks through; a test holds the free text of the whole database against them.</summary>
    IReadOnlyList<PersonalColumns> Covers => [];

    /// <param name="stems">Beginnings of words, folded as <see cref="Data.TextSearch.Fold"/> does; all of them are to be found.</param>
    IAsyncEnumerable<PersonMention> FindAsync(IReadOnlyList<string> stems, int most);
}

/// <param name="Text">A few words that say what it is.</param>
/// <param name="Href">Where it can be looked at and dealt with.</param>
public sealed record PersonMention(string Text, string Href);

public sealed record PersonKey(Guid Id, string Name, string Email);

/// <summary>Columns of one entity, by the names of its properties.</summary>
public sealed record PersonalColumns(Type Entity, params string[] Properties);

/// <summary>One thing that is kept.</summary>
public sealed record PersonalRow(params PersonalFact[] Facts);

/// <param name="Key">Stable, camelCase: its name in JSON.</param>
/// <param name="Label">In the reader's language.</param>
/// <param name="Value">As a person reads it; null when there is none.</param>
/// <param name="Exact">As a program reads it, where that differs.</param>
public sealed record PersonalFact(string Key, string Label, string? Value, string? Exact = null)
{
    public static PersonalFact At(DateTime at, string key = "at") => new(key, Texts.T("At"), Format.Instant(at), at.ToString("O", CultureInfo.InvariantCulture));

    public static PersonalFact What(string? text) => new("what", Texts.T("What"), text);

    public static PersonalFact Mandate(string? slug) => new("mandate", Texts.T("Mandate"), slug);
}

/// <summary>What stands where the name of an erased person stood.</summary>
public static class ErasedPerson
{
    /// <summary>What is kept in place of the name.</summary>
    public const string Name = "";

    /// <summary>A kept name as it is shown.</summary>
    public static string Shown(string? name) => string.IsNullOrEmpty(name) ? Texts.T("ErasedPerson") : name;
}
