using Talka.Foundation.Localisation;

namespace Talka.Organisations;

/// <summary>An area in which organisations are active.</summary>
public sealed record Area(string Code, string Latvian, string English)
{
    /// <summary>In the current language.</summary>
    public string Name => Languages.Current == Languages.English ? English : Latvian;
}

/// <summary>The areas of the directory, after the fields in which associations and foundations of Latvia state that they work.</summary>
public static class Areas
{
    private const char Bar = '|';

    public static IReadOnlyList<Area> All { get; } =
    [
        new("civic", "Pilsoniskā sabiedrība un līdzdalība", "Civil society and participation"),
        new("minorities", "Mazākumtautības un integrācija", "National minorities and integration"),
        new("culture", "Kultūra un tradīcijas", "Culture and traditions"),
        new("education", "Izglītība un zinātne", "Education and research"),
        new("youth", "Bērni un jaunieši", "Children and young people"),
        new("seniors", "Seniori", "Older people"),
        new("disability", "Cilvēki ar invaliditāti", "People with disabilities"),
        new("family", "Ģimenes", "Families"),
        new("equality", "Cilvēktiesības un vienlīdzība", "Human rights and equality"),
        new("social", "Sociālā palīdzība un labdarība", "Social help and charity"),
        new("health", "Veselība", "Health"),
        new("sport", "Sports un brīvais laiks", "Sport and leisure"),
        new("environment", "Vide un dzīvnieki", "Environment and animals"),
        new("development", "Vietējā attīstība", "Local development"),
        new("economy", "Uzņēmējdarbība un nozares", "Business and professions"),
        new("media", "Mediji un medijpratība", "Media and media literacy"),
        new("diaspora", "Diaspora un starptautiskā sadarbība", "Diaspora and international cooperation"),
        new("religion", "Reliģija", "Religion"),
    ];

    public static Area? Find(string? code) => All.FirstOrDefault(area => area.Code == code);

    /// <summary>As a record keeps them.</summary>
    public static string Write(IEnumerable<string> codes)
    {
        var known = All.Select(area => area.Code).Intersect(codes).ToList();
        return known.Count == 0 ? "" : Bar + string.Join(Bar, known) + Bar;
    }

    public static IReadOnlyList<Area> Read(string kept) => [.. kept.Split(Bar).Select(Find).OfType<Area>()];

    /// <summary>What a record that has the area contains.</summary>
    public static string Mark(string code) => Bar + code + Bar;

    /// <summary>The area that a person means by its name in either language, or its code.</summary>
    public static Area? Named(string typed) => NameKeys.Of(typed) is { Length: > 0 } key
        ? All.FirstOrDefault(area => area.Code == key || NameKeys.Of(area.Latvian) == key || NameKeys.Of(area.English) == key)
        : null;
}
