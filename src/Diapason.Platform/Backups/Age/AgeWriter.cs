using System.Security.Cryptography;

namespace Diapason.Platform.Backups.Age;

/// <summary>Seals what is written for its recipients, 64 KiB at a time. What is not <see cref="Complete"/> never opens.</summary>
internal sealed class AgeWriter : Stream
{
    private readonly Stream _output;
    private readonly AgeChunks _chunks;
    private readonly byte[] _clear = new byte[AgeChunks.Clear];
    private readonly byte[] _sealed = new byte[AgeChunks.Sealed];
    private int _length;

    public AgeWriter(Stream output, IReadOnlyList<AgeRecipient> recipients)
    {
        var (fileKey, nonce) = (RandomNumberGenerator.GetBytes(AgeHeader.FileKeyLength), RandomNumberGenerator.GetBytes(AgeChunks.NonceLength));
        _output = output;
        _chunks = new AgeChunks(fileKey, nonce);
        output.Write(AgeHeader.Write(fileKey, recipients));
        output.Write(nonce);
    }

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            // A full chunk waits: only when more comes is it known not to be the last.
            if (_length == _clear.Length) Emit(isLast: false);
            var taken = Math.Min(buffer.Length, _clear.Length - _length);
            buffer[..taken].CopyTo(_clear.AsSpan(_length));
            _length += taken;
            buffer = buffer[taken..];
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <summary>Seals the last chunk as the last.</summary>
    public void Complete() => Emit(isLast: true);

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) _chunks.Dispose();
        base.Dispose(disposing);
    }

    private void Emit(bool isLast)
    {
        _output.Write(_sealed.AsSpan(0, _chunks.Seal(_clear.AsSpan(0, _length), _sealed, isLast)));
        _length = 0;
    }
}
