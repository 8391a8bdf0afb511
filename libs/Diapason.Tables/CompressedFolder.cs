using System.IO.Compression;

namespace Diapason.Tables;

/// <summary>Some files in one compressed folder (ZIP): what a council downloads together and brings back. Nothing it says of itself is believed, and nothing is written to a disk.</summary>
public sealed class CompressedFolder : IDisposable
{
    private readonly ZipArchive _zip;

    private CompressedFolder(ZipArchive zip, IReadOnlyList<ZipArchiveEntry> entries) => (_zip, Files) = (zip, [.. entries.Select(entry => new FolderFile(entry))]);

    /// <summary>Its files, in order, whatever folder of it they are in. Those that computers add by themselves are passed over: their name begins with a point, or they are in <c>__MACOSX</c>.</summary>
    public IReadOnlyList<FolderFile> Files { get; }

    /// <summary>Opens one; <see langword="null"/> when it is none, or holds more files than it may.</summary>
    /// <param name="file">The folder, from which one can read anywhere.</param>
    /// <param name="mostFiles">The most files.</param>
    public static CompressedFolder? Open(Stream file, int mostFiles)
    {
        ZipArchive? zip = null;
        try
        {
            zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count <= mostFiles) return new(zip, [.. zip.Entries.Where(entry => entry.Name.Length > 0 && entry.Name[0] != '.' && !entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal))]);
        }
        catch (InvalidDataException)
        {
            // No folder, or a damaged one.
        }

        zip?.Dispose();
        return null;
    }

    /// <summary>Writes one, without dates.</summary>
    /// <param name="files">Each file, with the folders that lead to it: <c>images/a.png</c>.</param>
    public static byte[] Write(IEnumerable<(string Path, byte[] Bytes)> files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in files)
            {
                var entry = zip.CreateEntry(path);
                entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var file = entry.Open();
                file.Write(content);
            }
        }

        return bytes.ToArray();
    }

    /// <inheritdoc/>
    public void Dispose() => _zip.Dispose();
}

/// <summary>One file of a compressed folder.</summary>
public sealed class FolderFile
{
    private const int First = 64 << 10;
    private readonly ZipArchiveEntry _entry;

    internal FolderFile(ZipArchiveEntry entry) => _entry = entry;

    /// <summary>Its name, without folders.</summary>
    public string Name => _entry.Name;

    /// <summary>Unfolds it.</summary>
    /// <param name="most">The most bytes that are read, however many it has.</param>
    /// <returns>Its bytes, or <paramref name="most"/> and one of them when it has more; <see langword="null"/> when it is damaged.</returns>
    public byte[]? Read(int most)
    {
        try
        {
            using var content = _entry.Open();
            var (bytes, length) = (new byte[Math.Min(most + 1, First)], 0);
            while (content.Read(bytes, length, bytes.Length - length) is > 0 and var read)
            {
                length += read;
                if (length > most) break;
                if (length == bytes.Length) Array.Resize(ref bytes, (int)Math.Min(most + 1L, 2L * length));
            }

            return bytes.AsSpan(0, length).ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
