using System.Text;
using System.Xml;

namespace Diapason.Forms;

/// <summary>One row of a table of a LimeSurvey file, and its line.</summary>
internal sealed class LssRow(string table, int line)
{
    private readonly Dictionary<string, string> _cells = new(StringComparer.Ordinal);

    public string Table => table;

    public int Line => line;

    public IReadOnlyDictionary<string, string> Cells => _cells;

    /// <summary>The text of an element; empty when the row has none.</summary>
    public string this[string column]
    {
        get => _cells.GetValueOrDefault(column, "");
        set => _cells[column] = value;
    }

    public bool Has(string column) => _cells.ContainsKey(column);

    /// <summary>A number; nought for anything else.</summary>
    public int Number(string column) => int.TryParse(this[column], System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;
}

/// <summary>
/// The tables of a LimeSurvey file: XML read once, forward, without its types of document, which could call on other files or unfold for ever. Rows and
/// characters are bounded.
/// </summary>
internal sealed class LssTables
{
    /// <summary>Rows of all the tables.</summary>
    public const int MostRows = 200_000;

    private const long MostCharacters = 64L << 20;
    private const int TableDepth = 1, RowDepth = 3, CellDepth = 4;
    private readonly Dictionary<string, List<LssRow>> _tables = new(StringComparer.Ordinal);

    public IEnumerable<string> Names => _tables.Keys;

    public IReadOnlyList<LssRow> this[string table] => _tables.GetValueOrDefault(table) ?? [];

    /// <summary>The tables up to the first fault, which is reported with its line; <see langword="null"/> when the file is no survey.</summary>
    public static LssTables? Read(Stream file, FormReport report)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostCharacters, IgnoreComments = true, IgnoreProcessingInstructions = true };
        var line = 0;
        try
        {
            using var xml = XmlReader.Create(file, settings);
            var lines = (IXmlLineInfo)xml;
            if (xml.MoveToContent() != XmlNodeType.Element || xml.LocalName != "document")
            {
                report.Add(FormOutcome.Error, "", lines.LineNumber, "", FormNoticeCodes.NotLss);
                return null;
            }

            var tables = new LssTables();
            tables.Walk(xml, report, () => line = lines.LineNumber);
            if (tables["questions"].Count > 0) return tables;
            report.Add(FormOutcome.Error, "questions", 0, "", FormNoticeCodes.NothingToAsk);
        }
        catch (XmlException broken)
        {
            report.Add(FormOutcome.Error, "", Math.Max(broken.LineNumber, 1), "", FormNoticeCodes.XmlBroken);
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or NotSupportedException)
        {
            report.Add(FormOutcome.Error, "", Math.Max(line, 1), "", FormNoticeCodes.XmlBroken);
        }

        return null;
    }

    private void Walk(XmlReader xml, FormReport report, Func<int> line)
    {
        var (table, rows, words) = ("", 0, new StringBuilder());
        LssRow? row = null;
        while (xml.Read())
        {
            var at = line();
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when xml.Depth == TableDepth:
                    (table, row) = (xml.LocalName, null);
                    break;
                case XmlNodeType.Element when xml.Depth == RowDepth && xml.LocalName == "row":
                    if (rows++ == MostRows)
                    {
                        report.Add(FormOutcome.Error, table, at, "", FormNoticeCodes.TooManyRows, ("most", MostRows));
                        return;
                    }

                    row = new(table, at);
                    if (!_tables.TryGetValue(table, out var known)) _tables[table] = known = [];
                    known.Add(row);
                    break;
                case XmlNodeType.Element when xml.Depth == CellDepth && row is not null:
                    row[xml.LocalName] = "";
                    words.Clear();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace when xml.Depth == CellDepth + 1:
                    words.Append(xml.Value);
                    break;
                case XmlNodeType.EndElement when xml.Depth == CellDepth && row is not null:
                    row[xml.LocalName] = words.ToString();
                    break;
            }
        }
    }
}
