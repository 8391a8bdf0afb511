using System.Security.Cryptography;
using System.Text;

namespace Diapason.Platform.Backups.Age;

/// <summary>
/// The head of an age file (https://c2sp.org/age, version 1): the key of the file, wrapped for each recipient by X25519, HKDF-SHA256 and ChaCha20-Poly1305,
/// under a sum that only who holds the key can make.
/// </summary>
internal static class AgeHeader
{
    public const int FileKeyLength = 16;

    private const string Version = "age-encryption.org/v1";
    private const string Kind = "X25519";
    private const string End = "---";
    private const int TagLength = 16;
    private const int LongestLine = 4096;
    private const int MostLines = 1000;

    public static byte[] Write(byte[] fileKey, IReadOnlyList<AgeRecipient> recipients)
    {
        var head = new StringBuilder(Version).Append('\n');
        foreach (var recipient in recipients)
        {
            var once = AgeIdentity.New();
            var share = once.Recipient.PublicKey;
            var wrapped = new byte[FileKeyLength + TagLength];
            using var cipher = new ChaCha20Poly1305(Wrapping(X25519.Agree(once.Secret, recipient.PublicKey)!, share, recipient.PublicKey));
            cipher.Encrypt(new byte[12], fileKey, wrapped.AsSpan(0, FileKeyLength), wrapped.AsSpan(FileKeyLength));
            head.Append("-> ").Append(Kind).Append(' ').Append(Base64(share)).Append('\n').Append(Base64(wrapped)).Append('\n');
        }

        head.Append(End);
        return Encoding.ASCII.GetBytes($"{head} {Base64(Sum(fileKey, head.ToString()))}\n");
    }

    /// <summary>The key of the file, for who holds one of the keys it was written for. The stream stands after the head.</summary>
    public static byte[] Read(Stream stream, IReadOnlyList<AgeIdentity> identities)
    {
        var lines = ReadLines(stream);
        var stanzas = lines.Skip(1).SkipLast(1).Zip(lines.Skip(2)).Where(pair => pair.First.StartsWith($"-> {Kind} ", StringComparison.Ordinal));
        var fileKey = stanzas.SelectMany(pair => identities.Select(identity => Unwrap(identity, Bytes(pair.First.Split(' ')[^1]), Bytes(pair.Second)))).FirstOrDefault(key => key is not null)
            ?? throw new BackupRefused("backup.wrong_key");
        var summed = string.Join('\n', lines.SkipLast(1)) + "\n" + End;
        if (!CryptographicOperations.FixedTimeEquals(Sum(fileKey, summed), Bytes(lines[^1].Split(' ')[^1]))) throw new BackupRefused("backup.damaged");
        return fileKey;
    }

    private static byte[]? Unwrap(AgeIdentity identity, byte[] share, byte[] wrapped)
    {
        if (share.Length != X25519.Length || wrapped.Length != FileKeyLength + TagLength || X25519.Agree(identity.Secret, share) is not { } shared) return null;
        var fileKey = new byte[FileKeyLength];
        using var cipher = new ChaCha20Poly1305(Wrapping(shared, share, identity.Recipient.PublicKey));
        try
        {
            cipher.Decrypt(new byte[12], wrapped.AsSpan(0, FileKeyLength), wrapped.AsSpan(FileKeyLength), fileKey);
            return fileKey;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static byte[] Wrapping(byte[] shared, byte[] share, byte[] recipient) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, shared, 32, [.. share, .. recipient], Encoding.ASCII.GetBytes($"{Version}/{Kind}"));

    private static byte[] Sum(byte[] fileKey, string head) =>
        HMACSHA256.HashData(HKDF.DeriveKey(HashAlgorithmName.SHA256, fileKey, 32, info: "header"u8.ToArray()), Encoding.ASCII.GetBytes(head));

    /// <summary>The lines of the head, the last of which begins with three dashes.</summary>
    private static List<string> ReadLines(Stream stream)
    {
        var (lines, line) = (new List<string>(), new StringBuilder());
        while (lines.Count < MostLines && line.Length < LongestLine)
        {
            var sign = stream.ReadByte();
            if (sign < 0) break;
            if (sign != '\n')
            {
                line.Append((char)sign);
                continue;
            }

            lines.Add(line.ToString());
            line.Clear();
            if (lines[0] != Version) break;
            if (lines[^1].StartsWith(End + " ", StringComparison.Ordinal)) return lines;
        }

        throw new BackupRefused(lines.Count > 0 && lines[0] == Version ? "backup.damaged" : "backup.not_a_backup");
    }

    private static string Base64(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=');

    private static byte[] Bytes(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='), bytes, out var length) ? bytes[..length] : [];
    }
}
