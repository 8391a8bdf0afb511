using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Collecting;
using Diapason.Consultations.Data;
using Diapason.Consultations.Exports;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Startup;

namespace Diapason.Consultations.Shell;

/// <summary>Takes answers out and brings others in from a shell, by the acts of the pages. What it says is for programs: one JSON object a line, on the standard output; a file goes where it is told.</summary>
internal sealed class AnswersVerb(
    CampaignDirectory campaigns, CouncilDirectory councils, CurrentCouncil council, DiapasonDb db, TakeAnswersAway take, WriteExport write, KeepCollected keep, ReleaseCollected release, TimeProvider clock) : ICommandVerb
{
    private const string Campaign = "--campaign", Council = "--council", As = "--as", To = "--out", Mapping = "--mapping", Language = "--language", Form = "--form",
        Name = "--name", From = "--from", Until = "--until", Told = "--told", LeaveOut = "--leave-out", Release = "--release";

    private static readonly string[] Flags = [LeaveOut, Release];

    private static readonly Dictionary<string, ExportFile> Kinds = new(StringComparer.Ordinal)
    {
        ["csv"] = ExportFile.Codes, ["xlsx"] = ExportFile.Workbook, ["sav"] = ExportFile.Spss, ["ddi"] = ExportFile.Ddi, ["json"] = ExportFile.Lines,
    };

    public string Verb => "answers";

    public string Help => "answers export CAMPAIGN --as csv|xlsx|sav|ddi|json --council C [--language L] [--out FILE] | answers map FILE (--campaign X --council C | --form FORM) [--language L] [--out MAPPING] | "
        + "answers import FILE --mapping MAPPING --campaign X --council C --from DAY --until DAY --told WORDS [--name NAME] [--leave-out] [--release]: answers out; how a file collected elsewhere would be read; its answers in, to wait or to be released among the others";

    internal TextWriter Out { get; set; } = Console.Out;

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        if (arguments.Count < 2 || Given.Read([.. arguments.Skip(2)], Flags) is not { } given) return 2;
        return arguments[0] switch
        {
            "export" when given.Takes([As, Council], [Language, To]) => await ExportAsync(arguments[1], given, cancel),
            "map" when given.Takes([Form], [Language, To]) || given.Takes([Campaign, Council], [Language, To]) => await MapAsync(arguments[1], given, cancel),
            "import" when given.Takes([Mapping, Campaign, Council], [From, Until, Told, Name, LeaveOut, Release]) => await ImportAsync(arguments[1], given, cancel),
            _ => 2,
        };
    }

    private async Task<int> ExportAsync(string slug, Given given, CancellationToken cancel)
    {
        if (!Kinds.TryGetValue(given[As], out var kind)) return 2;
        if (await FindAsync(slug, given, cancel) is not { } found) return Say([FormLine.Wrong("campaign_unknown")]);
        if (found.Facts.DestroyedAt is not null) return Say([FormLine.Wrong("answers_destroyed")]);
        var language = given.Or(Language, council.Languages[0]);
        if (!council.Languages.Contains(language)) return Say([FormLine.Wrong("language_unknown")]);
        try
        {
            await using var output = given.Has(To) ? new FileStream(given[To], FileMode.CreateNew, FileAccess.Write) : Console.OpenStandardOutput();
            await take.RecordAsync(found.Facts, kind, language, cancel);
            await write.RunAsync(found.Facts, (kind, language), output, cancel);
            return 0;
        }
        catch (Exception away) when (away is IOException or UnauthorizedAccessException)
        {
            return Say([FormLine.Wrong(File.Exists(given.Or(To, "")) ? "file_exists" : "file_not_written")]);
        }
    }

    private async Task<int> MapAsync(string file, Given given, CancellationToken cancel)
    {
        var (read, refused) = await AnswersFile.ReadAsync(file, cancel);
        if (read is null) return Say([refused!]);
        var form = given.Has(Form) ? ReadFormFile.Run(given[Form]) : null;
        if (form is { Questionnaire: null }) return Say(form.Lines);
        var questionnaire = form?.Questionnaire ?? (await FindAsync(given[Campaign], given, cancel))?.Facts.Questionnaire;
        if (questionnaire is null) return Say([FormLine.Wrong("campaign_unknown")]);
        var mapping = new ProposeMapping(questionnaire).Of(read.File, given.Or(Language, questionnaire.Heading.Languages[0]));
        var text = MappingJson.Write(mapping);
        if (!given.Has(To))
        {
            await Out.WriteLineAsync(text);
            return 0;
        }

        return AnswersFile.Write(given[To], text) is { } wrong ? Say([wrong]) : Say(CollectedLines.Left(mapping));
    }

    private async Task<int> ImportAsync(string file, Given given, CancellationToken cancel)
    {
        var (read, refused) = await AnswersFile.ReadAsync(file, cancel);
        if (read is null) return Say([refused!]);
        var (mapping, broken) = AnswersFile.Mapping(given[Mapping]);
        if (mapping is null) return Say([broken!]);
        if (await FindAsync(given[Campaign], given, cancel) is not { } found) return Say([FormLine.Wrong("campaign_unknown")]);
        if (mapping.Sheet.Length > 0 && read.File.Sheets.All(sheet => sheet.Name != mapping.Sheet)) return Say([FormLine.Wrong("sheet_unknown") with { Sheet = mapping.Sheet }]);
        var (sheet, batch) = (read.File.Sheet(mapping.Sheet), AnswersFile.Batch(found.Facts, read.Checksum, clock));
        var facts = new CollectedFacts { Name = given.Or(Name, Path.GetFileNameWithoutExtension(file)), First = given.Day(From), Last = given.Day(Until), Told = given.Or(Told, ""), IsDropping = given.Has(LeaveOut) };
        if (await AnswersFile.IsKnownAsync(db, batch, cancel)) return Say([FormLine.Wrong("brought_twice")]);
        db.Add(batch);
        var (kept, report) = await keep.RunAsync(found.Facts, batch, new(sheet, mapping, facts), cancel);
        if (!kept.IsDone) return Say([.. report is null ? [] : CollectedLines.Of(report, sheet), .. kept.Problems.Select(CollectedLines.Of)]);
        Say([.. CollectedLines.Of(report!, sheet, isAgreed: true), CollectedLines.Kept(batch, report!)]);
        if (!given.Has(Release)) return 0;
        var released = await release.RunAsync(found.Facts, batch.Id, cancel);
        return Say(released.IsDone ? [CollectedLines.Released(batch)] : [.. released.Problems.Select(CollectedLines.Of)]);
    }

    private async Task<LiveCampaign?> FindAsync(string slug, Given given, CancellationToken cancel)
    {
        if (await councils.FindAsync(given[Council], cancel) is not { } here) return null;
        council.Set(here);
        Languages.Use(here.Settings.Languages[0]);
        return await campaigns.FindAsync(here.Id, slug, cancel);
    }

    private int Say(IReadOnlyList<FormLine> lines)
    {
        foreach (var line in lines) Out.WriteLine(line.ToJson());
        return lines.Any(line => line.IsError) ? 1 : 0;
    }
}
