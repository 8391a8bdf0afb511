using System.Buffers;
using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Diapason.Platform.Backups.Age;
using Diapason.Platform.Backups.Rows;

namespace Diapason.Platform.Backups.Archive;

/// <summary>Writes a database as a sealed archive, as it is read: <c>age -d -i KEY FILE | tar xz</c> opens it without this program. Without a recipient it is in clear. A part at a time is in memory.</summary>
internal static class BackupWriter
{
    private const int PartLength = 4 << 20;

    /// <summary>How many rows there are.</summary>
    public static async Task<long> WriteAsync(Stream output, IReadOnlyList<AgeRecipient> recipients, BackupManifest manifest, IRowSource source, CancellationToken cancel)
    {
        await using var age = recipients.Count == 0 ? null : new AgeWriter(output, recipients);
        await using var counted = new PaddedStream(age ?? output);
        var sums = BackupSums.Empty(manifest.Shape.Tables);
        await using (var gzip = new GZipStream(counted, CompressionLevel.Fastest, leaveOpen: true))
        await using (var tar = new TarWriter(gzip, TarEntryFormat.Pax, leaveOpen: true))
        {
            var parts = new Parts(tar, manifest.MadeAt, sums);
            parts.Add(BackupManifest.File, JsonSerializer.SerializeToUtf8Bytes(manifest, BackupJson.Options));
            await WriteRowsAsync(parts, source, sums, cancel);
            parts.Add(BackupSums.File, JsonSerializer.SerializeToUtf8Bytes(sums, BackupJson.Options));
        }

        if (age is not null)
        {
            counted.Pad();
            age.Complete();
        }

        return sums.Rows.Values.Sum();
    }

    private static async Task WriteRowsAsync(Parts parts, IRowSource source, BackupSums sums, CancellationToken cancel)
    {
        var (lines, number) = (new ArrayBufferWriter<byte>(PartLength + (1 << 20)), 0);
        TableShape? current = null;
        await foreach (var row in source.RowsAsync(cancel))
        {
            if (row.Table != current || lines.WrittenCount >= PartLength)
            {
                End();
                if (row.Table != current) (current, number) = (row.Table, 0);
            }

            RowLine.Write(lines, row.Values);
            sums.Rows[row.Table.Name]++;
        }

        End();

        void End()
        {
            if (lines.WrittenCount > 0) parts.Add($"rows/{current!.Name}/{++number:000000}.jsonl", lines.WrittenMemory);
            lines.ResetWrittenCount();
        }
    }

    private sealed class Parts(TarWriter tar, DateTime at, BackupSums sums)
    {
        public void Add(string name, ReadOnlyMemory<byte> content)
        {
            using var data = new MemoryStream(content.ToArray(), writable: false);
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = data, ModificationTime = new DateTimeOffset(at), Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite });
            sums.Files[name] = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        }
    }
}
