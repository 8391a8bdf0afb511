using System.Security.Cryptography;
using System.Text;
using Diapason.Platform.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Invitations;

/// <summary>An address as a keyed hash, under a key of each council: what stays of it once it is erased. Whoever has the database and a guess can check the guess, and no more.</summary>
internal sealed class AddressHashes(IDbContextFactory<DiapasonDb> databases, IDataProtectionProvider protection)
{
    private const int Length = 32;

    /// <summary>How this council's addresses are hashed; its key is made at the first.</summary>
    public async Task<AddressHasher> OfAsync(Guid councilId, CancellationToken cancel) => new(Protector(councilId).Unprotect(Convert.FromBase64String(await SecretAsync(councilId, cancel))));

    private async Task<string> SecretAsync(Guid councilId, CancellationToken cancel)
    {
        await using var db = await databases.OfCouncilAsync(councilId, cancel);
        var keys = db.Set<AddressKey>().AsNoTracking();
        if (await keys.SingleOrDefaultAsync(cancel) is { } known) return known.Secret;
        db.Add(new AddressKey { CouncilId = councilId, Secret = Convert.ToBase64String(Protector(councilId).Protect(RandomNumberGenerator.GetBytes(Length))) });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // Somebody else made it at the same moment: theirs is the one.
        }

        return (await keys.SingleAsync(cancel)).Secret;
    }

    private IDataProtector Protector(Guid councilId) => protection.CreateProtector("Diapason.Consultations.Addresses", councilId.ToString("N"));
}

/// <summary>The hashes of one council, and the seals by which a mail names one: 48 bytes in hexadecimal, as addresses of pages have no capitals.</summary>
internal sealed class AddressHasher(byte[] key)
{
    private const int HashLength = 32;
    private const int ProofLength = 16;

    public byte[] Hash(string address) => Keyed("address:", Encoding.UTF8.GetBytes(Plain(address)));

    /// <summary>Of anything else that holds an address.</summary>
    public byte[] HashOf(ReadOnlySpan<byte> content) => Keyed("content:", content.ToArray());

    public string Seal(byte[] hash) => Convert.ToHexStringLower([.. hash, .. Proof(hash)]);

    /// <summary>The hash a seal names; null when it is none of ours.</summary>
    public byte[]? Open(string seal)
    {
        if (seal.Length != 2 * (HashLength + ProofLength) || !seal.All(char.IsAsciiHexDigit)) return null;
        var bytes = Convert.FromHexString(seal);
        var hash = bytes[..HashLength];
        return CryptographicOperations.FixedTimeEquals(bytes.AsSpan(HashLength), Proof(hash)) ? hash : null;
    }

    /// <summary>Domains are one whatever their case, and nobody has two mailboxes that differ by case alone.</summary>
    public static string Plain(string address) => address.Trim().ToLowerInvariant();

    private byte[] Proof(byte[] hash) => Keyed("unsubscribe:", hash)[..ProofLength];

    private byte[] Keyed(string use, byte[] of) => HMACSHA256.HashData(key, (byte[])[.. Encoding.UTF8.GetBytes(use), .. of]);
}
