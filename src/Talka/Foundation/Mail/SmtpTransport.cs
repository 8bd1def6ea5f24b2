using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Talka.Foundation.Mail;

/// <summary>One connection to the mail server.</summary>
internal sealed class SmtpTransport(MailSettings settings) : IMailTransport
{
    private const int FirstPermanentStatus = 500;

    private readonly SmtpClient _client = new() { Timeout = (int)TimeSpan.FromSeconds(30).TotalMilliseconds };

    public async Task OpenAsync(CancellationToken cancel)
    {
        try
        {
            await _client.ConnectAsync(settings.Host!, settings.Port, settings.Security, cancel);
            if (settings.User is { } user)
            {
                await _client.AuthenticateAsync(user, settings.Password ?? "", cancel);
            }
        }
        catch (Exception failure) when (IsOfTheServer(failure) || failure is CommandException or AuthenticationException or NotSupportedException)
        {
            throw new MailServerException(failure.Message, failure);
        }
    }

    public async Task SendAsync(MimeMessage message, CancellationToken cancel)
    {
        try
        {
            await _client.SendAsync(message, cancel);
        }
        catch (SmtpCommandException refused) when (_client.IsConnected)
        {
            // That the sender is not liked is a matter of settings, which somebody will mend; it says nothing about this mail
            var final = (int)refused.StatusCode >= FirstPermanentStatus && refused.ErrorCode != SmtpErrorCode.SenderNotAccepted;
            throw new MailRefusedException($"{(int)refused.StatusCode} {refused.Message}", final, refused);
        }
        catch (NotSupportedException impossible)
        {
            // An address in letters that this server cannot write to
            throw new MailRefusedException(impossible.Message, isFinal: true, impossible);
        }
        catch (Exception failure) when (IsOfTheServer(failure) || failure is CommandException or ServiceNotAuthenticatedException)
        {
            throw new MailServerException(failure.Message, failure);
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_client.IsConnected)
            {
                await _client.DisconnectAsync(quit: true);
            }
        }
        catch (Exception failure) when (IsOfTheServer(failure) || failure is CommandException)
        {
            // What was sent is sent, whether or not the server hears the goodbye
        }

        _client.Dispose();
    }

    private static bool IsOfTheServer(Exception failure) =>
        failure is SocketException or IOException or ProtocolException or SslHandshakeException or ServiceNotConnectedException or TimeoutException;
}
