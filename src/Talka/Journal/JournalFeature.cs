using Talka.Foundation.Hosting;

namespace Talka.Journal;

public sealed class JournalFeature : IFeature
{
}
