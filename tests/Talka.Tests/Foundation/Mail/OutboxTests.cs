using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts.Mails;
using Talka.Foundation.Data;
using Talka.Foundation.Mail;
using Talka.Tests.Support;

namespace Talka.Tests.Foundation.Mail;

public sealed class OutboxTests
{
    [Fact]
    public async Task Mail_Added_ArrivesAtOnceAsTextAndAsHtml()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var site = await TestSite.StartAsync(server.Settings);

        await site.AddAsync(Mailing.Mail(subject: "Ielūgums – “Šķēršļi”"));

        var mail = Assert.Single(await server.ReceiveAsync(1, seconds: 12)); // the sender looks by itself only every fifteen seconds
        Assert.Equal("Ielūgums – “Šķēršļi”", mail.Subject);
        Assert.Equal("\"Anna Piemēra\" <anna@example.org>", mail.To.ToString());
        Assert.Equal("\"Talka\" <talka@example.org>", mail.From.ToString());
        Assert.Contains("Saite: https://talka.example.org/x?a=1&b=2.", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"lv\">", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://talka.example.org/x?a=1&amp;b=2\">", mail.HtmlBody, StringComparison.Ordinal);
        var kept = Assert.Single(await site.UntilAsync(mails => mails[0].State == MailState.Sent));
        Assert.Equal($"{kept.Id:n}@example.org", mail.MessageId);
    }

    [Fact]
    public async Task Mail_InTheDatabase_IsSealed()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddAsync(Mailing.Mail(notBefore: DateTime.UtcNow.AddDays(1)));

        var kept = Assert.Single(await site.OutboxAsync());

