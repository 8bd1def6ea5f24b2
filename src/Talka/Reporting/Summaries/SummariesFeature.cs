using Talka.Foundation.Hosting;

namespace Talka.Reporting.Summaries;

public sealed class SummariesFeature : IFeature
{
}
