using System.Globalization;
using System.Text;
using Diapason.Consultations.Answering;
using Diapason.Consultations.Contracts;

namespace Diapason.Consultations.Exports;

/// <summary>A script in base R that reads the file for programs back: numbers, days, factors in a language's words, a label on every column, the marks before formulas taken off.</summary>
internal sealed class WriteRScript(AnswerTables tables)
{
    /// <summary>The same places as <see cref="Tables.FormulaGuard"/> marks.</summary>
    private const string Reader = """
        read_answers <- function(file) {
          answers <- utils::read.csv(file, fileEncoding = "UTF-8-BOM", colClasses = "character", na.strings = "", check.names = FALSE, encoding = "UTF-8")
          unmark <- function(words) gsub("((?:^|[;,\\t\\r\\n])\"*)'(?=['=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\\t\\r\\n])", "\\1", words, perl = TRUE)
          for (column in columns) {
            values <- answers[[column$name]]
            if (is.null(values)) stop("column not found: ", column$name)
            values <- switch(column$kind,
              number = as.numeric(values),
              day = as.Date(values),
              code = factor(values, levels = column$codes, labels = column$words),
              unmark(values))
            attr(values, "label") <- column$label
            answers[[column$name]] <- values
          }
          answers
        }
        """;

    public async Task RunAsync(CampaignFacts campaign, string language, Stream output, CancellationToken cancel)
    {
        var columns = ColumnMeanings.Of(campaign, await tables.AreWeighedAsync(campaign, cancel));
        var file = $"{campaign.Slug}-{ExportFile.Codes.Name(language)}";
        var script = new StringBuilder();
        foreach (var line in MissingWords.Text("export.script_head", language).ReplaceLineEndings("\n").Split('\n'))
            script.Append("# ").AppendFormat(CultureInfo.InvariantCulture, line, Line(Screens.Say(campaign.Title, language)), file).Append('\n');
        script.Append(CultureInfo.InvariantCulture, $"#   source(\"{ExportFile.Script.Name(language)}\", encoding = \"UTF-8\")\n#   answers <- read_answers(\"{file}\")\n\n");
        script.Append("columns <- list(\n").AppendJoin(",\n", columns.Select(column => Said(column, language))).Append(")\n\n").Append(Reader.ReplaceLineEndings("\n")).Append('\n');
        await output.WriteAsync(Encoding.UTF8.GetBytes(script.ToString()), cancel);
    }

    private static string Said(ColumnMeaning column, string language)
    {
        var head = $"  list(name = {Quoted(column.Name)}, kind = {Quoted(Kind(column))}, label = {Quoted(column.Label(language))}";
        if (column.Kind != ColumnKind.Code) return head + ")";
        var codes = column.Codes(language);
        return $"{head}, codes = c({string.Join(", ", codes.Select(code => Quoted(code.Code)))}), words = c({string.Join(", ", codes.Select(code => Quoted(Unique(code, codes))))}))";
    }

    /// <summary>Two codes with the same words stay two: R would make them one.</summary>
    private static string Unique(ColumnCode code, IReadOnlyList<ColumnCode> codes) => codes.Count(other => other.Label == code.Label) > 1 ? $"{code.Label} [{code.Code}]" : code.Label;

    private static string Kind(ColumnMeaning column) => column.Kind.ToString().ToLowerInvariant();

    private static string Line(string words) => words.ReplaceLineEndings(" ");

    private static string Quoted(string words)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in words) quoted.Append(c switch { '"' => "\\\"", '\\' => "\\\\", '\n' => "\\n", '\r' => "\\r", '\t' => "\\t", _ when char.IsControl(c) => " ", _ => c.ToString() });
        return quoted.Append('"').ToString();
    }
}
