using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Diapason.Platform.Backups.Age;

/// <summary>The body of an age file: chunks of 64 KiB, each sealed with its number and whether it is the last, so that none can be moved, repeated or cut off.</summary>
internal sealed class AgeChunks : IDisposable
{
    public const int Clear = 64 << 10;
    public const int Sealed = Clear + TagLength;
    public const int NonceLength = 16;
    private const int TagLength = 16;

    private readonly ChaCha20Poly1305 _cipher;
    private readonly byte[] _nonce = new byte[12];
    private long _number;

    public AgeChunks(byte[] fileKey, byte[] nonce) => _cipher = new ChaCha20Poly1305(HKDF.DeriveKey(HashAlgorithmName.SHA256, fileKey, 32, nonce, "payload"u8.ToArray()));

    public bool IsFirst => _number == 0;

    public int Seal(ReadOnlySpan<byte> clear, Span<byte> into, bool isLast)
    {
        _cipher.Encrypt(Next(isLast), clear, into[..clear.Length], into.Slice(clear.Length, TagLength));
        return clear.Length + TagLength;
    }

    public int Open(ReadOnlySpan<byte> chunk, Span<byte> into, bool isLast)
    {
        var length = chunk.Length - TagLength;
        // Only a file that holds nothing ends with an empty chunk.
        if (length < 0 || (length == 0 && !IsFirst)) throw new BackupRefused("backup.damaged");
        try
        {
            _cipher.Decrypt(Next(isLast), chunk[..length], chunk[length..], into[..length]);
            return length;
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new BackupRefused("backup.damaged");
        }
    }

    public void Dispose() => _cipher.Dispose();

    private byte[] Next(bool isLast)
    {
        BinaryPrimitives.WriteInt64BigEndian(_nonce.AsSpan(3), _number++);
        _nonce[^1] = isLast ? (byte)1 : (byte)0;
        return _nonce;
    }
}
