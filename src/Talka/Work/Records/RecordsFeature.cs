using Talka.Foundation.Hosting;

namespace Talka.Work.Records;

public sealed class RecordsFeature : IFeature
{
}
