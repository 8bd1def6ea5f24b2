namespace Talka.Foundation.Mail;

/// <summary>What this node last heard of the mail server.</summary>
public sealed class MailStatus
{
    private volatile MailTrouble? _trouble;

    /// <summary>Why mail is not going out at present; null when it is.</summary>
    public MailTrouble? Trouble => _trouble;

    internal void Failed(DateTime at, string reason) => _trouble = new(at, reason);

    internal void Reached() => _trouble = null;
}

/// <param name="At">UTC.</param>
/// <param name="Reason">In the server's words.</param>
public sealed record MailTrouble(DateTime At, string Reason);
