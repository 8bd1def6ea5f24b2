namespace Talka.Reporting.Audit.Language;

[Flags]
public enum NounCase { None = 0, Nominative = 1, Genitive = 2, Dative = 4, Accusative = 8, Locative = 16, Any = 31 }

/// <summary>What a form of a noun may be: <c>konsultācijas</c> is the genitive of one, and the nominative or accusative of several.</summary>
public readonly record struct NounForm(NounCase Singular, NounCase Plural)
{
    public static readonly NounForm AnySingular = new(NounCase.Any, NounCase.None);
    public static readonly NounForm AnyPlural = new(NounCase.None, NounCase.Any);

    public NounCase Cases => Singular | Plural;

    public NounForm Or(NounForm other) => new(Singular | other.Singular, Plural | other.Plural);
}
