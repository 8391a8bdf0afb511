using System.Buffers;

namespace Diapason.Tables;

/// <summary>What a file holds, whatever its name says.</summary>
public enum FileContent
{
    /// <summary>No byte at all.</summary>
    Empty,

    /// <summary>Text, separated or not.</summary>
    Text,

    /// <summary>An XLSX file.</summary>
    Spreadsheet,

    /// <summary>An XLS file, or another of its family: read by no reader here.</summary>
    OldSpreadsheet,

    /// <summary>A spreadsheet or document of LibreOffice.</summary>
    OpenDocument,

    /// <summary>A DOCX or PPTX file.</summary>
    Document,

    /// <summary>A compressed folder.</summary>
    Folder,

    /// <summary>A PDF file.</summary>
    Pdf,

    /// <summary>A PNG, JPEG, GIF, WebP, TIFF or HEIC file.</summary>
    Image,

    /// <summary>A data file of SPSS.</summary>
    Sav,

    /// <summary>Bytes that are no text, of a kind that is not known.</summary>
    Other,
}

/// <summary>Tells what a file holds by its first bytes, before anything of it is read.</summary>
public static class FileContents
{
    // Bytes that no text holds.
    private static readonly SearchValues<byte> Never = SearchValues.Create([0, 1, 2, 3, 4, 5, 6, 7, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 28, 29, 30, 31]);
    private const int Looked = 1 << 16, Sampled = 4096;

    /// <summary>What it holds.</summary>
    /// <param name="bytes">The whole file, or its beginning.</param>
    public static FileContent Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [] => FileContent.Empty,
        [(byte)'P', (byte)'K', (byte)'0', (byte)'0', ..] or [(byte)'P', (byte)'K', < 9, < 9, ..] => Packed(bytes),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => FileContent.OldSpreadsheet,
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => FileContent.Pdf,
        [(byte)'$', (byte)'F', (byte)'L', (byte)'2' or (byte)'3', ..] => FileContent.Sav,
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] or [(byte)'I', (byte)'I', 42, 0, ..] or [(byte)'M', (byte)'M', 0, 42, ..]
            or [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] or [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'h' or (byte)'m', ..] => FileContent.Image,
        [0x1F, 0x8B, ..] or [(byte)'7', (byte)'z', 0xBC, 0xAF, ..] or [(byte)'R', (byte)'a', (byte)'r', (byte)'!', ..] => FileContent.Folder,
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => FileContent.Text,
        _ => bytes[..Math.Min(bytes.Length, Sampled)].IndexOfAny(Never) >= 0 ? FileContent.Other : FileContent.Text,
    };

    // The names of what is packed stand in clear before each, and again at the end.
    private static FileContent Packed(ReadOnlySpan<byte> bytes)
    {
        bool Holds(ReadOnlySpan<byte> all, ReadOnlySpan<byte> name) => all[..Math.Min(all.Length, Looked)].IndexOf(name) >= 0 || all[^Math.Min(all.Length, Looked)..].IndexOf(name) >= 0;
        return Holds(bytes, "xl/"u8) ? FileContent.Spreadsheet
            : Holds(bytes, "word/"u8) || Holds(bytes, "ppt/"u8) ? FileContent.Document
            : Holds(bytes, "application/vnd.oasis.opendocument"u8) ? FileContent.OpenDocument
            : FileContent.Folder;
    }
}
