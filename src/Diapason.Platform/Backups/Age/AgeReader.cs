namespace Diapason.Platform.Backups.Age;

/// <summary>Opens what was sealed for one of the keys given, a chunk at a time: nothing is handed out that was not authenticated.</summary>
internal sealed class AgeReader : Stream
{
    private readonly Stream _input;
    private readonly AgeChunks _chunks;
    private readonly byte[] _clear = new byte[AgeChunks.Clear];
    private byte[] _sealed = new byte[AgeChunks.Sealed];
    private byte[] _ahead = new byte[AgeChunks.Sealed];
    private int _aheadLength;
    private int _length;
    private int _at;
    private bool _isOver;

    public AgeReader(Stream input, IReadOnlyList<AgeIdentity> identities)
    {
        var fileKey = AgeHeader.Read(input, identities);
        var nonce = new byte[AgeChunks.NonceLength];
        if (input.ReadAtLeast(nonce, nonce.Length, throwOnEndOfStream: false) < nonce.Length) throw new BackupRefused("backup.damaged");
        _input = input;
        _chunks = new AgeChunks(fileKey, nonce);
        _aheadLength = Fill(_ahead);
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        if (_at == _length && !_isOver) Next();
        var given = Math.Min(buffer.Length, _length - _at);
        _clear.AsSpan(_at, given).CopyTo(buffer);
        _at += given;
        return given;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) _chunks.Dispose();
        base.Dispose(disposing);
    }

    private void Next()
    {
        (_sealed, _ahead, var length) = (_ahead, _sealed, _aheadLength);
        _aheadLength = length < AgeChunks.Sealed ? 0 : Fill(_ahead);
        _isOver = _aheadLength == 0;
        (_length, _at) = (_chunks.Open(_sealed.AsSpan(0, length), _clear, _isOver), 0);
    }

    private int Fill(byte[] chunk) => _input.ReadAtLeast(chunk, chunk.Length, throwOnEndOfStream: false);
}
