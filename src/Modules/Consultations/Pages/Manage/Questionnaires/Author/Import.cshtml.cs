using System.Globalization;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Writing;
using Diapason.Forms;
using Diapason.Platform.Language;
using Diapason.Platform.Web;
using Diapason.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Consultations.Pages.Manage.Questionnaires.Author;

/// <summary>What became of one thing of a file.</summary>
internal sealed record NoticeLine(string Place, string Column, string Says);

/// <summary>What had one outcome; so many lines are shown.</summary>
internal sealed record NoticeGroup(FormOutcome Outcome, IReadOnlyList<NoticeLine> Lines, int More);

/// <summary>A file as it would become a draft: what is carried, changed and left out is shown before anything is kept.</summary>
internal sealed class ImportModel(ReadImport read, StartDraft start, WritingRules rules, DraftWords words, Texts<ConsultationsModule> texts) : PageModel
{
    private const int Most = 300;

    public ReadFile? Sent { get; private set; }

    /// <summary>What would be kept; null when nothing could be made of the file.</summary>
    public Draft? Draft { get; private set; }

    /// <summary>The questions of the file.</summary>
    public int Questions { get; private set; }

    public bool AddsConsent { get; private set; }

    /// <summary>What would be left to do before it can be asked.</summary>
    public int Lacks { get; private set; }

    public IEnumerable<NoticeGroup> Groups => Sent is null ? [] :
        from outcome in new[] { FormOutcome.Error, FormOutcome.NotCarried, FormOutcome.Changed, FormOutcome.Carried }
        let notices = Sent.Notices.Where(notice => notice.Outcome == outcome).ToList()
        where notices.Count > 0
        let lines = outcome == FormOutcome.Carried ? [] : notices.Take(Most).Select(Line).ToList()
        select new NoticeGroup(outcome, lines, notices.Count - lines.Count);

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await read.RunAsync(Request.Form.Files.GetFile(ReadImport.Field), HttpContext.RequestAborted);
        if (!outcome.IsDone) return this.Refuse(outcome);
        Sent = outcome.Value;
        if (Request.Form.ContainsKey("report")) return await ReportAsync(HttpContext.RequestAborted);
        // Nothing of it can be kept: the page says why.
        if (Sent.Yaml.Length == 0 || ReadDraft.From(Sent.Yaml).Draft is not { } draft)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        (Draft, Questions) = (StartDraft.Consented(draft), draft.Questions.Count());
        (AddsConsent, Lacks) = (Draft.Sections.Count > draft.Sections.Count, rules.Lacks(Draft).Count);
        return Page();
    }

    // Every line, what is carried too.
    private async Task<IActionResult> ReportAsync(CancellationToken cancel)
    {
        using var file = new MemoryStream();
        await using (var table = new CsvTableWriter(file, CsvDialect.Of(CultureInfo.CurrentCulture)))
        {
            await table.HeaderAsync([texts["import.what"], texts["import.place"], texts["import.column"], texts["import.says"]], cancel);
            foreach (var notice in Sent!.Notices)
            {
                table.Text(texts["import.is." + notice.Outcome.ToString().ToLowerInvariant()]);
                foreach (var cell in new[] { words.Place(notice), notice.Column, words.Say(notice) }) table.Text(cell);
                await table.EndRowAsync(cancel);
            }
        }

        Response.Headers.CacheControl = "no-store";
        return File(file.ToArray(), "text/csv; charset=utf-8", "import.csv");
    }

    public async Task<IActionResult> OnPostKeepAsync()
    {
        var kept = await start.ImportAsync(Request.Form["yaml"].ToString(), HttpContext.RequestAborted);
        return kept.IsDone ? this.SeeOther(ConsultationsLinks.EditDraft(kept.Value)) : this.Refuse(kept);
    }

    /// <summary>Images that came with the file and are not taken.</summary>
    public IEnumerable<string> Refused => Sent?.Refused.Select(image => texts["writing.lack_of", image.Name, this.Say(image.Why)]) ?? [];

    private NoticeLine Line(FormNotice notice) => new(words.Place(notice), notice.Column, words.Say(notice));
}
