using Diapason.Consultations.Pretesting;
using Diapason.Forms;
using Diapason.Platform.Language;
using Diapason.Platform.Metering;

namespace Diapason.Consultations.Answering;

/// <summary>What came of a posted page.</summary>
internal abstract record PageOutcome
{
    private PageOutcome()
    {
    }

    /// <param name="Answers">The draft's answers with those of the page.</param>
    /// <param name="Saves">How many times the draft was saved.</param>
    /// <param name="IsBehind">The page shows something that was answered otherwise since, elsewhere; that is kept.</param>
    public sealed record Saved(AnswerSet Answers, int Saves, bool IsBehind) : PageOutcome;

    /// <summary>Something is to mend before going on; whatever could be kept is kept.</summary>
    /// <param name="Post">What was typed and what is wrong with it.</param>
    /// <param name="MayDrop">The person asked to pass: they may also go on without what cannot be read.</param>
    /// <param name="IsKept">Whether the page can be asked again as it was typed.</param>
    public sealed record Refused(PagePost Post, bool MayDrop, bool IsKept) : PageOutcome;

    /// <summary>The draft was sent or erased meanwhile.</summary>
    public sealed record Gone : PageOutcome;
}

/// <summary>Saves one page of a draft. Whatever its author does next, and whatever is wrong with it, all that they typed is kept.</summary>
internal sealed class SavePage(ResponseStore responses, PretestStore pretests)
{
    /// <param name="visit">Someone with a draft that is not sent.</param>
    /// <param name="page">The page.</param>
    /// <param name="posted">What was posted, by the name of its field.</param>
    /// <param name="act">What the person asks.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<PageOutcome> RunAsync(Visit visit, Page page, PostedFields posted, PageAct act, CancellationToken cancel)
    {
        if (act == PageAct.Clear) posted = _ => [];
        var (draft, changes) = (visit.Draft!, PageChanges.Read(page, posted));
        var held = FilledPage.Held(page, visit.Route, draft.Typed, Languages.Current);
        var form = changes.Over(held);
        var post = PagePost.Read(page, visit.Route, form);
        if (act == PageAct.Drop) post = WithoutUnreadable(page, visit.Route, form, post);
        var save = act.Leaves() || !post.IsValid ? PageSave.Left(post, page, draft, changes) : PageSave.Finished(post, page, draft, changes);
        if (act == PageAct.Section && post.IsValid) PassSection(save, page, visit);
        var saves = save.IsEmpty ? draft.Saves
            : visit.IsPretest ? await pretests.SaveAsync(visit.Facts, visit.Code!, save, Languages.Current, cancel)
            : await responses.SaveAsync(visit.Facts, visit.Code!, save, Languages.Current, cancel);
        if (saves is null) return new PageOutcome.Gone();
        if (!save.IsEmpty && !visit.IsPretest) Measures.PageSaved();
        var refused = act.Leaves() ? !save.KeepsAll : !post.IsValid && visit.IsOpen;
        return refused
            ? new PageOutcome.Refused(post, (act is PageAct.Skip or PageAct.Section) && post.Problems.Any(problem => problem.Code != FieldProblemCodes.Required), save.KeepsAll)
            : new PageOutcome.Saved(save.Apply(draft.Answers), saves.Value, changes.IsBehind(held));
    }

    // The pages of the section that are still to come; what was answered or typed there stays.
    private static void PassSection(PageSave save, Page page, Visit visit)
    {
        var (draft, route) = (visit.Draft!, visit.Facts.Questionnaire.RouteFor(save.Apply(visit.Draft!.Answers)));
        foreach (var other in page.Section.Pages)
            if (other.Index > page.Index && route.Shows(other) && !draft.Typed.HasAny(other)) save.Pass(PagePost.Read(other, route, _ => []), draft);
    }

    private static PagePost WithoutUnreadable(Page page, Route route, PostedFields form, PagePost post)
    {
        var unread = post.Problems.Select(problem => problem.Field.Variable).ToHashSet();
        var names = page.Questions.SelectMany(question => question.Fields).Where(field => field.Variable.Question.IsOneAnswer ? field.Variable.Question.Variables.Any(unread.Contains) : unread.Contains(field.Variable)).Select(field => field.Name).ToHashSet();
        return PagePost.Read(page, route, name => names.Contains(name) ? [] : form(name));
    }
}
