using Talka.Foundation.Hosting;

namespace Talka.Demo;

public sealed class DemoFeature : IFeature
{
}
