using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Personal;

namespace Talka.Foundation.Settings;

internal sealed class SettingsPersonalData(TalkaDb db) : IPersonalData
{
    public string Code => "settings";
    public string Title => Personal.Texts.T("SettingsTitle");
    public string AfterErasure => Personal.Texts.T("IdStays");
    public IReadOnlyList<PersonalColumns> Covers { get; } = [new(typeof(SiteSettings), nameof(SiteSettings.SavedBy))];

    public IAsyncEnumerable<PersonalRow> ReadAsync(PersonKey person, int most) => db.SettingsVersions().Where(s => s.SavedBy == person.Id)
        .OrderByDescending(s => s.Number).Take(most).Select(s => new { s.Number, s.SavedAt }).AsAsyncEnumerable()
        .Select(s => new PersonalRow(PersonalFact.At(s.SavedAt), PersonalFact.What($"{s.Number}")));
}
