namespace Diapason.Forms;

/// <summary>Finds what nobody would meet, and conditions that decide nothing. What is around is told once, and not again of what it holds.</summary>
internal sealed class RouteFindings(Questionnaire questionnaire, WalkReport? walk, Findings found)
{
    private readonly ReachSearch _search = new(questionnaire);
    private readonly ConstraintConditions _constraints = new(questionnaire);

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
        else foreach (var question in page.Questions) Look(question, inside);
    }

    private void Look(Question question, IReadOnlyList<Condition> around)
    {
        if (!IsReached(new(FindingPart.Question, question.Code), question.When, around, walk?.Asked.Contains(question.Code) ?? false)) return;
        IReadOnlyList<Condition> inside = question.When is null ? around : [.. around, question.When];
        foreach (var option in question.Scales.SelectMany(scale => scale))
            if (option.When is { } offered) LookAtOffer(new(FindingPart.Option, option.Code, question.Code), offered, inside);
        if (question.Constraint is not null && _constraints.Of(question) is { } accepts) LookAtFit(question, accepts, inside);
    }

    private void LookAtOffer(FindingPlace place, Condition offered, IReadOnlyList<Condition> around)
    {
        var reach = Search(offered, around);
        if (reach == Reach.Never) found.Block(FindingCodes.OptionNeverOffered, place, ("condition", offered.Text));
        else if (reach == Reach.NotProved) found.Warn(FindingCodes.OfferNotProved, place, ("condition", offered.Text));
    }

    // Whoever may leave it is not stuck.
    private void LookAtFit(Question question, Condition accepts, IReadOnlyList<Condition> around)
    {
        var (place, reach) = (new FindingPlace(FindingPart.Question, question.Code), Search(accepts, around));
        var isStuck = question.Required && question.MissingOptions.Count == 0;
        if (reach == Reach.Never && isStuck) found.Block(FindingCodes.NoAnswerFits, place);
        else if (reach == Reach.Never) found.Warn(FindingCodes.NoAnswerFits, place);
        else if (reach == Reach.NotProved && isStuck) found.Warn(FindingCodes.FitNotProved, place, ("condition", question.Constraint!.Text));
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
