using NSec.Cryptography;

namespace Diapason.Platform.Backups.Age;

/// <summary>Whom a backup is written for: <c>age1…</c>. It closes and does not open: the server may hold it.</summary>
internal sealed class AgeRecipient(byte[] publicKey)
{
    private const string Prefix = "age";

    public byte[] PublicKey => publicKey;

    public static AgeRecipient? Read(string text) => Bech32.Read(Prefix, text) is { Length: X25519.Length } key ? new AgeRecipient(key) : null;

    public override string ToString() => Bech32.Write(Prefix, publicKey);
}

/// <summary>What opens a backup: <c>AGE-SECRET-KEY-1…</c>, in the file that <c>age-keygen</c> makes too. Kept away from the server.</summary>
internal sealed class AgeIdentity(byte[] secret)
{
    private const string Prefix = "age-secret-key-";

    public byte[] Secret => secret;

    public AgeRecipient Recipient { get; } = new(X25519.PublicOf(secret));

    public static AgeIdentity New() => new(System.Security.Cryptography.RandomNumberGenerator.GetBytes(X25519.Length));

    /// <summary>The keys of a key file, one a line; what begins with # is for people.</summary>
    public static IReadOnlyList<AgeIdentity> Read(string text) =>
    [
        .. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith('#'))
            .Select(line => Bech32.Read(Prefix, line) is { Length: X25519.Length } secret ? new AgeIdentity(secret) : throw new BackupRefused("backup.not_a_key")),
    ];

    public override string ToString() => Bech32.Write(Prefix, secret).ToUpperInvariant();
}

/// <summary>The one function of age that .NET does not have, by libsodium.</summary>
internal static class X25519
{
    public const int Length = 32;

    public static byte[] PublicOf(byte[] secret)
    {
        using var key = Key.Import(KeyAgreementAlgorithm.X25519, secret, KeyBlobFormat.RawPrivateKey);
        return key.PublicKey.Export(KeyBlobFormat.RawPublicKey);
    }

    /// <summary>What two people share; null for a public key that shares nothing.</summary>
    public static byte[]? Agree(byte[] secret, byte[] other)
    {
        using var key = Key.Import(KeyAgreementAlgorithm.X25519, secret, KeyBlobFormat.RawPrivateKey);
        if (!PublicKey.TryImport(KeyAgreementAlgorithm.X25519, other, KeyBlobFormat.RawPublicKey, out var publicKey) || publicKey is null) return null;
        using var shared = KeyAgreementAlgorithm.X25519.Agree(key, publicKey, new SharedSecretCreationParameters { ExportPolicy = KeyExportPolicies.AllowPlaintextExport });
        return shared?.Export(SharedSecretBlobFormat.RawSharedSecret);
    }
}
