using Talka.Accounts;
using Talka.Foundation.Hosting;

namespace Talka.Administration.Settings;

/// <summary>Where an administrator changes what <see cref="Foundation.Settings.SiteSettings"/> says.</summary>
public sealed class SettingsPagesFeature : IFeature
{
    public IEnumerable<MenuItem> Menu => [new(91, () => Texts.T("PageTitle"), "/admin/settings", Policies.Administer)];

    public void AddServices(IServiceCollection services, IConfiguration configuration) => services.AddScoped<SaveSettings>();
}
