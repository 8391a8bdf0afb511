using Diapason.Platform.Councils;
using Diapason.Platform.Kits;
using Diapason.Platform.Language;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Web;
using Diapason.Workshops.Contracts;
using Diapason.Workshops.Preparing;
using Diapason.Yaml;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Workshops.Pages.Manage.Workshops;

/// <summary>A workshop that comes as a file: from a colleague, from another council, from a kit. Nothing is kept unless all of it can be read.</summary>
internal sealed class FileModel(SaveWorkshop save, ReadWorkshops read, CurrentCouncil council, KitSentences sentences, Texts<WorkshopsModule> texts) : PageModel
{
    private const int MostFaults = 20;

    public IReadOnlyList<string> Faults { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Request.Form.Files.GetFile("file") is not { Length: > 0 } sent) return this.Refuse(Problem.Invalid("file.missing", "file"));
        if (sent.Length > WorkshopFile.LargestKibibytes * 1024) return this.Refuse(Problem.Invalid("file.large", "file", ("most", WorkshopFile.LargestKibibytes)));
        using var reader = new StreamReader(sent.OpenReadStream());
        var problems = new YamlProblems(WorkshopFile.Name);
        if (WorkshopFile.Read(await reader.ReadToEndAsync(cancel), problems, council.Languages, read.Today) is not { Count: > 0 } brought)
        {
            Faults = [.. problems.InOrder.Take(MostFaults).Select(Say)];
            return this.Refuse(Problem.Invalid("file.faults", "file"));
        }

        var last = Guid.Empty;
        foreach (var one in brought)
        {
            if (one.Content.Activities.Count > WorkshopContent.MostActivities) return this.Refuse(Problem.Invalid("activity.too_many", "file", ("most", WorkshopContent.MostActivities)));
            last = (await save.AddAsync(one.Content, cancel)).Value;
        }

        return this.SeeOther(WorkshopsLinks.Edit(last));
    }

    private string Say(YamlProblem problem)
    {
        var reason = sentences.Reason(YamlCodes.All.Contains(problem.Code) ? "kit." + problem.Code : problem.Code, [.. problem.Facts]);
        return problem.Line > 0 ? texts["file.at_line", problem.Line, reason] : reason;
    }
}
