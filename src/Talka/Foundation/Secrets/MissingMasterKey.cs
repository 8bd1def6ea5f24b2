using System.Xml.Linq;
using Talka.Foundation.Data;
using Talka.Foundation.Hosting;
using static Talka.Foundation.Secrets.Texts;

namespace Talka.Foundation.Secrets;

/// <summary>Says at the start when secrets in the database were sealed with a master key that this node does not have.</summary>
internal sealed partial class MissingMasterKey(TalkaDb db, MasterKey master, ILogger<MissingMasterKey> log) : IFirstStart
{
    public async Task RunAsync(StartContext context, CancellationToken cancel)
    {
        var keys = await db.ReadTextsAsync("SELECT xml FROM data_protection_keys", cancel);
        var missing = keys.SelectMany(xml => XElement.Parse(xml).Descendants("sealed")).Select(element => element.Value)
            .Where(text => !master.CanOpen(text)).Select(text => text.Split('.')[0]).Distinct().ToList();
        if (missing.Count > 0)
        {
            var ids = string.Join(", ", missing);
            LogMissing(log, ids);
            context.Say(T("MasterKeyMissing", ids));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Secrets in the database were sealed with a master key that this node does not have: {Ids}")]
    private static partial void LogMissing(ILogger log, string ids);
}
