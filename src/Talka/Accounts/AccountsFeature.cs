using Talka.Foundation.Hosting;

namespace Talka.Accounts;

public sealed class AccountsFeature : IFeature
{
}
