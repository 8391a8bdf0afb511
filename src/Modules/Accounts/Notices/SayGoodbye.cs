using System.Net.Mail;
using Diapason.Platform.Language;
using Diapason.Platform.Mail;
using Microsoft.Extensions.Logging;

namespace Diapason.Accounts.Notices;

/// <summary>
/// Tells the owner of an account that it has just been erased. At once and not by the outbox, which would keep the address of somebody of whom nothing is
/// left: a mail that does not leave is lost.
/// </summary>
internal sealed class SayGoodbye(Mailer mailer, Texts<AccountsModule> texts, TimeProvider clock, ILogger<SayGoodbye> log)
{
    public async Task RunAsync(string email, string language, CancellationToken cancel)
    {
        if (!mailer.CanSend) return;
        var here = Languages.Current;
        Languages.Use(language);
        var (subject, text) = (texts["notice.subject"], texts["notice.text", texts["notice.erased"], clock.GetUtcNow().UtcDateTime.LocalDayAndTime]);
        Languages.Use(here);
        try
        {
            await mailer.SendAsync(email, subject, text, cancel);
        }
        catch (Exception failure) when (failure is SmtpException or TimeoutException or IOException)
        {
            // The exception names the address.
            log.LogWarning("An account was erased and the mail that says so was not taken ({Failure})", failure.GetType().Name);
        }
    }
}
