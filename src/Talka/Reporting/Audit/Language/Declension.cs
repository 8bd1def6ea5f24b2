namespace Talka.Reporting.Audit.Language;

/// <summary>The endings of Latvian nouns by declension, with the changed stem where the ending softens it.</summary>
internal sealed class Declension
{
    private readonly (string Ending, bool Soft, NounForm Form)[] _endings;

    private Declension(params (string Ending, bool Soft, NounForm Form)[] endings) => _endings = endings;

    /// <summary>dalībniek|s, seminār|s</summary>
    public static Declension First { get; } = new(
        Sg("s", NounCase.Nominative), Sg("a", NounCase.Genitive), Sg("am", NounCase.Dative), Sg("u", NounCase.Accusative), Sg("ā", NounCase.Locative),
        Pl("i", NounCase.Nominative), Pl("u", NounCase.Genitive), Pl("iem", NounCase.Dative), Pl("us", NounCase.Accusative), Pl("os", NounCase.Locative));

    /// <summary>jauniet|is, jaunieš|u</summary>
    public static Declension Second { get; } = new(
        Sg("is", NounCase.Nominative), Soft(Sg("a", NounCase.Genitive)), Sg("im", NounCase.Dative), Sg("i", NounCase.Accusative), Sg("ī", NounCase.Locative),
        Soft(Pl("i", NounCase.Nominative)), Soft(Pl("u", NounCase.Genitive)), Soft(Pl("iem", NounCase.Dative)), Soft(Pl("us", NounCase.Accusative)), Soft(Pl("os", NounCase.Locative)));

    /// <summary>konsultācij|a, lap|a</summary>
    public static Declension Fourth { get; } = new(
        Sg("a", NounCase.Nominative), Sg("as", NounCase.Genitive), Sg("ai", NounCase.Dative), Sg("u", NounCase.Accusative), Sg("ā", NounCase.Locative),
        Pl("as", NounCase.Nominative | NounCase.Accusative), Pl("u", NounCase.Genitive), Pl("ām", NounCase.Dative), Pl("ās", NounCase.Locative));

    /// <summary>sanāksm|e, spēl|e – spēļ|u</summary>
    public static Declension Fifth { get; } = new(
        Sg("e", NounCase.Nominative), Sg("es", NounCase.Genitive), Sg("ei", NounCase.Dative), Sg("i", NounCase.Accusative), Sg("ē", NounCase.Locative),
        Pl("es", NounCase.Nominative | NounCase.Accusative), Soft(Pl("u", NounCase.Genitive)), Pl("ēm", NounCase.Dative), Pl("ēs", NounCase.Locative));

    /// <summary>brīvprātīg|ais</summary>
    public static Declension Definite { get; } = new(
        Sg("ais", NounCase.Nominative), Sg("ā", NounCase.Genitive | NounCase.Locative), Sg("ajam", NounCase.Dative), Sg("o", NounCase.Accusative), Sg("ajā", NounCase.Locative),
        Pl("ie", NounCase.Nominative), Pl("o", NounCase.Genitive), Pl("ajiem", NounCase.Dative), Pl("os", NounCase.Accusative), Pl("ajos", NounCase.Locative));

    /// <summary>tikšan|ās</summary>
    public static Declension Reflexive { get; } = new(
        Sg("ās", NounCase.Nominative | NounCase.Genitive), Sg("os", NounCase.Accusative), Pl("ās", NounCase.Nominative | NounCase.Accusative), Pl("os", NounCase.Genitive));

    public IEnumerable<(string Word, NounForm Form)> Decline(string stem, string? soft) =>
        _endings.Select(one => ((one.Soft ? soft ?? stem : stem) + one.Ending, one.Form));

    private static (string, bool, NounForm) Sg(string ending, NounCase form) => (ending, false, new(form, NounCase.None));

    private static (string, bool, NounForm) Pl(string ending, NounCase form) => (ending, false, new(NounCase.None, form));

    private static (string, bool, NounForm) Soft((string Ending, bool, NounForm Form) ending) => (ending.Ending, true, ending.Form);
}