        Assert.DoesNotContain("talka.example.org", kept.SealedText, StringComparison.Ordinal);
        Assert.Contains("talka.example.org", site.Services.GetRequiredService<MailSeal>().Open(kept.SealedText), StringComparison.Ordinal);
        Assert.Null(site.Services.GetRequiredService<MailSeal>().Open("CfDJ8-not-of-ours"));
    }

    [Fact]
    public async Task Mail_OfWorkThatIsRolledBack_IsNotSent()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var site = await TestSite.StartAsync(server.Settings);
        await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await services.GetRequiredService<Outbox>().AddAsync(Mailing.Mail("undone@example.org"), CancellationToken.None);
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
        });
        await site.AddAsync(Mailing.Mail("done@example.org"));

        var mails = await server.ReceiveAsync(1);

        Assert.Equal("done@example.org", Assert.Single(mails).To.Mailboxes.Single().Address);
        Assert.Single(await site.OutboxAsync());
    }

    [Fact]
    public async Task Mail_OfALongTransaction_ArrivesOnceItIsCommitted()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var site = await TestSite.StartAsync(server.Settings);
        await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await services.GetRequiredService<Outbox>().AddAsync(Mailing.Mail(), CancellationToken.None);
            await db.SaveChangesAsync();
            await Task.Delay(500);
            Assert.Empty(server.Mails);
            await transaction.CommitAsync();
        });

        Assert.Single(await server.ReceiveAsync(1, seconds: 12));
    }

    [Fact]
    public async Task Mail_OfAKeyThatIsThere_IsLeftOut()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddAsync(Mailing.Mail(subject: "First", key: "reminder-1"), Mailing.Mail(subject: "Second", key: "reminder-1"), Mailing.Mail(key: "reminder-2"));
        await site.AddAsync(Mailing.Mail(subject: "Third", key: "reminder-1"));

        Assert.Equal(["First", "Sveiki"], (await site.OutboxAsync()).Select(mail => mail.Subject).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Mail_OfOneKeyAddedTwiceAtOnce_IsKeptOnce()
    {
        await using var site = await TestSite.StartAsync();
        var attempts = Enumerable.Range(0, 6).Select(async _ =>
        {
            try
            {
                await site.AddAsync(Mailing.Mail(key: "reminder"));
            }
            catch (DbUpdateException failure) when (failure.IsDuplicate())
            {
                // refused by the database, as told
            }
        });

        await Task.WhenAll(attempts);

        Assert.Single(await site.OutboxAsync());
    }

    [Fact]
    public async Task Mail_NotDueYet_Waits()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var site = await TestSite.StartAsync(server.Settings);
        await site.AddAsync(Mailing.Mail("later@example.org", notBefore: DateTime.UtcNow.AddHours(1)), Mailing.Mail("now@example.org"));

        Assert.Equal("now@example.org", Assert.Single(await server.ReceiveAsync(1)).To.Mailboxes.Single().Address);
        Assert.Equal(MailState.Waiting, (await site.OutboxAsync()).Single(mail => mail.To == "later@example.org").State);
    }

    [Fact]
    public async Task Subject_WithLineBreaks_MakesNoHeaders()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var site = await TestSite.StartAsync(server.Settings);
        await site.AddAsync(Mailing.Mail(subject: "Sveiki\r\nBcc: eve@example.org") with { ToName = "Anna\r\nX-Evil: 1" });

        var mail = Assert.Single(await server.ReceiveAsync(1));

        Assert.Equal("Sveiki  Bcc: eve@example.org", mail.Subject);
        Assert.Empty(mail.Bcc);
        Assert.DoesNotContain(mail.Headers, header => header.Field == "X-Evil");
    }

    [Fact]
    public async Task Server_DownAndBack_GetsEveryMailOnce()
    {
        await using var server = SmtpServer.Down();
        await using var site = await TestSite.StartAsync(server.Settings);
        await site.AddAsync([.. Enumerable.Range(0, 30).Select(i => Mailing.Mail($"person{i}@example.org"))]);
        await WaitForTroubleAsync(site);
        Assert.All(await site.OutboxAsync(), mail => Assert.Equal((MailState.Waiting, 0), (mail.State, mail.Attempts)));

        await server.StartAgainAsync();
        await server.ReceiveAsync(10);
        await server.StopAsync();
        await site.AddAsync([.. Enumerable.Range(30, 10).Select(i => Mailing.Mail($"person{i}@example.org"))]);
        await server.StartAgainAsync();
        await site.ChangeAsync(mail => mail.DueAt = mail.State == MailState.Waiting ? DateTime.UtcNow : mail.DueAt); // what the stop broke off waits a minute
        site.Wake();
        await site.UntilAsync(kept => kept.All(mail => mail.State == MailState.Sent), seconds: 120);

        // One mail may have been taken by the server at the moment it died, and is told by its id
        var mails = server.Mails;
        var ids = mails.Select(mail => mail.MessageId).ToList();
        Assert.Equal(40, ids.Distinct().Count());
        Assert.InRange(ids.Count, 40, 41);
        Assert.Equal(40, mails.Select(mail => mail.To.Mailboxes.Single().Address).Distinct().Count());
        Assert.Null(site.Services.GetRequiredService<MailStatus>().Trouble);
    }

    [Fact]
    public async Task TwoNodes_OneOutbox_SendEachMailOnce()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var site = await TestSite.StartAsync(server.Settings);
        await using var other = TalkaApp.Build(new Dictionary<string, string?>(server.Settings)
        {
            ["Talka:Data"] = site.Folder.Root,
            ["ConnectionStrings:Talka"] = site.Connection,
            ["urls"] = "http://127.0.0.1:0",
            ["Talka:Demo"] = "false",
            ["Logging:LogLevel:Default"] = "Warning",
        });
        await other.StartAsync();
        var soon = DateTime.UtcNow.AddSeconds(3);
        await site.AddAsync([.. Enumerable.Range(0, 60).Select(i => Mailing.Mail($"person{i}@example.org", notBefore: soon))]);

        while (DateTime.UtcNow < soon)
        {
            await Task.Delay(50);
        }

        other.Services.GetRequiredService<MailSignal>().Raise();
        site.Wake();
        await site.UntilAsync(kept => kept.All(mail => mail.State == MailState.Sent), seconds: 120);

        Assert.Equal(60, server.Mails.Select(mail => mail.To.Mailboxes.Single().Address).Distinct().Count());
        Assert.Equal(60, server.Mails.Count);
        await other.StopAsync();
    }

    [Fact]
    public async Task Node_DiedWhileSending_LeavesTheMailToOthersUnderTheSameId()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var site = await TestSite.StartAsync(server.Settings);
        await site.AddAsync(Mailing.Mail());
        await site.UntilAsync(mails => mails[0].State == MailState.Sent);

        // As if the node had ended between the server's word and its own mark: still claimed, and then the claim is over
        await site.ChangeAsync(mail => (mail.State, mail.DueAt, mail.DoneAt) = (MailState.Waiting, DateTime.UtcNow.AddMinutes(5), null));
        site.Wake();
        await Task.Delay(500);
        Assert.Single(server.Mails);
        await site.ChangeAsync(mail => mail.DueAt = DateTime.UtcNow.AddSeconds(-1));
        site.Wake();

        var mails = await server.ReceiveAsync(2);
        Assert.Equal(mails[0].MessageId, mails[1].MessageId);
    }

    [Fact]
    public async Task Server_RefusesAnAddress_FailsThatMailAlone()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var site = await TestSite.StartAsync(server.Settings);

        await site.AddAsync(Mailing.Mail("refused@example.org"), Mailing.Mail("no address"), Mailing.Mail("anna@example.org"));

        Assert.Single(await server.ReceiveAsync(1));
        var mails = await site.UntilAsync(kept => kept.All(mail => mail.State != MailState.Waiting));
        Assert.Equal("anna@example.org", Assert.Single(mails, mail => mail.State == MailState.Sent).To);
        Assert.Contains("550", mails.Single(mail => mail.To == "refused@example.org").LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attachment_ThatCannotBeMade_FailsThatMailAlone()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var site = await TestSite.StartAsync(server.Settings);
        await site.AddAsync(Mailing.Mail("broken@example.org") with { Attachment = "of no kind" }, Mailing.Mail("whole@example.org"));

        Assert.Equal("whole@example.org", Assert.Single(await server.ReceiveAsync(1)).To.Mailboxes.Single().Address);
        var mails = await site.UntilAsync(all => all.Exists(mail => mail.LastError is not null));
        var broken = mails.Single(mail => mail.LastError is not null);
        Assert.Equal(("broken@example.org", MailState.Waiting, 1), (broken.To, broken.State, broken.Attempts));
        Assert.Contains("attached", broken.LastError, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4.9, 1, "mail-being-sent")] // a node has just taken it up
    [InlineData(2.0, 1, "")] // one had that died some minutes ago
    [InlineData(60.0, 7, "")] // it failed
    public async Task Retry_OfAMailThatIsJustBeingSent_IsRefused(double minutesUntilDue, int attempts, string code)
    {
        await using var site = await TestSite.StartAsync();
        await site.AddAsync(Mailing.Mail(notBefore: DateTime.UtcNow.AddDays(1)));
        await site.ChangeAsync(mail => (mail.Attempts, mail.DueAt) = (attempts, DateTime.UtcNow.AddMinutes(minutesUntilDue)));

        var id = (await site.OutboxAsync())[0].Id;
        var retried = await site.InScopeAsync(services => services.GetRequiredService<RetryMail>().RunAsync(id, CancellationToken.None));
        Assert.Equal(code, string.Join(' ', retried.Errors.Select(error => error.Code)));
    }

    [Fact]
    public async Task Server_AsksToWait_IsTriedAgainLater()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var site = await TestSite.StartAsync(server.Settings);
        await site.AddAsync(Mailing.Mail("busy@example.org"));

        var waiting = Assert.Single(await site.UntilAsync(mails => mails[0].LastError is not null));
        Assert.Equal((MailState.Waiting, 1), (waiting.State, waiting.Attempts));
        Assert.InRange(waiting.DueAt, DateTime.UtcNow.AddSeconds(30), DateTime.UtcNow.AddSeconds(61));
        await site.ChangeAsync(mail => mail.DueAt = DateTime.UtcNow);
        site.Wake();

        Assert.Single(await server.ReceiveAsync(1));
        Assert.Equal(2, Assert.Single(await site.UntilAsync(mails => mails[0].State == MailState.Sent)).Attempts);
    }

    [Theory]
    [InlineData("busy@example.org", true)]
    [InlineData("anna@example.org", false)]
    public async Task Mail_TriedForDays_IsGivenUpAndSaysWhy(string to, bool serverUp)
    {
        await using var server = SmtpServer.Down();
        if (serverUp)
        {
            await server.StartAgainAsync();
        }

        await using var site = await TestSite.StartAsync(server.Settings);
        await site.AddAsync(Mailing.Mail(to, notBefore: DateTime.UtcNow.AddDays(-5)));

        var mail = Assert.Single(await site.UntilAsync(mails => mails[0].State == MailState.Failed));

        Assert.NotEmpty(mail.LastError!);
        Assert.NotNull(mail.TextUntil);
    }

    [Fact]
    public async Task Server_AsksForAPassword_GetsTheRightOneAndNoMailWithTheWrong()
    {
        await using var server = await SmtpServer.StartAsync("--user", "talka", "the mail password");
        var settings = server.Settings;
        (settings["Talka:Mail:User"], settings["Talka:Mail:Password"]) = ("talka", "the mail password");
        await using (var site = await TestSite.StartAsync(settings))
        {
            await site.AddAsync(Mailing.Mail());
            Assert.Single(await server.ReceiveAsync(1));
        }

        settings["Talka:Mail:Password"] = "another";
        await using var wrong = await TestSite.StartAsync(settings);
        await wrong.AddAsync(Mailing.Mail());
        await WaitForTroubleAsync(wrong);
        Assert.Single(server.Mails);
        Assert.Equal(MailState.Waiting, Assert.Single(await wrong.OutboxAsync()).State);
    }

    [Fact]
    public async Task Server_WithACertificateThatNobodyVouchesFor_GetsNothing()
    {
        var folder = Directory.CreateTempSubdirectory("talka-tls-").FullName;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await File.WriteAllTextAsync(Path.Combine(folder, "cert.pem"), certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(Path.Combine(folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
        await using var server = await SmtpServer.StartAsync("--tls", Path.Combine(folder, "cert.pem"), Path.Combine(folder, "key.pem"));
        var settings = server.Settings;
        settings["Talka:Mail:Security"] = "starttls";
        await using var site = await TestSite.StartAsync(settings);

        await site.AddAsync(Mailing.Mail());

        await WaitForTroubleAsync(site);
        Assert.Empty(server.Mails);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Server_NotSet_MailBecomesAFileForTheOwnerAlone()
    {
        await using var site = await TestSite.StartAsync();

        await site.AddAsync(Mailing.Mail());

        var mail = Assert.Single(await site.UntilAsync(mails => mails[0].State == MailState.Sent));
        var file = Assert.Single(Directory.GetFiles(Path.Combine(site.Folder.Root, "mail")));
        Assert.Equal($"{mail.Id:n}.eml", Path.GetFileName(file));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal("Sveiki", MimeKit.MimeMessage.Load(file).Subject);
    }

    [Fact]
    public async Task Text_OfAMailLongDone_IsEmptiedAndItsFileRemoved()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddAsync(Mailing.Mail("old@example.org"), Mailing.Mail("new@example.org"));
        await site.UntilAsync(mails => mails.All(mail => mail.State == MailState.Sent));
        await site.ChangeAsync(mail => mail.TextUntil = mail.To == "old@example.org" ? DateTime.UtcNow.AddMinutes(-1) : mail.TextUntil);
        var old = (await site.OutboxAsync()).Single(mail => mail.To == "old@example.org");
        var file = Path.Combine(site.Folder.Root, "mail", $"{old.Id:n}.eml");
        File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddDays(-8));

        await site.InScopeAsync(services => services.GetRequiredService<SendMails>().ClearAsync(CancellationToken.None));

        Assert.Equal(["new@example.org"], (await site.OutboxAsync()).Where(mail => mail.SealedText is not null).Select(mail => mail.To));
        Assert.False(File.Exists(file));
        Assert.Single(Directory.GetFiles(Path.Combine(site.Folder.Root, "mail")));
    }

    private static async Task WaitForTroubleAsync(TestSite site)
    {
        var status = site.Services.GetRequiredService<MailStatus>();
        for (var i = 0; i < 400 && status.Trouble is null; i++)
        {
            await Task.Delay(50);
        }

        Assert.NotEmpty(status.Trouble!.Reason);
    }
}
