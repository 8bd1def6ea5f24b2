using Talka.Accounts;
using Talka.Foundation.Hosting;

namespace Talka.Administration.Overview;

/// <summary>One link in the menu to everything that is administered; the pages are those of the features whose addresses begin with <c>/admin/</c>.</summary>
public sealed class OverviewFeature : IFeature
{
    public IEnumerable<MenuItem> Menu => [new(90, () => Texts.T("Title"), "/admin", Policies.Administer)];
}
