using System.Globalization;
using System.Net;
using System.Net.Mail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Diapason.Platform.Mail;

/// <summary>
/// Sends plain-text mail by SMTP (<c>Diapason:Mail:Host</c>, <c>Port</c>, <c>User</c>, <c>Password</c>, <c>From</c>). In Development mails are
/// written to a folder (<c>Diapason:Mail:Folder</c>, <c>data/mails</c>) and read on <c>/dev/mails</c>. Elsewhere a missing host is an error: mails
/// hold sign-in links, which must not pile up on a disk.
/// </summary>
public sealed class Mailer(IConfiguration configuration, IHostEnvironment environment)
{
    private readonly IConfigurationSection _settings = configuration.GetSection("Diapason:Mail");

    /// <summary>How long a server may take for one mail: without an end, one that never answers would stop every job.</summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    public string Folder => Path.GetFullPath(_settings["Folder"] ?? "data/mails");

    /// <summary>Whether this installation sends mail: what only informs is left out where none is.</summary>
    public bool CanSend => environment.IsDevelopment() || _settings["Host"] is { Length: > 0 };

    public async Task SendAsync(string to, string subject, string text, CancellationToken cancel)
    {
        if (environment.IsDevelopment())
        {
            Directory.CreateDirectory(Folder);
            await File.WriteAllTextAsync(Path.Combine(Folder, $"{Guid.CreateVersion7():N}.txt"), $"{to}\n{subject}\n\n{text}", cancel);
            return;
        }

        var host = _settings["Host"] is { Length: > 0 } set ? set : throw new InvalidOperationException("Diapason:Mail:Host is not set: no mail can be sent.");
        using var message = new MailMessage(_settings["From"] ?? "diapason@localhost", to, subject, text);
        using var client = new SmtpClient(host, int.Parse(_settings["Port"] ?? "587", CultureInfo.InvariantCulture))
        {
            EnableSsl = !string.Equals(_settings["Tls"], "false", StringComparison.OrdinalIgnoreCase),
            Credentials = _settings["User"] is { Length: > 0 } user ? new NetworkCredential(user, _settings["Password"]) : null,
        };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            await client.SendMailAsync(message, patience.Token);
        }
        catch (OperationCanceledException late) when (!cancel.IsCancellationRequested)
        {
            throw new TimeoutException($"The mail server did not take a mail within {Patience.TotalSeconds:0} s.", late);
        }
    }

    /// <summary>The mails written to the folder, newest first: recipient, subject, text.</summary>
    public IReadOnlyList<(string To, string Subject, string Text)> Written() => !Directory.Exists(Folder) ? [] :
    [
        .. Directory.EnumerateFiles(Folder, "*.txt").OrderDescending(StringComparer.Ordinal).Take(50)
            .Select(file => File.ReadAllText(file).Split('\n', 4))
            .Where(parts => parts.Length == 4)
            .Select(parts => (parts[0], parts[1], parts[3])),
    ];
}
