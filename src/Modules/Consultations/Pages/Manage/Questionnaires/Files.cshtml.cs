using Diapason.Consultations.Images;
using Diapason.Consultations.Writing;
using Diapason.Forms;
using Diapason.Platform.Language;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Consultations.Pages.Manage.Questionnaires;

/// <summary>The files a draft can be downloaded as, and what each cannot carry.</summary>
internal sealed class FilesModel(FindDraft find, DraftWords words, IAuthorizationService authorization, Texts<ConsultationsModule> texts) : PageModel
{
    public DraftState State { get; private set; } = null!;

    /// <summary>Whether options come with images, which are downloaded with it.</summary>
    public bool HasImages => DraftImages.Of(State.Draft).Any(OptionImage.IsKeptName);

    public bool Writes { get; private set; }

    /// <summary>What a form of others carries otherwise or not at all; null while nothing of it can be asked.</summary>
    public IReadOnlyList<string>? Notices { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await find.RunAsync(id, HttpContext.RequestAborted) is not { } state) return NotFound();
        State = state;
        Writes = (await authorization.AuthorizeAsync(User, null, WritingPolicy.Author)).Succeeded;
        if (FillDraft.Run(state.Draft)?.Questionnaire is not { } questionnaire) return Page();
        var notices = XlsFormWriter.Write(questionnaire).Notices.Where(notice => notice.Outcome is FormOutcome.Changed or FormOutcome.NotCarried);
        Notices = [.. notices.Select(notice => notice.Row > 0 ? texts["writing.lack_of", words.Place(notice), words.Say(notice)] : words.Say(notice))];
        return Page();
    }
}
