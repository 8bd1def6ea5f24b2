using MimeKit;

namespace Talka.Foundation.Mail;

/// <summary>A way out for mails: a mail server, or a folder where none is set.</summary>
internal interface IMailTransport : IAsyncDisposable
{
    /// <exception cref="MailServerException">The server cannot be reached, or will not have us.</exception>
    Task OpenAsync(CancellationToken cancel);

    /// <exception cref="MailRefusedException">This mail was not taken; others may be.</exception>
    /// <exception cref="MailServerException">The connection is lost.</exception>
    Task SendAsync(MimeMessage message, CancellationToken cancel);
}

internal sealed class MailServerException(string message, Exception? inner = null) : Exception(message, inner);

/// <param name="isFinal">Whether trying again would be in vain.</param>
internal sealed class MailRefusedException(string message, bool isFinal, Exception? inner = null) : Exception(message, inner)
{
    public bool IsFinal => isFinal;
}
