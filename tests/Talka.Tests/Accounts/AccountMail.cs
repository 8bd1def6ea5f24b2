using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Foundation.Mail;
using Talka.Tests.Support;

namespace Talka.Tests.Accounts;

internal sealed record SeenMail(string To, string Subject, string Text)
{
    /// <summary>The path and query of the one link with a token in it.</summary>
    public string Link => new Uri(Text.Split('\n').Single(line => line.Contains("token=", StringComparison.Ordinal))).PathAndQuery;
}

/// <summary>The mails of a site, as their readers see them.</summary>
internal static partial class AccountMail
{
    public static Task<List<SeenMail>> MailsAsync(this TestSite site) => site.InScopeAsync(async services =>
    {
        var seal = services.GetRequiredService<MailSeal>();
        var mails = await services.GetRequiredService<TalkaDb>().OutboxMails().OrderBy(mail => mail.CreatedAt).ThenBy(mail => mail.Id).ToListAsync();
        return mails.ConvertAll(mail => new SeenMail(mail.To, mail.Subject, seal.Open(mail.SealedText)!));
    });

    public static async Task<SeenMail> MailAsync(this TestSite site, string subject, string? to = null) =>
        (await site.MailsAsync()).Single(mail => mail.Subject == subject && (to is null || mail.To == to));

    /// <summary>A page without what differs each time it is made: tokens, ids, asset versions, and what was typed.</summary>
    public static string Lasting(string page, string typed) =>
        Changing().Replace(page.Replace(typed, "TYPED", StringComparison.OrdinalIgnoreCase), "");

    [GeneratedRegex("value=\"CfDJ8[^\"]*\"", RegexOptions.None, 1000)]
    private static partial Regex Changing();
}
