using System.Numerics;

namespace Diapason.Platform.Backups.Archive;

/// <summary>
/// Counts what is written, and ends it with noughts, which gzip and tar pass over: what is sealed has one of few lengths, so that a file nobody can open does not say how much
/// came since the one before. The next sixteenth of the power of two (an eighth more at most), a quarter of a megabyte at least.
/// </summary>
internal sealed class PaddedStream(Stream output) : Stream
{
    private const long Least = 256 << 10;
    private long _length;

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public static long LengthFor(long length)
    {
        var step = Math.Max(Least, 1L << Math.Max(0, BitOperations.Log2((ulong)Math.Max(1, length)) - 4));
        return (length + step - 1) / step * step;
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        output.Write(buffer);
        _length += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public void Pad()
    {
        var noughts = new byte[64 << 10];
        for (var left = LengthFor(_length) - _length; left > 0; left -= noughts.Length) output.Write(noughts.AsSpan(0, (int)Math.Min(left, noughts.Length)));
    }

    public override void Flush() => output.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
