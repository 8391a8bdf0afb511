using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Diapason.Tables;

/// <summary>Finds where a spreadsheet that could not be opened breaks: the sheet, and the row after which nothing of it reads.</summary>
internal static class BrokenPart
{
    private const string Sheets = "xl/worksheets/";
    private static readonly XmlReaderSettings Careful = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 1L << 30 };

    /// <summary>Row nought and no sheet when it is the folder itself that does not open.</summary>
    /// <param name="file">The whole file, whose unpacked length was looked at before.</param>
    public static TableProblem Of(Stream file)
    {
        var whole = new TableProblem(TableFault.NotSpreadsheet, 0);
        try
        {
            file.Position = 0;
            using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            var names = Names(archive);
            foreach (var (i, part) in archive.Entries.Where(entry => entry.FullName.StartsWith(Sheets, StringComparison.Ordinal) && entry.FullName.EndsWith(".xml", StringComparison.Ordinal)).OrderBy(entry => entry.FullName.Length).ThenBy(entry => entry.FullName, StringComparer.Ordinal).Index())
                if (Rows(part) is { } row) return whole with { Line = row, Sheet = i < names.Count ? names[i] : part.Name };
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or XmlException)
        {
            // The folder, or the list of its sheets, is what is broken.
        }

        return whole;
    }

    private static List<string> Names(ZipArchive archive)
    {
        var names = new List<string>();
        if (archive.GetEntry("xl/workbook.xml") is not { } book) return names;
        using var stream = book.Open();
        using var reader = XmlReader.Create(stream, Careful);
        while (reader.Read())
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "sheet" }) names.Add(reader.GetAttribute("name") ?? "");
        return names;
    }

    // Null when the sheet reads to its end.
    private static int? Rows(ZipArchiveEntry part)
    {
        var row = 1;
        try
        {
            using var stream = part.Open();
            using var reader = XmlReader.Create(stream, Careful);
            for (var seen = 0; reader.Read();)
                if (reader is { NodeType: XmlNodeType.Element, LocalName: "row" }) row = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var told) ? told : ++seen;
            return null;
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or XmlException)
        {
            return row;
        }
    }
}
