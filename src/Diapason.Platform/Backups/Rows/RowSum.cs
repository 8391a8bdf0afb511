using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Diapason.Platform.Backups.Rows;

/// <summary>
/// How many rows, and the sum (modulo 2²⁵⁶) of the SHA-256 of each: equal on both sides when every row is there, as it was, once. The order in which they come does not count.
/// </summary>
internal sealed class RowSum
{
    private readonly ulong[] _sum = new ulong[4];
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public long Rows { get; private set; }

    public void Add(ReadOnlySpan<object?> values)
    {
        foreach (var value in values) Append(value);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        _hash.GetHashAndReset(hash);
        UInt128 carry = 0;
        for (var i = 0; i < _sum.Length; i++)
        {
            carry += (UInt128)_sum[i] + BinaryPrimitives.ReadUInt64LittleEndian(hash[(8 * i)..]);
            _sum[i] = (ulong)carry;
            carry >>= 64;
        }

        Rows++;
    }

    public override string ToString() => $"{Rows}:{Convert.ToHexStringLower(MemoryMarshal.AsBytes(_sum.AsSpan()))}";

    private void Append(object? value)
    {
        var bytes = value switch
        {
            null => null,
            byte[] raw => raw,
            string text => Encoding.UTF8.GetBytes(text),
            DateTime at => BitConverter.GetBytes(at.Ticks),
            double number => BitConverter.GetBytes(number),
            IFormattable other => Encoding.UTF8.GetBytes(other.ToString(null, CultureInfo.InvariantCulture)),
            _ => Encoding.UTF8.GetBytes(value.ToString() ?? ""),
        };
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes?.Length ?? -1);
        _hash.AppendData(length);
        if (bytes is not null) _hash.AppendData(bytes);
    }
}
