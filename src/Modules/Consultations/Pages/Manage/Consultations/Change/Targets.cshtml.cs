using System.Globalization;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Targets;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Web;
using Diapason.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Consultations.Pages.Manage.Consultations.Change;

/// <summary>How many answers each group of the field is hoped to give: one by one, or all by a file; and what is reached, to be seen.</summary>
internal sealed class TargetsModel(ICampaigns campaigns, CurrentCouncil council, ReadTargets read, KeepTargets keep, Texts<ConsultationsModule> texts, TimeProvider clock) : PageModel
{
    private const int MostBytes = 1 << 20;

    public CampaignFacts Facts { get; private set; } = null!;

    /// <summary>Every group that could have a target, variable by variable, and those the study does not know.</summary>
    public IReadOnlyList<TargetStanding> Groups { get; private set; } = [];

    /// <summary>Reached, and nobody has said they saw it.</summary>
    public IReadOnlyList<TargetStanding> Reached => [.. Groups.Where(one => one is { Target: > 0, Stands: Standing.Reached, SeenOn: null })];

    /// <summary>What the box of a group holds: what was typed, when the page comes back, or what is set.</summary>
    public string Typed(TargetStanding group) => Request.HasFormContentType && Request.Form.TryGetValue(KeepTargets.FieldOf(group.Group), out var typed) ? typed.ToString() : group.Target == 0 ? "" : group.Target.ToString(CultureInfo.InvariantCulture);

    public string? Done => Request.Query["done"].ToString() switch
    {
        "set" when int.TryParse(Request.Query["changed"], NumberStyles.None, CultureInfo.InvariantCulture, out var changed) => texts[changed == 0 ? "targets.done.same" : changed == 1 ? "targets.done.one" : "targets.done.set", changed],
        "seen" => texts["targets.done.seen"],
        _ => null,
    };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel)) return NotFound();
        var sheets = new List<TargetSheet>();
        foreach (var group in Groups)
        {
            var field = KeepTargets.FieldOf(group.Group);
            if (!Request.Form.ContainsKey(field)) continue;
            if (TargetTable.Number(Request.Form[field].ToString()) is not { } answers) Note(Problem.Invalid("targets.not_whole", field, ("group", group.Name)));
            else if (TargetTable.Number(Request.Form["was." + group.Group].ToString()) is var was && was != answers) sheets.Add(new(group.Group, answers) { Was = was });
        }

        // On the page a group is known by its name.
        foreach (var sheet in sheets)
            if ((sheet with { Group = Groups.First(group => group.Group == sheet.Group).Name }).JudgeNumber(KeepTargets.FieldOf(sheet.Group)) is { } wrong) Note(wrong);
        return ModelState.IsValid ? await KeptAsync(id, sheets, cancel) : this.Refused();
    }

    public async Task<IActionResult> OnPostFileAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel)) return NotFound();
        if (Request.Form.Files.GetFile("file") is not { Length: > 0 } file) return this.Refuse(Problem.Invalid("links.file_missing", "file"));
        await using var stream = file.OpenReadStream();
        var (sheets, problems) = TargetTable.Read(await ReadTable.RowsAsync(stream, new TableLimits(MostBytes, TargetSheet.MostTargets + 50, 50), cancel), council.Languages);
        var known = Groups.Select(one => one.Group).ToHashSet(StringComparer.Ordinal);
        // Every group is handed out with the file: one that is not among them is a slip, unless the study is not there to say.
        if (Groups.Any(one => one.Of.Length > 0)) problems = [.. problems, .. sheets.Where(sheet => !known.Contains(sheet.Group)).Select(sheet => Problem.Invalid("targets.group_unknown", "file", ("line", sheet.Line), ("group", sheet.Group)))];
        foreach (var problem in problems) Note(problem);
        return ModelState.IsValid ? await KeptAsync(id, sheets, cancel) : this.Refused();
    }

    public async Task<IActionResult> OnPostSeenAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel)) return NotFound();
        var seen = await keep.SeeAsync(id, [.. Reached.Select(one => one.Group)], CampaignDays.DayOf(clock.GetUtcNow().UtcDateTime), cancel);
        return this.Answer(seen, ConsultationsLinks.Targets(id).With("done", "seen"));
    }

    private async Task<IActionResult> KeptAsync(Guid id, IReadOnlyList<TargetSheet> sheets, CancellationToken cancel)
    {
        var kept = await keep.RunAsync(id, sheets, cancel);
        return this.Answer(kept, kept.IsDone ? ConsultationsLinks.Targets(id).With("done", "set").With("changed", kept.Value) : ConsultationsLinks.Targets(id));
    }

    private void Note(Problem problem)
    {
        var line = problem.Facts.FirstOrDefault(fact => fact.Name == "line").Value is int number and > 0 ? number : 0;
        var said = this.Say(problem);
        ModelState.AddModelError(problem.Field ?? "", line > 0 ? texts["links.at_line", line, said] : char.ToUpper(said[0], CultureInfo.CurrentCulture) + said[1..]);
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await campaigns.FindAsync(council.Id, new CampaignId(id), cancel) is not { DestroyedAt: null } facts) return false;
        (Facts, Groups) = (facts, await read.AllAsync(facts, cancel));
        return true;
    }
}
