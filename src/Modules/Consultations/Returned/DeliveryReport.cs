using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Diapason.Consultations.Returned;

/// <summary>What a mail server says became of a mail it had taken.</summary>
internal enum DeliveryFate
{
    /// <summary>No mail reaches this address (5.x.x).</summary>
    Failed,

    /// <summary>The server has stopped trying for a reason that may pass (4.x.x): a mailbox that is full, a server that is away.</summary>
    GivenUp,

    /// <summary>It still tries.</summary>
    Delayed,

    /// <summary>It arrived, or went on to somebody else.</summary>
    Arrived,
}

/// <summary>Of whom, by the addresses the server gives: as it was asked, then as it became.</summary>
internal sealed record DeliveryOf(IReadOnlyList<string> Addresses, DeliveryFate Fate);

/// <summary>A notice of delivery (RFC 3464, and RFC 6533 for addresses beyond ASCII) that came back by mail.</summary>
/// <param name="People">Of whom it speaks.</param>
/// <param name="Arrived">When the server had the mail; null when it does not say.</param>
/// <param name="Unsubscribe">The address of the mail that came back where one refuses mails, which only this council’s mails hold.</param>
internal sealed partial record DeliveryReport(IReadOnlyList<DeliveryOf> People, DateTimeOffset? Arrived, string? Unsubscribe)
{
    /// <summary>A notice brings back a mail of ours, which is short; more is something else.</summary>
    public const int MostBytes = 1 << 20;

    /// <summary>A mail of ours goes to one person; a server that speaks of more at once is believed for these.</summary>
    private const int MostPeople = 20;

    /// <summary>Null for a mail that is no such notice.</summary>
    public static DeliveryReport? Read(ReadOnlySpan<byte> mail)
    {
        if (mail.Length > MostBytes) return null;
        var parts = MailPart.Read(mail).All().ToList();
        if (parts.Find(part => part.Type is "message/delivery-status" or "message/global-delivery-status") is not { } status) return null;
        var groups = status.Groups().ToList();
        var people = groups.Where(group => group["Final-Recipient"].Length > 0).Take(MostPeople).Select(Of).ToList();
        if (people.Count == 0) return null;
        // Its zone in words comes after it, in brackets; a year that no server lives in is none.
        var arrived = DateTimeOffset.TryParse(groups[0]["Arrival-Date"].Split('(')[0], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var said) && said.Year is > 2000 and < 2200 ? said : (DateTimeOffset?)null;
        var unsubscribe = parts.Select(part => Angled().Match(part["List-Unsubscribe"])).FirstOrDefault(match => match.Success);
        return new DeliveryReport(people, arrived, unsubscribe?.Groups["address"].Value.Replace(" ", "", StringComparison.Ordinal));
    }

    /// <summary>The mails of a file: one alone, or a mailbox of many (mbox), which mail programs write when several are saved together.</summary>
    public static IEnumerable<byte[]> Mails(byte[] file)
    {
        var text = Encoding.Latin1.GetString(file);
        if (!text.StartsWith("From ", StringComparison.Ordinal)) return [file];
        return Postmark().Split(MailPart.Lines(text)).Where(mail => mail.Length > 0).Select(mail => Encoding.Latin1.GetBytes(mail));
    }

    private static DeliveryOf Of(MailPart group)
    {
        string[] addresses = [.. new[] { group["Original-Recipient"], group["Final-Recipient"] }.SelectMany(Addresses).Distinct(StringComparer.Ordinal)];
        // Exim says 5.0.0 of whatever it gives up.
        var isPassing = group["Status"].StartsWith('4') || (group["Status"] is "" or "5.0.0" && Later().IsMatch(group["Diagnostic-Code"]));
        return new DeliveryOf(addresses, group["Action"].Split(' ')[0].ToLowerInvariant() switch
        {
            "failed" => isPassing ? DeliveryFate.GivenUp : DeliveryFate.Failed,
            "delayed" => DeliveryFate.Delayed,
            _ => DeliveryFate.Arrived,
        });
    }

    /// <summary><c>rfc822; somebody@example.org</c>, as written, and with its signs written by number (RFC 3461, <c>+2B</c>) as some servers leave them; <c>utf-8; …</c> beyond ASCII.</summary>
    private static IEnumerable<string> Addresses(string head)
    {
        var written = head[(head.IndexOf(';', StringComparison.Ordinal) + 1)..].Trim().Trim('<', '>');
        if (written.Length == 0) yield break;
        yield return Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(written));
        if (Numbered().IsMatch(written)) yield return Numbered().Replace(written, match => ((char)Convert.ToByte(match.Groups["number"].Value, 16)).ToString());
    }

    [GeneratedRegex("<(?<address>https?:[^>]{1,1000})>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Angled();

    [GeneratedRegex(@"(?:^|\n\n)From [^\n]*\n", RegexOptions.None, 10_000)]
    private static partial Regex Postmark();

    [GeneratedRegex(@"^smtp\s*;\s*4", RegexOptions.IgnoreCase, 200)]
    private static partial Regex Later();

    [GeneratedRegex("\\+(?<number>[2-7][0-9A-F])", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Numbered();
}
