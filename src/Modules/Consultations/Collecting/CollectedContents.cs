using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Diapason.Tables;
using Microsoft.AspNetCore.DataProtection;

namespace Diapason.Consultations.Collecting;

/// <summary>Packs a file that was read, and seals it while it waits to be mapped: it may hold names that nobody here is to keep.</summary>
internal sealed class CollectedContents(IDataProtectionProvider protection)
{
    /// <summary>A longer one is rarely said twice.</summary>
    private const int LongestShared = 40;

    private readonly IDataProtector _protector = protection.CreateProtector("Diapason.Consultations.Collecting");

    public byte[] Seal(IReadOnlyList<CollectedTable> sheets)
    {
        using var packed = new MemoryStream();
        using (var writer = new BinaryWriter(new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true), Encoding.UTF8))
        {
            writer.Write(sheets.Count);
            foreach (var sheet in sheets) Write(writer, sheet);
        }

        return _protector.Protect(packed.ToArray());
    }

    /// <summary>Null when it was sealed under keys that are gone.</summary>
    public CollectedFile? Open(byte[]? content)
    {
        if (content is null) return null;
        try
        {
            using var reader = new BinaryReader(new BrotliStream(new MemoryStream(_protector.Unprotect(content)), CompressionMode.Decompress), Encoding.UTF8);
            var shared = new Dictionary<string, string>(StringComparer.Ordinal);
            return new([.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => Read(reader, shared))], null);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static void Write(BinaryWriter writer, CollectedTable sheet)
    {
        writer.Write(sheet.Name);
        writer.Write(sheet.IsText);
        writer.Write(sheet.Columns.Count);
        foreach (var column in sheet.Columns)
        {
            writer.Write(column.Name);
            writer.Write(column.Label);
            writer.Write(column.IsWeight);
            writer.Write(column.Missing is not null);
            if (column.Missing is { } span)
            {
                writer.Write(span.Low);
                writer.Write(span.High);
            }

            writer.Write(column.Labels.Count);
            foreach (var (value, label) in column.Labels)
            {
                writer.Write(value);
                writer.Write(label);
            }
        }

        writer.Write(sheet.Rows.Count);
        foreach (var row in sheet.Rows)
        {
            writer.Write(row.Line);
            writer.Write(row.Cells.Count);
            foreach (var cell in row.Cells) writer.Write(cell);
        }
    }

    private static CollectedTable Read(BinaryReader reader, Dictionary<string, string> shared)
    {
        var (name, isText) = (reader.ReadString(), reader.ReadBoolean());
        var columns = new CollectedColumn[reader.ReadInt32()];
        for (var i = 0; i < columns.Length; i++)
        {
            var column = new CollectedColumn(reader.ReadString(), reader.ReadString()) { IsWeight = reader.ReadBoolean() };
            if (reader.ReadBoolean()) column = column with { Missing = new(reader.ReadDouble(), reader.ReadDouble()) };
            var labels = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var left = reader.ReadInt32(); left > 0; left--) labels[reader.ReadString()] = reader.ReadString();
            columns[i] = column with { Labels = labels };
        }

        var rows = new TableRow[reader.ReadInt32()];
        for (var i = 0; i < rows.Length; i++)
        {
            var line = reader.ReadInt32();
            var cells = new string[reader.ReadInt32()];
            for (var at = 0; at < cells.Length; at++) cells[at] = Shared(reader.ReadString(), shared);
            rows[i] = new(line, cells);
        }

        return new(name, columns, rows) { IsText = isText };
    }

    // Most cells of a survey are a few words said again: one copy of each is held.
    private static string Shared(string cell, Dictionary<string, string> shared)
    {
        if (cell.Length > LongestShared) return cell;
        if (shared.TryGetValue(cell, out var known)) return known;
        if (shared.Count < 100_000) shared[cell] = cell;
        return cell;
    }
}
