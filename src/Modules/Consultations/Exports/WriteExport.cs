using Diapason.Consultations.Contracts;
using Diapason.Platform.Language;
using Diapason.Tables;

namespace Diapason.Consultations.Exports;

/// <summary>Writes one of the files as it is sent.</summary>
internal sealed class WriteExport(AnswerRows rows, AnswerTables tables, WriteCodebook codebook, WriteDdi ddi, WriteRScript script, WriteAnswerLines lines, TimeProvider clock)
{
    public async Task RunAsync(CampaignFacts campaign, (ExportFile File, string Language) asked, Stream output, CancellationToken cancel)
    {
        var (file, language) = asked;
        if (file == ExportFile.Workbook) await WorkbookAsync(campaign, language, output, cancel);
        else if (file == ExportFile.Spss) await tables.WriteSpssAsync(campaign, await rows.DrawAsync(campaign, cancel), (language, clock.GetUtcNow().UtcDateTime.LocalMoment), output, cancel);
        else if (file == ExportFile.Lines) await lines.RunAsync(campaign, output, cancel);
        else if (file == ExportFile.Script) await script.RunAsync(campaign, language, output, cancel);
        else if (file == ExportFile.Ddi) await ddi.RunAsync(campaign, output, cancel);
        else await TextAsync(campaign, asked, output, cancel);
    }

    private async Task TextAsync(CampaignFacts campaign, (ExportFile File, string Language) asked, Stream output, CancellationToken cancel)
    {
        var (file, language) = asked;
        await using var table = new CsvTableWriter(output, file == ExportFile.Codes ? CsvDialect.Programs : CsvDialect.Of(Languages.Culture(language)));
        if (file == ExportFile.Codes) await tables.WriteCodesAsync(campaign, await rows.DrawAsync(campaign, cancel), table, cancel);
        else if (file == ExportFile.Words) await tables.WriteWordsAsync(campaign, await rows.DrawAsync(campaign, cancel), (language, table), cancel);
        else await codebook.RunAsync(campaign, language, table, cancel);
    }

    private async Task WorkbookAsync(CampaignFacts campaign, string language, Stream output, CancellationToken cancel)
    {
        await using var table = await XlsxTableWriter.CreateAsync(output, MissingWords.Text("export.sheet_words", language), cancel);
        var drawn = await rows.DrawAsync(campaign, cancel);
        await tables.WriteWordsAsync(campaign, drawn, (language, table), cancel);
        await table.SheetAsync(MissingWords.Text("export.sheet_codes", language), cancel);
        await tables.WriteCodesAsync(campaign, drawn, table, cancel);
        await table.SheetAsync(MissingWords.Text("export.sheet_codebook", language), cancel);
        await codebook.RunAsync(campaign, language, table, cancel);
    }
}
