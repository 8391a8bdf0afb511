using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Diapason.Platform.Metering;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Diapason.Platform.Mail;

/// <summary>
/// Sends plain-text mail by SMTP (<c>Diapason:Mail:Host</c>, <c>Port</c>, <c>User</c>, <c>Password</c>, <c>From</c>). In Development, without a host, mails are
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
    public bool CanSend => environment.IsDevelopment() || Host is not null;

    private string? Host => _settings["Host"] is { Length: > 0 } set ? set : null;

    public Task SendAsync(string to, string subject, string text, CancellationToken cancel) => SendAsync(new Letter(to, subject, text), cancel);

    /// <summary>Sends one of many, and says what came of it: a mail program's own words hold the address, and go nowhere.</summary>
    public async Task<MailFate> TryAsync(Letter letter, CancellationToken cancel)
    {
        try
        {
            await SendAsync(letter, cancel);
            return MailFate.Sent;
        }
        catch (Exception failure) when (Fate(failure, letter.To) is { } fate)
        {
            return fate;
        }
    }

    private async Task SendAsync(Letter letter, CancellationToken cancel)
    {
        try
        {
            await HandOverAsync(letter, cancel);
            Measures.Mail(MailFate.Sent);
        }
        catch (Exception failure) when (Fate(failure, letter.To) is { } fate)
        {
            Measures.Mail(fate);
            throw;
        }
    }

    private async Task HandOverAsync(Letter letter, CancellationToken cancel)
    {
        if (Host is not { } host)
        {
            if (!environment.IsDevelopment()) throw new InvalidOperationException("Diapason:Mail:Host is not set: no mail can be sent.");
            Directory.CreateDirectory(Folder);
            await File.WriteAllTextAsync(Path.Combine(Folder, $"{Guid.CreateVersion7():N}.txt"), $"{letter.To}\n{letter.Subject}\n{string.Join("; ", Headers(letter).Select(h => $"{h.Name}: {h.Value}"))}\n{letter.Text}", cancel);
            return;
        }

        using var message = new MailMessage(_settings["From"] ?? "diapason@localhost", letter.To, letter.Subject, letter.Text) { SubjectEncoding = Encoding.UTF8, BodyEncoding = Encoding.UTF8 };
        foreach (var (name, value) in Headers(letter)) message.Headers.Add(name, value);
        await SendAsync(host, message, MailboxAddress.IsPlain(letter.To) ? SmtpDeliveryFormat.SevenBit : SmtpDeliveryFormat.International, cancel);
    }

    private async Task SendAsync(string host, MailMessage message, SmtpDeliveryFormat format, CancellationToken cancel)
    {
        using var client = new SmtpClient(host, int.Parse(_settings["Port"] ?? "587", CultureInfo.InvariantCulture))
        {
            DeliveryFormat = format,
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

    /// <summary>Null for what says nothing of a mail.</summary>
    private static MailFate? Fate(Exception failure, string to) => failure switch
    {
        TimeoutException => MailFate.Unknown,
        SmtpException said => Fate(said, to),
        FormatException => MailFate.Refused,
        _ => null,
    };

    private static MailFate Fate(SmtpException failure, string to) => (int)failure.StatusCode switch
    {
        // Of this sender or this session, not of this address: the next mail would meet the same.
        421 or 454 or 530 or 534 or 535 => MailFate.Away,
        >= 500 => MailFate.Refused,
        >= 400 => MailFate.Later,
        // Only a server that takes addresses beyond ASCII (RFC 6531) carries this one: said before a word of the mail went out, and of no other mail.
        _ when failure.InnerException is null && !MailboxAddress.IsPlain(to) => MailFate.Refused,
        _ => failure.GetBaseException() is SocketException or AuthenticationException ? MailFate.Away : MailFate.Unknown,
    };

    private static IEnumerable<(string Name, string Value)> Headers(Letter letter)
    {
        if (letter.Unsubscribe is not { } address) yield break;
        yield return ("List-Unsubscribe", $"<{address}>");
        yield return ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
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
