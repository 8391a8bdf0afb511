using System.Net.Mail;
using Diapason.Platform.Language;
using Diapason.Platform.Mail;
using Microsoft.Extensions.Logging;

namespace Diapason.Accounts.Notices;

/// <summary>
/// Tells an address that the account it opened is erased, or goes by another one. At once and not by the outbox, which would keep an address of which
/// nothing is left: a mail that does not leave is lost.
/// </summary>
internal sealed class TellFormerAddress(Mailer mailer, Texts<AccountsModule> texts, TimeProvider clock, ILogger<TellFormerAddress> log)
{
    /// <param name="what">Key of what happened.</param>
    public async Task RunAsync(string email, string language, string what, CancellationToken cancel)
    {
        if (!mailer.CanSend) return;
        var here = Languages.Current;
        Languages.Use(language);
        var (subject, text) = (texts["notice.subject"], texts["notice.former_text", texts[what], clock.GetUtcNow().UtcDateTime.LocalDayAndTime]);
        Languages.Use(here);
        try
        {
            await mailer.SendAsync(email, subject, text, cancel);
        }
        catch (Exception failure) when (failure is SmtpException or TimeoutException or IOException)
        {
            // The exception names the address.
            log.LogWarning("An account has left an address and the mail that says so was not taken ({What}, {Failure})", what, failure.GetType().Name);
        }
    }
}
