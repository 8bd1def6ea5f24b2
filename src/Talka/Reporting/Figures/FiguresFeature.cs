using Talka.Foundation.Hosting;

namespace Talka.Reporting.Figures;

public sealed class FiguresFeature : IFeature
{
}
