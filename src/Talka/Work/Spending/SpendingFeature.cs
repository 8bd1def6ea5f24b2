using Talka.Foundation.Hosting;

namespace Talka.Work.Spending;

public sealed class SpendingFeature : IFeature
{
}
