using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Tables;

namespace Diapason.Consultations.Exports;

/// <summary>Hands a file of answers to somebody who may have it. The trail says so before the first byte leaves.</summary>
internal sealed class TakeAnswersAway(AnswerRows rows, AnswerTables tables, WriteCodebook codebook, AuditTrail trail, DiapasonDb db, TimeProvider clock)
{
    public Task RecordAsync(CampaignFacts campaign, ExportFile file, string language, CancellationToken cancel)
    {
        trail.Record(new CampaignActs.AnswersTaken(campaign.Id.Value, file.Code, language));
        return db.SaveChangesAsync(cancel);
    }

    public async Task WriteAsync(CampaignFacts campaign, ExportFile file, string language, Stream output, CancellationToken cancel)
    {
        if (file == ExportFile.Workbook)
        {
            await WriteWorkbookAsync(campaign, language, output, cancel);
            return;
        }

        if (file == ExportFile.Spss)
        {
            await tables.WriteSpssAsync(campaign, await rows.DrawAsync(campaign, cancel), (language, clock.GetUtcNow().UtcDateTime.LocalMoment), output, cancel);
            return;
        }

        await using var table = new CsvTableWriter(output, file == ExportFile.Codes ? CsvDialect.Programs : CsvDialect.Of(Languages.Culture(language)));
        if (file == ExportFile.Codes) await tables.WriteCodesAsync(campaign, await rows.DrawAsync(campaign, cancel), table, cancel);
        else if (file == ExportFile.Words) await tables.WriteWordsAsync(campaign, await rows.DrawAsync(campaign, cancel), (language, table), cancel);
        else await codebook.RunAsync(campaign, language, table, cancel);
    }

    private async Task WriteWorkbookAsync(CampaignFacts campaign, string language, Stream output, CancellationToken cancel)
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
