namespace Diapason.Forms;

/// <summary>Finds texts that quote an answer which may not be there, and say nothing instead: people would read « … ».</summary>
internal sealed class QuoteFindings(Questionnaire questionnaire, Findings found)
{
    public void Look()
    {
        foreach (var page in questionnaire.Pages)
        {
            var place = new FindingPlace(FindingPart.Page, page.Code);
            if (page.HasOwnTitle) Look(place, "title", page.Title, [page.Section.When, page.When]);
            Look(place, "intro", page.Intro, [page.Section.When, page.When]);
            foreach (var question in page.Questions)
            {
                place = new(FindingPart.Question, question.Code);
                IReadOnlyList<Condition?> around = [page.Section.When, page.When, question.When];
                Look(place, "title", question.Title, around);
                Look(place, "hint", question.Hint, around);
                Look(place, "body", question.Body, around);
            }
        }
    }

    private void Look(FindingPlace place, string key, Text.LocalizedText text, IReadOnlyList<Condition?> around)
    {
        foreach (var quoted in text.All.SelectMany(said => QuotedAnswers.Of(said.Value)).Where(quoted => quoted.Instead.Length == 0).DistinctBy(quoted => quoted.Code))
            if (MayLack(quoted.Code, around)) found.Warn(FindingCodes.QuotedMayLack, place, ("text", key), ("name", quoted.Code));
    }

    // What decides that it is asked may be what decides that it is quoted.
    private bool MayLack(string code, IReadOnlyList<Condition?> around)
    {
        if (questionnaire.FindVariable(code) is not { } variable) return false;
        var question = variable.Question;
        if (!question.Required || question.MissingOptions.Count > 0 || variable.SpecifiesOther) return true;
        var known = around.OfType<Condition>().Select(condition => condition.Text).ToHashSet(StringComparer.Ordinal);
        return new[] { question.Page.Section.When, question.Page.When, question.When }.OfType<Condition>().Any(condition => !known.Contains(condition.Text));
    }
}
