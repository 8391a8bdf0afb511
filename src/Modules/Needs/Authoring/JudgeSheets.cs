using Diapason.Needs.Kit;
using Diapason.Needs.Reference;
using Diapason.Yaml;

namespace Diapason.Needs.Authoring;

/// <summary>Something wrong in what was sent.</summary>
/// <param name="Row">The row of a table, the line of a kit's file; 0 for a form.</param>
/// <param name="Entry">The code of the entry, when it is known.</param>
/// <param name="Field">The field, named as in a kit; null when it is about the whole.</param>
internal sealed record OfferFault(int Row, string? Entry, string? Field, string Code, IReadOnlyList<(string Name, object? Value)> Facts);

/// <summary>What was sent, read as a kit is: an offer, or all that is wrong.</summary>
internal sealed record JudgedOffer(Offer? Offer, IReadOnlyList<OfferFault> Faults);

/// <summary>Has sheets judged by the reader of kits, and tells what is wrong by row and field. Pure.</summary>
internal static class JudgeSheets
{
    public const string NoWayToAct = "needs.no_way_to_act";

    /// <param name="sheets">Each with the row it comes from.</param>
    /// <param name="known">Against which codes are checked, and of which the version and the prices are kept.</param>
    /// <param name="files">The council's documents, and those just sent.</param>
    public static JudgedOffer Of(IReadOnlyList<(int Row, EntrySheet Sheet)> sheets, NeedsReference known, IEnumerable<StoredFile> files)
    {
        if (sheets.Count == 0) return new JudgedOffer(known.Offer with { Entries = [] }, []);
        var write = new WriteOffer();
        write.Head(known.Offer);
        foreach (var (row, sheet) in sheets) write.Entry(sheet, row);
        var codes = sheets.GroupBy(s => s.Row).ToDictionary(s => s.Key, s => Name(s.First().Sheet));
        var languages = sheets.SelectMany(s => s.Sheet.Languages).Distinct().ToList();
        var problems = new YamlProblems(ReadOffer.File);
        var offer = ReadOffer.From(write.Text, problems, known, new KnownDocuments(files), languages);
        var faults = problems.InOrder.Select(problem => Fault(problem, write.At(problem.Line), codes, languages[0])).ToList();
        // The reader of kits looks at this once all the rest is sound; whoever fills a form is told everything at once.
        faults.AddRange(sheets.Where(s => s.Sheet.SaysNoWayToAct).Select(s => new OfferFault(s.Row, Name(s.Sheet), $"link.{languages[0]}", NoWayToAct, [])));
        faults = [.. faults.DistinctBy(f => (f.Row, f.Field, f.Code))];
        return new JudgedOffer(faults.Count == 0 ? offer : null, faults);
    }

    /// <summary>A new entry is known by its title until it has a code.</summary>
    private static string Name(EntrySheet sheet) => sheet["code"].StartsWith(EntrySheet.Unnamed, StringComparison.Ordinal) ? sheet[$"title.{sheet.Languages[0]}"] : sheet["code"];

    private static OfferFault Fault(YamlProblem problem, OfferPlace? place, Dictionary<int, string> codes, string language)
    {
        // Two are about several fields: they are mended in the first that can.
        var field = problem.Code switch
        {
            NoWayToAct => $"link.{language}",
            "needs.contact_without_way" => "contact.email",
            _ => place?.Field,
        };
        return new OfferFault(place?.Row ?? 0, place is null ? null : codes.GetValueOrDefault(place.Row), field, problem.Code, problem.Facts);
    }
}
