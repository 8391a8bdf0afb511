namespace Diapason.Forms;

/// <summary>
/// Checks that conditions only ask about earlier pages: a page is decided before it is shown, without script, so a
/// condition on the same page or a later one could never be told in time.
/// </summary>
internal sealed class ConditionOrder(Questionnaire questionnaire, ReadingContext context)
{
    private readonly List<(Page From, Page To, Condition Condition)> _asks = [];

    public void Check()
    {
        foreach (var page in questionnaire.Pages)
        {
            Note(page, page.Section.When);
            Note(page, page.When);
            foreach (var question in page.Questions)
            {
                Note(page, question.When);
                foreach (var option in question.Scales.SelectMany(scale => scale)) Note(page, option.When);
            }
        }

        foreach (var (from, to, condition) in _asks)
            if (to.Index >= from.Index) Refuse(from, to, condition);
    }

    private void Note(Page page, Condition? condition)
    {
        if (condition is null) return;
        foreach (var asked in condition.RestsOn.Select(variable => variable.Question.Page).Distinct()) _asks.Add((page, asked, condition));
    }

    private void Refuse(Page from, Page to, Condition condition)
    {
        var code = Depends(to, from, []) ? "condition_circle" : "condition_later_page";
        var placed = context.Conditions.Find(placed => ReferenceEquals(placed.Condition, condition))!;
        placed.Report(code, ("page", from.Code), ("asks", to.Code), ("condition", condition.Text));
    }

    private bool Depends(Page page, Page on, HashSet<Page> seen)
    {
        if (ReferenceEquals(page, on)) return true;
        if (!seen.Add(page)) return false;
        foreach (var (from, to, _) in _asks)
            if (ReferenceEquals(from, page) && Depends(to, on, seen)) return true;
        return false;
    }
}
