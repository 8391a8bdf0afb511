using System.IO.Compression;
using System.Text;

namespace Diapason.Needs.Reference;

/// <summary>The kinds of files an offer may hand out: each with its extension, its type, and what its content must look like.</summary>
/// <param name="IsRead">Opened in the browser rather than saved.</param>
internal sealed record FileKind(string Extension, string Type, bool IsRead)
{
    /// <summary>What a document may weigh once opened: a hundred times what one may be sent as.</summary>
    private const long MostOpened = 100L << 20;

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
        "docx" => HoldsPart(bytes, "word/document.xml", "wordprocessingml.document.main+xml"),
        "xlsx" => HoldsPart(bytes, "xl/workbook.xml", "spreadsheetml.sheet.main+xml"),
        "pdf" => bytes.AsSpan().StartsWith("%PDF-"u8),
        _ => Encoding.UTF8.GetString(bytes) is var text && !text.Contains('\uFFFD', StringComparison.Ordinal) && text.StartsWith("<!doctype html>", StringComparison.OrdinalIgnoreCase),
    };

    // A document with macros is another kind, and never handed out; nor is one that fills the memory of who opens it. A size that lies fails when it is opened.
    private static bool HoldsPart(byte[] bytes, string part, string type)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            return zip.GetEntry(part) is not null && zip.GetEntry("[Content_Types].xml") is { Length: < 1 << 20 } types && Read(types).Contains(type, StringComparison.Ordinal)
                && zip.Entries.Sum(e => e.Length) <= MostOpened && !zip.Entries.Any(e => e.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static string Read(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }
}
