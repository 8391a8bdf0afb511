using System.Buffers;
using System.Buffers.Binary;

namespace Diapason.Tables.Sav;

/// <summary>Rows packed by byte codes: eight codes, then what they could not say. A small whole number, a blank or no value costs one byte.</summary>
internal sealed class SavCases
{
    /// <summary>What is added to a small number to make its code.</summary>
    public const double Bias = 100;

    private const byte End = 252;
    private const byte Literal = 253;
    private const byte Blank = 254;
    private const byte NoValue = 255;
    private readonly ArrayBufferWriter<byte> _ready = new();
    private readonly byte[] _codes = new byte[SavLayout.Element];
    private readonly byte[] _literals = new byte[SavLayout.Element * SavLayout.Element];
    private int _count;
    private int _length;

    public int Ready => _ready.WrittenCount;

    public void Number(double? value)
    {
        if (value is not { } number || !double.IsFinite(number)) Add(NoValue);
        else if (number is >= 1 - Bias and <= 251 - Bias && Math.Floor(number) == number) Add((byte)(number + Bias));
        else
        {
            Span<byte> bytes = stackalloc byte[SavLayout.Element];
            BinaryPrimitives.WriteDoubleLittleEndian(bytes, number);
            Add(Literal, bytes);
        }
    }

    /// <summary>So many elements of a text, spaces after its end.</summary>
    public void Text(ReadOnlySpan<byte> bytes, int elements)
    {
        Span<byte> element = stackalloc byte[SavLayout.Element];
        for (var i = 0; i < elements; i++)
        {
            element.Fill((byte)' ');
            if (i * SavLayout.Element < bytes.Length)
            {
                var rest = bytes[(i * SavLayout.Element)..];
                rest[..Math.Min(rest.Length, SavLayout.Element)].CopyTo(element);
            }

            if (element.ContainsAnyExcept((byte)' ')) Add(Literal, element);
            else Add(Blank);
        }
    }

    /// <summary>Says that no row follows.</summary>
    public void Finish()
    {
        Add(End);
        while (_count > 0) Add(0);
    }

    public async ValueTask FlushAsync(Stream output, CancellationToken cancel)
    {
        await output.WriteAsync(_ready.WrittenMemory, cancel);
        _ready.ResetWrittenCount();
    }

    private void Add(byte code, ReadOnlySpan<byte> literal = default)
    {
        _codes[_count++] = code;
        literal.CopyTo(_literals.AsSpan(_length));
        _length += literal.Length;
        if (_count < SavLayout.Element) return;
        _ready.Write(_codes);
        _ready.Write(_literals.AsSpan(0, _length));
        (_count, _length) = (0, 0);
    }
}
