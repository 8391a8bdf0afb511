using System.Net.Mail;
using System.Text;

namespace Diapason.Platform.Mail;

/// <summary>An address that a mail can reach from anywhere.</summary>
public static class MailboxAddress
{
    private const int Longest = 254;

    /// <summary>Nothing but an address, whose domain has a dot: <c>somebody@machine</c> is read by mail programs and delivered by none.</summary>
    public static bool IsComplete(string text) =>
        text.Length <= Longest && MailAddress.TryCreate(text, out var read) && read.Address == text
        && read.Host.Split('.') is { Length: > 1 } parts && parts.All(part => part.Length > 0);

    /// <summary>Every server carries it: nothing before its <c>@</c> is beyond ASCII. What follows has an ASCII form of its own.</summary>
    public static bool IsPlain(string address) => Ascii.IsValid(address.AsSpan(0, Math.Max(0, address.LastIndexOf('@'))));
}
