namespace Diapason.Tables.Sav;

/// <summary>The cells that follow a dictionary, element by element of eight bytes, packed by byte codes or plain.</summary>
internal sealed class SavElements(ReadOnlyMemory<byte> data, bool isPacked, bool isLittle, double bias)
{
    private static readonly byte[] Spaces = "        "u8.ToArray();
    private readonly byte[] _codes = new byte[SavLayout.Element];
    private int _at;
    private int _code = SavLayout.Element;

    /// <summary>Whether another row may begin here.</summary>
    public bool HasMore
    {
        get
        {
            if (!isPacked) return _at < data.Length;
            while (Peek() is 0) _code++;
            return Peek() is not (null or 252);
        }
    }

    public double Number()
    {
        if (isPacked)
        {
            switch (Next())
            {
                case 253: break;
                case 254: return double.NaN;
                case 255: return double.NaN;
                case var small: return small - bias;
            }
        }

        var number = SavBytes.Real(Take(), isLittle);
        return number == SavLayout.NoValue ? double.NaN : number;
    }

    /// <summary>The bytes of a text whose segments carry so many of them.</summary>
    public byte[] Text(IReadOnlyList<(int Declared, int Carried)> segments)
    {
        using var text = new MemoryStream();
        foreach (var (declared, carried) in segments)
            for (var i = 0; i < SavLayout.Elements(declared); i++)
            {
                var element = Element();
                var rest = carried - i * SavLayout.Element;
                if (rest > 0) text.Write(element[..Math.Min(rest, SavLayout.Element)]);
            }

        return text.ToArray();
    }

    private ReadOnlySpan<byte> Element()
    {
        if (!isPacked) return Take();
        return Next() switch
        {
            253 => Take(),
            254 => Spaces,
            _ => throw new SavRefused(TableFault.NotSav),
        };
    }

    private byte Next()
    {
        while (Peek() is 0) _code++;
        return Peek() is { } code and not 252 ? Used(code) : throw new SavRefused(TableFault.NotSav);
    }

    private byte Used(byte code)
    {
        _code++;
        return code;
    }

    /// <summary>The next code; null at the end of the file.</summary>
    private byte? Peek()
    {
        if (_code < SavLayout.Element) return _codes[_code];
        if (data.Length - _at < SavLayout.Element) return null;
        Take().CopyTo(_codes);
        _code = 0;
        return _codes[0];
    }

    private ReadOnlySpan<byte> Take()
    {
        if (data.Length - _at < SavLayout.Element) throw new SavRefused(TableFault.NotSav);
        _at += SavLayout.Element;
        return data.Span.Slice(_at - SavLayout.Element, SavLayout.Element);
    }
}
