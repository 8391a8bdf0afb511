using System.Text;

namespace Diapason.Tables.Sav;

/// <summary>A .sav file once read.</summary>
/// <param name="Dictionary">Variables, labels, sets, weight.</param>
/// <param name="Columns">One a variable: its numbers, or its texts.</param>
/// <param name="Rows">How many.</param>
public sealed record SavTable(SavDictionary Dictionary, IReadOnlyList<SavColumn> Columns, int Rows);

/// <summary>The cells of a variable. No value is NaN; days are seconds since 14 October 1582, as the file says them.</summary>
/// <param name="Numbers">Null for a text.</param>
/// <param name="Texts">Null for a number; without the spaces at their end.</param>
public sealed record SavColumn(IReadOnlyList<double>? Numbers, IReadOnlyList<string>? Texts)
{
    /// <summary>The day of a cell; null when it has none, or none that a calendar holds.</summary>
    public DateOnly? Day(int row) =>
        Numbers?[row] is { } seconds && double.IsFinite(seconds) && seconds >= 0 && seconds / 86_400 < DateOnly.MaxValue.DayNumber - SavLayout.FirstDay.DayNumber
            ? SavLayout.FirstDay.AddDays((int)(seconds / 86_400))
            : null;
}

/// <summary>
/// Reads a .sav file of SPSS or of any program that writes one: both orders of bytes, plain, byte codes or zlib (.zsav), long names and long texts,
/// code pages. In memory at once: bounded by the limits, whatever the file announces.
/// </summary>
public static class ReadSav
{
    /// <summary>Whether the first bytes are those of a .sav or .zsav.</summary>
    public static bool Looks(ReadOnlySpan<byte> bytes) => bytes.StartsWith("$FL2"u8) || bytes.StartsWith("$FL3"u8);

    /// <summary>The table, or why it cannot be read: <see cref="TableFault.NotSav"/>, <see cref="TableFault.TooLong"/>, <see cref="TableFault.TooManyRows"/>, <see cref="TableFault.TooManyColumns"/>.</summary>
    /// <param name="file">Read to its end.</param>
    /// <param name="limits">Bytes of the file, ten times that unpacked, rows, columns.</param>
    /// <param name="cancel">Stops the reading.</param>
    public static async Task<(SavTable? Table, TableProblem? Problem)> TableAsync(Stream file, TableLimits? limits = null, CancellationToken cancel = default)
    {
        limits ??= TableLimits.Default;
        using var bytes = new MemoryStream();
        var block = new byte[1 << 16];
        for (int read; (read = await file.ReadAsync(block, cancel)) > 0;)
        {
            if (bytes.Length + read > limits.Bytes) return (null, new TableProblem(TableFault.TooLong, 0, limits.Bytes));
            bytes.Write(block, 0, read);
        }

        try
        {
            return (Read(bytes.ToArray(), limits), null);
        }
        catch (SavRefused refused)
        {
            return (null, refused.Problem);
        }
        catch (Exception broken) when (broken is InvalidDataException or DecoderFallbackException or ArgumentException or OverflowException)
        {
            return (null, new TableProblem(TableFault.NotSav, 0));
        }
    }

    private static SavTable Read(byte[] bytes, TableLimits limits)
    {
        var head = SavHead.Read(new SavBytes(bytes), limits);
        var cells = head.Compression switch
        {
            0 => new SavElements(bytes.AsMemory(head.DataAt), false, head.IsLittle, head.Bias),
            1 => new SavElements(bytes.AsMemory(head.DataAt), true, head.IsLittle, head.Bias),
            2 => new SavElements(SavUnpack.Blocks(bytes, head.DataAt, head.IsLittle, limits.Bytes * 10), true, head.IsLittle, head.Bias),
            _ => throw new SavRefused(TableFault.NotSav),
        };
        var columns = head.Places.Select(_ => (Numbers: new List<double>(), Texts: new List<string>())).ToArray();
        var rows = 0;
        long unpacked = 0;
        for (; head.Rows < 0 || rows < head.Rows; rows++)
        {
            if (!cells.HasMore) break;
            if (rows == limits.Rows) throw new SavRefused(TableFault.TooManyRows, rows, limits.Rows);
            for (var i = 0; i < head.Places.Count; i++)
            {
                if (head.Places[i].Widths is not { } widths)
                {
                    columns[i].Numbers.Add(cells.Number());
                    unpacked += sizeof(double);
                    continue;
                }

                var text = head.Text.GetString(cells.Text(widths)).TrimEnd(' ', '\0');
                columns[i].Texts.Add(text);
                unpacked += text.Length + sizeof(double);
            }

            if (unpacked > limits.Bytes * 10) throw new SavRefused(TableFault.TooLong, rows, limits.Bytes * 10);
        }

        if (head.Rows > rows) throw new SavRefused(TableFault.NotSav, rows);
        return new SavTable(head.Dictionary with { Rows = rows }, [.. head.Places.Select((place, i) => place.Widths is null ? new SavColumn(columns[i].Numbers, null) : new SavColumn(null, columns[i].Texts))], rows);
    }
}

/// <summary>A file that is refused, and why.</summary>
internal sealed class SavRefused(TableFault fault, int row = 0, long? limit = null) : Exception
{
    public TableProblem Problem { get; } = new(fault, row, limit);
}
