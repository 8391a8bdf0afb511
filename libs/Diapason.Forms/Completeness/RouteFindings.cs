namespace Diapason.Forms;

/// <summary>Finds what nobody would meet, and conditions that decide nothing. What is around is told once, and not again of what it holds.</summary>
internal sealed class RouteFindings(Questionnaire questionnaire, WalkReport? walk, Findings found)
{
    private readonly ReachSearch _search = new(questionnaire);

    public void Look()
    {
        foreach (var section in questionnaire.Sections)
        {
            var place = new FindingPlace(FindingPart.Section, section.Code);
            if (!IsReached(place, section.When, [], section.Pages.Any(IsMet))) continue;
            foreach (var page in section.Pages) Look(page, [.. new[] { section.When }.OfType<Condition>()]);
        }
    }

    private void Look(Page page, IReadOnlyList<Condition> around)
    {
        var place = new FindingPlace(FindingPart.Page, page.Code);
        if (!IsReached(place, page.When, around, IsMet(page))) return;
        var inside = page.When is null ? around : [.. around, page.When];
        var hidden = page.Questions.Where(question => question.When is not null && !(walk?.Asked.Contains(question.Code) ?? false) && Search(question.When, inside) == Reach.Never).ToList();
        // Nobody sees a page of which nobody sees a question.
        if (hidden.Count == page.Questions.Count) found.Block(FindingCodes.NeverShown, place, ("condition", hidden[0].When!.Text));
        else foreach (var question in page.Questions) IsReached(new(FindingPart.Question, question.Code), question.When, inside, walk?.Asked.Contains(question.Code) ?? false);
    }

    private bool IsReached(FindingPlace place, Condition? condition, IReadOnlyList<Condition> around, bool isMet)
    {
        if (condition is null) return true;
        var reach = isMet ? Reach.Found : Search(condition, around);
        if (reach == Reach.Never) found.Block(FindingCodes.NeverShown, place, ("condition", condition.Text));
        else if (reach == Reach.NotProved) found.Warn(FindingCodes.ReachNotProved, place, ("condition", condition.Text));
        else if (_search.Find(around, condition) == Reach.Never) found.Warn(FindingCodes.AlwaysShown, place, ("condition", condition.Text));
        return reach != Reach.Never;
    }

    private Reach Search(Condition condition, IReadOnlyList<Condition> around) => _search.Find([.. around, condition]);

    private bool IsMet(Page page) => walk?.Reached.Contains(page.Code) ?? false;
}
