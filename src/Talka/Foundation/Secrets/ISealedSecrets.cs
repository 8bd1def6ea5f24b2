using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;

namespace Talka.Foundation.Secrets;

/// <summary>Secrets that a feature keeps in the database, sealed by the <see cref="MasterKey"/>.</summary>
public interface ISealedSecrets
{
    /// <summary>Seals with the current key what an older one sealed. Saves nothing: the caller does.</summary>
    /// <returns>How many were sealed anew, and how many could not be opened because their key is gone.</returns>
    Task<(int Resealed, int Lost)> ResealAsync(TalkaDb db, CancellationToken cancel);
}

/// <summary>The keys of cookies and forms, when the master key is changed.</summary>
internal sealed class SealedProtectionKeys(MasterKey master) : ISealedSecrets
{
    public async Task<(int Resealed, int Lost)> ResealAsync(TalkaDb db, CancellationToken cancel)
    {
        var (resealed, lost) = (0, 0);
        foreach (var key in await db.Keys().AsTracking().ToListAsync(cancel))
        {
            var xml = XElement.Parse(key.Xml!);
            foreach (var element in xml.Descendants("sealed").Where(element => !master.IsCurrent(element.Value)).ToList())
            {
                if (master.CanOpen(element.Value))
                {
                    element.Value = master.Seal(SealedXmlEncryptor.Purpose, master.Open(SealedXmlEncryptor.Purpose, element.Value));
                    resealed++;
                }
                else
                {
                    lost++;
                }
            }

            key.Xml = xml.ToString(SaveOptions.DisableFormatting);
        }

        return (resealed, lost);
    }
}
