using System.Text;
using Diapason.Needs.Authoring;
using Diapason.Needs.Kit;
using Diapason.Needs.Reference;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Tables;
using Diapason.Yaml;
using Microsoft.AspNetCore.Http;

namespace Diapason.Needs.Offers;

/// <summary>A file of the whole offer, as it was read.</summary>
/// <param name="Text">Its content as a kit's <c>offer.yaml</c>, to be sent again once it is agreed to.</param>
internal sealed record SentOffer(string Text, JudgedOffer Read)
{
    /// <summary>By code, the rows that left from another state of their entry than today's.</summary>
    public IReadOnlyDictionary<string, int> Older { get; init; } = new Dictionary<string, int>();

    public static SentOffer Wrong(string code) => new("", new JudgedOffer(null, [new OfferFault(0, null, null, code, [])]));
}

/// <summary>Reads a file of the whole offer: a kit's <c>offer.yaml</c>, or a table (CSV, XLSX). What is wrong is told by row and field; nothing is written.</summary>
internal sealed class ReadOfferFile(CurrentCouncil council, AudienceChoices audience, Texts<NeedsModule> texts)
{
    private const int MostBytes = 2 << 20;
    private static readonly TableLimits Limits = new(MostBytes, Rows: 5_000, Columns: 200);
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public async Task<SentOffer> RunAsync(IFormFile? file, NeedsReference reference, CancellationToken cancel)
    {
        if (file is null || file.Length == 0) return SentOffer.Wrong("file_missing");
        if (file.Length > MostBytes) return SentOffer.Wrong("file_long");
        await using var stream = file.OpenReadStream();
        var extension = Path.GetExtension(file.FileName).ToLowerInvariant();
        if (extension is not (".csv" or ".xlsx" or ".yaml" or ".yml")) return SentOffer.Wrong("file_other");
        using var kept = new MemoryStream();
        await stream.CopyToAsync(kept, cancel);
        if (FileContents.Of(kept.GetBuffer().AsSpan(0, (int)kept.Length)) != (extension == ".xlsx" ? FileContent.Spreadsheet : FileContent.Text)) return SentOffer.Wrong("file_kind");
        if (extension is ".yaml" or ".yml") return Text(kept.ToArray(), reference);
        kept.Position = 0;
        return Table(Unmarked(await ReadTable.RowsAsync(kept, Limits, cancel), extension == ".csv"), reference, await LegendAsync(reference, cancel));
    }

    /// <summary>The text of an earlier reading, agreed to.</summary>
    public SentOffer Again(string text, NeedsReference reference)
    {
        var problems = new YamlProblems(ReadOffer.File);
        var offer = ReadOffer.From(text, problems, reference, new KnownDocuments(reference.Offer.Files), LanguagesOf(reference));
        var faults = problems.InOrder.Select(p => new OfferFault(p.Line, null, p["key"] as string, p.Code, p.Facts)).ToList();
        return new SentOffer(text, new JudgedOffer(faults.Count == 0 ? offer : null, faults));
    }

    /// <summary>Those the council offers, and those in which its offer is already said.</summary>
    public IReadOnlyList<string> LanguagesOf(NeedsReference reference) =>
        [.. council.Languages, .. reference.Offer.Entries.SelectMany(e => e.Title.Languages).Distinct().Except(council.Languages)];

    private SentOffer Text(byte[] bytes, NeedsReference reference)
    {
        try
        {
            return Again(Strict.GetString(bytes).TrimStart('\uFEFF'), reference);
        }
        catch (DecoderFallbackException)
        {
            return SentOffer.Wrong("file_not_utf8");
        }
    }

    /// <summary>What the columns of a table say, and the words they take.</summary>
    public async Task<OfferLegend> LegendAsync(NeedsReference reference, CancellationToken cancel) => new(reference, await audience.NamedAsync(reference, cancel), texts);

    private static Table Unmarked(Table table, bool isMarked) => isMarked ? table with { Rows = [.. table.Rows.Select(row => row with { Cells = [.. row.Cells.Select(FormulaGuard.Undo)] })] } : table;

    private SentOffer Table(Table table, NeedsReference reference, OfferLegend legend)
    {
        if (table.Problem is { } problem) return new SentOffer("", new JudgedOffer(null, [new OfferFault(problem.Line, null, null, "table_unreadable", [])]));
        var (sheets, faults) = OfferTable.Read(table.Rows, reference.Offer, LanguagesOf(reference), legend);
        if (faults.Count > 0) return new SentOffer("", new JudgedOffer(null, faults));
        var read = JudgeSheets.Of(sheets, reference, reference.Offer.Files);
        if (read.Offer is not { } offer) return new SentOffer("", read);
        offer = NameEntry.All(offer, reference.Offer);
        return new SentOffer(WriteOffer.Of(offer, LanguagesOf(reference)), read with { Offer = offer }) { Older = OfferTable.Older(sheets, reference.Offer) };
    }
}
