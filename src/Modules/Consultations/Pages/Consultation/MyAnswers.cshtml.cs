using System.Text;
using Diapason.Consultations.Answering;
using Diapason.Consultations.Data;
using Diapason.Consultations.Reaching;
using Diapason.Platform.Language;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Consultations.Pages.Consultation;

/// <summary>One's own copy, to read and to keep: whoever holds the resume code may see what they wrote, even after the closing.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class MyAnswersModel(Visits visits, FindLink links, Texts<ConsultationsModule> texts) : PageModel
{
    public Visit Visit { get; private set; } = null!;

    public IReadOnlyList<ReviewedSection> Sections { get; private set; } = [];

    /// <summary>The association's link by which they came; null when it was none.</summary>
    public AssociationLink? Via { get; private set; }

    public int Kilobytes { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        if (await visits.FindAsync(HttpContext, slug) is not { } visit) return NotFound();
        if (visit.Draft is null) return this.SeeOther(visit.Here);
        Visit = visit;
        Via = await links.RunAsync(visit.Facts.Id, visit.Draft.Source, HttpContext.RequestAborted);
        Sections = AnswerReview.Of(visit.Route, visit.Screens);
        Kilobytes = (Encoding.UTF8.GetByteCount(Write()) / 1024) + 1;
        return Page();
    }

    public async Task<IActionResult> OnGetDownloadAsync(string slug)
    {
        if (await OnGetAsync(slug) is var refused and not PageResult) return refused;
        return File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Write())], "text/plain; charset=utf-8", texts["mine.file", slug]);
    }

    private string Write()
    {
        var text = new StringBuilder().AppendLine(Visit.Facts.Title.Here).AppendLine();
        if (Via is { } via) text.AppendLine(texts["mine.via", via.Name]).AppendLine();
        foreach (var section in Sections)
        {
            text.AppendLine(section.Title).AppendLine(new string('=', section.Title.Length)).AppendLine();
            foreach (var (group, answer) in section.Groups.SelectMany(group => group.Answers.Select(answer => (group, answer))))
                text.AppendLine(group.Title is null ? answer.Label : $"{group.Title} {answer.Label}").Append("    ").AppendLine(answer.Said.Count == 0 ? texts["check.none"] : string.Join("; ", answer.Said)).AppendLine();
        }

        return text.ToString();
    }
}
