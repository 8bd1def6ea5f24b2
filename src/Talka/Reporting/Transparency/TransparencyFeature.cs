using Talka.Foundation.Hosting;

namespace Talka.Reporting.Transparency;

public sealed class TransparencyFeature : IFeature
{
}
