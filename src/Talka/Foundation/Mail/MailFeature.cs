using Microsoft.EntityFrameworkCore.Diagnostics;
using Talka.Foundation.Hosting;
using Talka.Foundation.Personal;
using Talka.Foundation.Retention;

namespace Talka.Foundation.Mail;

/// <summary>The one way out for mail: an outbox in the database, and a sender that empties it.</summary>
public sealed class MailFeature : IFeature
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<SiteAddress>();
        services.AddSingleton<MailSettings>();
        services.AddSingleton<MailSeal>();
        services.AddSingleton<MailStatus>();
        services.AddSingleton<MailSignal>();
        services.AddSingleton<IInterceptor>(provider => provider.GetRequiredService<MailSignal>());
        services.AddScoped<IPersonalData, MailPersonalData>();
        services.AddScoped<IRetention, MailRetention>();
        services.AddScoped<Outbox>();
        services.AddScoped<SendMails>();
        services.AddHostedService<MailSender>();
    }
}
