using MailKit.Security;
using Talka.Foundation.Files;
using Talka.Foundation.Hosting;
using Talka.Foundation.Settings;

namespace Talka.Foundation.Mail;

/// <summary>Where mail goes and from whom it comes: the settings <c>Talka:Mail:*</c>.</summary>
public sealed class MailSettings(IConfiguration configuration, DataFolder data, SiteAddress site, CurrentSettings current)
{
    /// <summary>The mail server; null where none is set, and mails become files.</summary>
    public string? Host => Told(configuration["Talka:Mail:Host"]);

    /// <summary>Whether mail reaches people; otherwise whoever runs the site has to hand on what is in it.</summary>
    public bool ReachesPeople => Host is not null;

    public int Port => configuration.GetValue("Talka:Mail:Port", 587);

    /// <summary>The server that mail goes to, or the folder.</summary>
    public string Destination => Host is null ? Folder : $"{Host}:{Port}";

    public string Folder => Path.Combine(data.Root, "mail");

    public string? User => Told(configuration["Talka:Mail:User"]);

    public string? Password => configuration["Talka:Mail:Password"];

    public string From => Told(configuration["Talka:Mail:From"]) ?? "talka@" + new Uri(site.Root).Host;

    public string FromName => Told(configuration["Talka:Mail:FromName"]) ?? current.Value.MailSenderName;

    /// <summary>How the connection is made safe: <c>starttls</c> (must be offered), <c>tls</c> (from the first byte), or <c>none</c>.</summary>
    /// <exception cref="InvalidOperationException">The setting says something else.</exception>
    public SecureSocketOptions Security => (Told(configuration["Talka:Mail:Security"]) ?? "starttls").ToLowerInvariant() switch
    {
        "starttls" => SecureSocketOptions.StartTls,
        "tls" => SecureSocketOptions.SslOnConnect,
        "none" => SecureSocketOptions.None,
        var other => throw new InvalidOperationException($"Talka:Mail:Security is '{other}'; it may be starttls, tls or none."),
    };

    private static string? Told(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
