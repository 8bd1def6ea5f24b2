using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Foundation.Mail;
using Talka.Tests.Support;

namespace Talka.Tests.Foundation.Mail;

internal static class Mailing
{
    public static NewMail Mail(string to = "anna@example.org", string subject = "Sveiki", string? key = null, DateTime? notBefore = null) =>
        new(to, "Anna Piemēra", subject, "Labdien!\n\nSaite: https://talka.example.org/x?a=1&b=2.\nAr cieņu", "lv", key, NotBefore: notBefore);

    public static Task AddAsync(this TestSite site, params NewMail[] mails) => site.InScopeAsync(async services =>
    {
        var outbox = services.GetRequiredService<Outbox>();
        foreach (var mail in mails)
        {
            await outbox.AddAsync(mail, CancellationToken.None);
        }

        await services.GetRequiredService<TalkaDb>().SaveChangesAsync();
    });

    public static Task<List<OutboxMail>> OutboxAsync(this TestSite site) => site.InScopeAsync(services =>
        services.GetRequiredService<TalkaDb>().OutboxMails().AsNoTracking().OrderBy(mail => mail.Id).ToListAsync());

    /// <summary>Waits until the outbox is as it should be.</summary>
    public static async Task<List<OutboxMail>> UntilAsync(this TestSite site, Predicate<List<OutboxMail>> asItShould, int seconds = 60)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var mails = await site.OutboxAsync();
            if (asItShould(mails))
            {
                return mails;
            }

            Assert.True(watch.Elapsed.TotalSeconds < seconds, string.Join('\n', mails.Select(mail => $"{mail.To} {mail.State} {mail.Attempts} {mail.LastError}")));
            await Task.Delay(50);
        }
    }

    /// <summary>Changes what the outbox holds, as time or another node would.</summary>
    public static Task ChangeAsync(this TestSite site, Action<OutboxMail> change) => site.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<TalkaDb>();
        (await db.OutboxMails().AsTracking().ToListAsync()).ForEach(change);
        await db.SaveChangesAsync();
    });

    public static void Wake(this TestSite site) => site.Services.GetRequiredService<MailSignal>().Raise();
}
