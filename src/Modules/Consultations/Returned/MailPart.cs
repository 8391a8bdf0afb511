using System.Text;
using System.Text.RegularExpressions;

namespace Diapason.Consultations.Returned;

/// <summary>A part of a mail (RFC 5322, 2045): its heads and what is under them, as bytes written one a letter.</summary>
internal sealed partial class MailPart
{
    /// <summary>Parts within parts, and parts of one: more is no notice of a mail server.</summary>
    private const int Deepest = 5, MostParts = 40;

    private readonly Dictionary<string, string> _heads;
    private readonly string _body;

    private MailPart(Dictionary<string, string> heads, string body) => (_heads, _body) = (heads, body);

    /// <summary>A head by its name, on one line; "" when there is none.</summary>
    public string this[string head] => _heads.GetValueOrDefault(head, "");

    /// <summary><c>multipart/report</c>, in lower case.</summary>
    public string Type => this["Content-Type"] is { Length: > 0 } type ? type.Split(';')[0].Trim().ToLowerInvariant() : "text/plain";

    public static MailPart Read(ReadOnlySpan<byte> bytes) => Read(Lines(Encoding.Latin1.GetString(bytes)));

    /// <summary>One end of line. Not every sign that Unicode counts as one: half of a letter beyond ASCII may look like it.</summary>
    public static string Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    /// <summary>The part itself, then those within it, mails carried by it included.</summary>
    public IEnumerable<MailPart> All(int depth = 0)
    {
        yield return this;
        if (depth == Deepest) yield break;
        foreach (var part in Within())
            foreach (var one in part.All(depth + 1)) yield return one;
    }

    /// <summary>What is under the heads, as it was before it travelled.</summary>
    public string Body => this["Content-Transfer-Encoding"].Trim().ToLowerInvariant() switch
    {
        "base64" => FromBase64(_body),
        "quoted-printable" => Quoted().Replace(_body, match => match.Groups["byte"].Success ? ((char)Convert.ToByte(match.Groups["byte"].Value, 16)).ToString() : ""),
        _ => _body,
    };

    /// <summary>What stands under the heads is itself heads, in groups with a blank line between: a notice of delivery, or the heads of the mail that came back.</summary>
    public IEnumerable<MailPart> Groups() => Body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(group => Read(group.TrimStart('\n') + "\n\n"));

    private IEnumerable<MailPart> Within()
    {
        if (Type is "message/rfc822" or "message/global" or "text/rfc822-headers" or "message/global-headers") return [Read(Body.TrimStart('\n'))];
        if (!Type.StartsWith("multipart/", StringComparison.Ordinal) || Boundary().Match(this["Content-Type"]) is not { Success: true } said) return [];
        var line = "\n--" + (said.Groups["quoted"].Success ? said.Groups["quoted"].Value : said.Groups["bare"].Value);
        // Before the first line there is nothing to read, and after the last, which ends with two dashes, neither.
        return ("\n" + _body).Split(line, MostParts + 2).Skip(1).TakeWhile(part => !part.StartsWith("--", StringComparison.Ordinal)).Take(MostParts)
            .Select(part => Read(part[(part.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var at ? at + 1 : part.Length)..]));
    }

    private static MailPart Read(string text)
    {
        var heads = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var end = text.StartsWith('\n') ? 0 : text.IndexOf("\n\n", StringComparison.Ordinal);
        var (head, body) = end < 0 ? (text, "") : (text[..end], text[(end == 0 ? 1 : end + 2)..]);
        // A line that begins with a blank goes on with the one before.
        foreach (var line in Folded().Replace(head, " ").Split('\n'))
            if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon) heads.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim());
        return new MailPart(heads, body);
    }

    private static string FromBase64(string body)
    {
        var bytes = new byte[body.Length];
        return Convert.TryFromBase64String(body, bytes, out var written) ? Lines(Encoding.Latin1.GetString(bytes, 0, written)) : "";
    }

    [GeneratedRegex(@"\n[ \t]+", RegexOptions.None, 10_000)]
    private static partial Regex Folded();

    [GeneratedRegex("""boundary\s*=\s*(?:"(?<quoted>[^"]{1,200})"|(?<bare>[^\s;]{1,200}))""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Boundary();

    [GeneratedRegex("=(?:(?<byte>[0-9A-Fa-f]{2})|[ \t]*\n)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Quoted();
}
