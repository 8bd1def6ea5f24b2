using Talka.Foundation.Hosting;

namespace Talka.Foundation.Operations;

public sealed class OperationsFeature : IFeature
{
}
