using Talka.Foundation.Hosting;

namespace Talka.Mandates;

public sealed class MandatesFeature : IFeature
{
}
