using System.IO.Compression;
using System.Text;

namespace Diapason.Needs.Reference;

/// <summary>The kinds of files an offer may hand out: each with its extension, its type, and what its content must look like.</summary>
/// <param name="IsRead">Opened in the browser rather than saved.</param>
internal sealed record FileKind(string Extension, string Type, bool IsRead)
{
    private static readonly FileKind[] All =
    [
        new("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", IsRead: false),
        new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", IsRead: false),
        new("pdf", "application/pdf", IsRead: false),
        new("html", "text/html; charset=utf-8", IsRead: true),
    ];

    /// <summary>"DOCX".</summary>
    public string Name => Extension.ToUpperInvariant();

    /// <summary>Null when the name ends otherwise.</summary>
    public static FileKind? Of(string name) => All.FirstOrDefault(kind => name.EndsWith("." + kind.Extension, StringComparison.Ordinal));

    /// <summary>Whether the bytes are what the extension says: nobody must be handed one thing under the name of another.</summary>
    public bool IsTrueOf(byte[] bytes) => Extension switch
    {
        "docx" => HoldsPart(bytes, "word/document.xml"),
        "xlsx" => HoldsPart(bytes, "xl/workbook.xml"),
        "pdf" => bytes.AsSpan().StartsWith("%PDF-"u8),
        _ => Encoding.UTF8.GetString(bytes) is var text && !text.Contains('\uFFFD', StringComparison.Ordinal) && text.StartsWith("<!doctype html>", StringComparison.OrdinalIgnoreCase),
    };

    // A document with macros is another kind, and never handed out.
    private static bool HoldsPart(byte[] bytes, string part)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            return zip.GetEntry(part) is not null && zip.GetEntry("[Content_Types].xml") is not null
                && !zip.Entries.Any(e => e.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
