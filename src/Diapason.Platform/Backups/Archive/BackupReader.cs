using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Diapason.Platform.Backups.Age;
using Diapason.Platform.Backups.Rows;

namespace Diapason.Platform.Backups.Archive;

/// <summary>Reads a backup from its beginning to its end, once. Whoever reads every row knows that none is missing: the end of the file, the sums and the counts are checked on the way.</summary>
internal sealed class BackupReader : IRowSource, IAsyncDisposable
{
    private readonly Stream _opened;
    private readonly GZipStream _gzip;
    private readonly TarReader _tar;
    private readonly BackupSums _found;

    public BackupReader(Stream file, IReadOnlyList<AgeIdentity> identities)
    {
        _opened = IsClear(file) ? file : new AgeReader(file, identities);
        _gzip = new GZipStream(_opened, CompressionMode.Decompress, leaveOpen: true);
        _tar = new TarReader(_gzip, leaveOpen: true);
        var manifest = Next("backup.not_a_backup") is (BackupManifest.File, var content) ? Read<BackupManifest>(content) : throw new BackupRefused("backup.not_a_backup");
        if (manifest.Format > BackupManifest.Current) throw new BackupRefused("backup.newer", manifest.Program);
        (Manifest, _found) = (manifest, BackupSums.Empty(manifest.Shape.Tables));
        _found.Files[BackupManifest.File] = Sum(content);
    }

    public BackupManifest Manifest { get; }

    public DatabaseShape Shape => Manifest.Shape;

    /// <summary>Whether no key is needed: the file begins as gzip does, and stays where it was.</summary>
    public static bool IsClear(Stream file)
    {
        Span<byte> head = stackalloc byte[2];
        var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        file.Seek(0, SeekOrigin.Begin);
        return read == head.Length && head is [0x1f, 0x8b];
    }

    public async IAsyncEnumerable<TableRow> RowsAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await Task.CompletedTask;
        var tables = Shape.Tables.ToDictionary(t => t.Name, StringComparer.Ordinal);
        while (Next() is var (name, content))
        {
            cancel.ThrowIfCancellationRequested();
            if (name == BackupSums.File)
            {
                CheckEnd(Read<BackupSums>(content));
                yield break;
            }

            if (name.Split('/') is not ["rows", var tableName, _] || !tables.TryGetValue(tableName, out var table)) throw new BackupRefused("backup.damaged");
            _found.Files[name] = Sum(content);
            foreach (var line in Lines(content))
            {
                _found.Rows[tableName]++;
                yield return new TableRow(table, ReadRow(content.AsSpan(line), table));
            }
        }

        throw new BackupRefused("backup.damaged");
    }

    public async ValueTask DisposeAsync()
    {
        await _tar.DisposeAsync();
        await _gzip.DisposeAsync();
        await _opened.DisposeAsync();
    }

    private void CheckEnd(BackupSums told)
    {
        var isWhole = told.Rows.OrderBy(r => r.Key).SequenceEqual(_found.Rows.OrderBy(r => r.Key)) && told.Files.OrderBy(f => f.Key).SequenceEqual(_found.Files.OrderBy(f => f.Key));
        // To the last sealed chunk, which says that it is the last.
        if (!isWhole || Next() is not null) throw new BackupRefused("backup.damaged");
        _gzip.CopyTo(Stream.Null);
        _opened.CopyTo(Stream.Null);
    }

    private (string Name, byte[] Content)? Next(string otherwise = "backup.damaged")
    {
        try
        {
            if (_tar.GetNextEntry() is not { } entry) return null;
            using var content = new MemoryStream();
            entry.DataStream?.CopyTo(content);
            return (entry.Name, content.ToArray());
        }
        catch (Exception failure) when (failure is InvalidDataException or EndOfStreamException or FormatException)
        {
            throw new BackupRefused(otherwise);
        }
    }

    private static object?[] ReadRow(ReadOnlySpan<byte> line, TableShape table)
    {
        try
        {
            return RowLine.Read(line, table);
        }
        catch (Exception failure) when (failure is JsonException or FormatException or InvalidOperationException)
        {
            throw new BackupRefused("backup.damaged");
        }
    }

    private static T Read<T>(byte[] content)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(content, BackupJson.Options) ?? throw new BackupRefused("backup.damaged");
        }
        catch (JsonException)
        {
            throw new BackupRefused("backup.damaged");
        }
    }

    private static IEnumerable<Range> Lines(byte[] content)
    {
        for (int from = 0, end; from < content.Length; from = end + 1)
        {
            end = Array.IndexOf(content, (byte)'\n', from);
            if (end < 0) throw new BackupRefused("backup.damaged");
            yield return from..end;
        }
    }

    private static string Sum(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
