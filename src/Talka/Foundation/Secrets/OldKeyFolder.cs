using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Files;

namespace Talka.Foundation.Secrets;

/// <summary>
/// The keys of cookies and forms used to lie in the data folder, unsealed. They are taken over into the database once, so that nobody is
/// signed out by the change, and the folder goes.
/// </summary>
internal sealed class OldKeyFolder(DataFolder folder, MasterKey master) : ISeed
{
    private static readonly XNamespace Protection = "http://schemas.asp.net/2015/03/dataProtection";

    public async Task SeedAsync(TalkaDb db, CancellationToken cancel)
    {
        var path = Path.Combine(folder.Keys, "cookies");
        if (!Directory.Exists(path))
        {
            return;
        }

        var known = await db.Keys().Select(key => key.FriendlyName).ToListAsync(cancel);
        foreach (var file in Directory.EnumerateFiles(path, "*.xml"))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            if (!known.Contains(name))
            {
                db.Add(new DataProtectionKey { FriendlyName = name, Xml = Seal(XElement.Load(file)).ToString(SaveOptions.DisableFormatting) });
            }
        }

        await db.SaveChangesAsync(cancel);
        Directory.Delete(path, recursive: true);
    }

    // As the framework itself does when it stores a new key: what is marked as secret is replaced by its sealed form.
    private XElement Seal(XElement key)
    {
        var encryptor = new SealedXmlEncryptor(master);
        foreach (var secret in key.Descendants().Where(element => (bool?)element.Attribute(Protection + "requiresEncryption") == true).ToList())
        {
            var info = encryptor.Encrypt(secret);
            secret.ReplaceWith(new XElement(
                Protection + "encryptedSecret", new XAttribute("decryptorType", info.DecryptorType.AssemblyQualifiedName!), info.EncryptedElement));
        }

        return key;
    }
}
