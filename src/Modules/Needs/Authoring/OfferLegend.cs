using System.Globalization;
using Diapason.Needs.Reference;
using Diapason.Platform.Language;
using Diapason.Tables;
using Diapason.Text;

namespace Diapason.Needs.Authoring;

/// <summary>A code and its name in every language.</summary>
internal sealed record NamedCode(string Code, LocalizedText Name);

/// <summary>
/// What each column of the offer's table says and which values it takes, in words: the second sheet of the workbook. Whoever fills the table may write
/// the words instead of the codes.
/// </summary>
internal sealed class OfferLegend(NeedsReference reference, IReadOnlyDictionary<string, IReadOnlyList<NamedCode>> audience, Texts<NeedsModule> texts)
{
    private static readonly string[] OfOneWord = ["kind", "phase", "format", "price"];
    private static readonly string[] Ticked = ["team", "users", "online", "withdrawn"];

    /// <summary>One row a column, then one a value it takes; names in each language, side by side.</summary>
    public async Task WriteAsync(IReadOnlyList<string> languages, XlsxTableWriter table, CancellationToken cancel)
    {
        await table.SheetAsync(texts["offer.legend"], cancel);
        await table.HeaderAsync(
            [texts["offer.legend.column"], .. InEach(languages, "offer.legend.says"), texts["offer.legend.value"], .. InEach(languages, "offer.legend.means")], cancel);
        foreach (var column in OfferTable.Columns(languages))
        {
            await RowAsync(table, column, [.. languages.Select(Says(column).In), "", .. languages.Select(_ => "")], cancel);
            foreach (var value in Values(column)) await RowAsync(table, column, [.. languages.Select(_ => ""), value.Code, .. languages.Select(value.Name.In)], cancel);
        }
    }

    /// <summary>The same sheet with codes where names were written; names of a list are apart by semicolons.</summary>
    public EntrySheet ToCodes(EntrySheet sheet)
    {
        foreach (var field in OfOneWord) sheet[field] = Code(field, sheet[field]);
        foreach (var field in EntrySheet.Lists) sheet[field] = string.Join(' ', sheet[field].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(part => Code(field, part)));
        foreach (var field in sheet.Fields.Where(field => field.StartsWith(EntrySheet.Develops, StringComparison.Ordinal)).ToList())
        {
            var (written, levels) = (field[EntrySheet.Develops.Length..], Levels(sheet[field]));
            sheet[field] = "";
            sheet[EntrySheet.Develops + Competency(written)] = levels;
        }

        return sheet;
    }

    private string Competency(string written) => reference.Framework.Competency(written) is null
        ? reference.Framework.Competencies.FirstOrDefault(c => c.Short.All.Concat(c.Name.All).Any(name => Plain(name.Value) == Plain(written)))?.Code ?? written
        : written;

    /// <summary>« De « Pas encore » à « Je débute » » as the author's page says it, or the two names with a hyphen between.</summary>
    private string Levels(string written)
    {
        var levels = reference.Framework.Levels;
        foreach (var (low, from) in levels.Index())
            foreach (var (high, to) in levels.Index().Where(level => level.Index > low))
                if (from.Languages.SelectMany(language => new[] { string.Format(CultureInfo.InvariantCulture, texts.InAll("need.from_to").In(language), from.In(language), to.In(language)), $"{from.In(language)} - {to.In(language)}", $"{from.In(language)}-{to.In(language)}" }).Any(said => Plain(said).TrimEnd('.') == Plain(written).TrimEnd('.'))) return string.Create(CultureInfo.InvariantCulture, $"{low}-{high}");
        return written;
    }

    private string Code(string column, string written) =>
        Values(column).FirstOrDefault(value => value.Name.All.Any(name => Plain(name.Value) == Plain(written)))?.Code ?? written;

    private IEnumerable<NamedCode> Values(string column) => column switch
    {
        "kind" => Enum.GetValues<OfferKind>().Select(kind => new NamedCode(SnakeCase.Of(kind), KindOf(kind))),
        "format" => Enum.GetValues<OfferFormat>().Select(format => new NamedCode(SnakeCase.Of(format), texts.InAll("format." + SnakeCase.Of(format)))),
        "phase" => new[] { "1", "2", "3" }.Select(phase => new NamedCode(phase, texts.InAll("phase." + phase))),
        "price" => reference.Offer.Prices.Select(price => new NamedCode(price.Code, price.Name)),
        "develops" => [.. reference.Framework.Competencies.Select(c => new NamedCode(c.Code + ":0-2", c.Short)), .. reference.Framework.Levels.Select((level, i) => new NamedCode($"{i}", level))],
        _ when Ticked.Contains(column) => [new NamedCode("true", texts.InAll("offer.yes"))],
        _ => audience.GetValueOrDefault(column, []),
    };

    private LocalizedText KindOf(OfferKind kind) =>
        kind == OfferKind.NoAi && reference.Framework.Words.TryGetValue(OwnWords.Without, out var own) ? own : texts.InAll("kind." + SnakeCase.Of(kind));

    private LocalizedText Says(string column)
    {
        var said = EntrySheet.Said.Append("documents").FirstOrDefault(field => column.StartsWith(field + ".", StringComparison.Ordinal) && !EntrySheet.Plain.Contains(column));
        return texts.InAll("offer.field." + (said ?? column));
    }

    private IEnumerable<string> InEach(IReadOnlyList<string> languages, string key) => languages.Select(language => texts["offer.in_language", texts.InAll(key).In(language), Languages.NameOf(language)]);

    private static async ValueTask RowAsync(XlsxTableWriter table, string column, string[] cells, CancellationToken cancel)
    {
        table.Text(column);
        foreach (var cell in cells) table.Text(cell);
        await table.EndRowAsync(cancel);
    }

    /// <summary>As it may be typed again: case, kinds of space and of apostrophe aside.</summary>
    private static string Plain(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace('’', '\'').ToUpperInvariant();
}
