using System.Globalization;
using System.Net;
using System.Net.Mail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Diapason.Platform.Mail;

/// <summary>
/// Sends plain-text mail by SMTP (<c>Diapason:Mail:Host</c>, <c>Port</c>, <c>User</c>, <c>Password</c>, <c>From</c>). In Development, or when no
/// host is set, mails are written to a folder (<c>Diapason:Mail:Folder</c>, <c>data/mails</c>), read on <c>/dev/mails</c> in Development.
/// </summary>
public sealed class Mailer(IConfiguration configuration, IHostEnvironment environment)
{
    private readonly IConfigurationSection _settings = configuration.GetSection("Diapason:Mail");

    public string Folder => Path.GetFullPath(_settings["Folder"] ?? "data/mails");

    public async Task SendAsync(string to, string subject, string text, CancellationToken cancel)
    {
        using var message = new MailMessage(_settings["From"] ?? "diapason@localhost", to, subject, text);
        using var client = Client();
        try
        {
            await client.SendMailAsync(message, cancel);
        }
        catch (SmtpException refused)
        {
            // The server's own words often repeat the address, which must not reach the logs: no inner exception.
#pragma warning disable MA0054
            throw new InvalidOperationException($"The mail server refused a message: {refused.StatusCode}.");
#pragma warning restore MA0054
        }
    }

    private SmtpClient Client()
    {
        if (!environment.IsDevelopment() && _settings["Host"] is { Length: > 0 } host)
        {
            return new SmtpClient(host, int.Parse(_settings["Port"] ?? "587", CultureInfo.InvariantCulture))
            {
                EnableSsl = !string.Equals(_settings["Tls"], "false", StringComparison.OrdinalIgnoreCase),
                Credentials = _settings["User"] is { Length: > 0 } user ? new NetworkCredential(user, _settings["Password"]) : null,
            };
        }

        Directory.CreateDirectory(Folder);
        return new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = Folder };
    }
}
