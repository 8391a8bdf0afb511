namespace Diapason.Forms;

/// <summary>
/// Looks for what would go wrong once people answer. What cannot be read at all (an empty page, a rule that asks about a later page, a circle, a language that
/// lacks a text) is told by <see cref="QuestionnaireReader"/>, with its line.
/// </summary>
public static class Completeness
{
    /// <summary>Everything found, in the order of the questionnaire; what is said to be never or always so is proved.</summary>
    /// <param name="questionnaire">A questionnaire that was read without a problem.</param>
    /// <param name="walk">What random respondents met, to add dead ends and length, and to spare the search what they reached.</param>
    public static IReadOnlyList<Finding> Of(Questionnaire questionnaire, WalkReport? walk = null)
    {
        var found = new Findings();
        new RouteFindings(questionnaire, walk, found).Look();
        foreach (var question in questionnaire.Questions) question.Accept(new AnswerFindings(found));
        new WordFindings(questionnaire, found).Look();
        new QuoteFindings(questionnaire, found).Look();
        if (walk is not null) Length(questionnaire, walk, found);
        return found.InOrder(questionnaire);
    }

    private static void Length(Questionnaire questionnaire, WalkReport walk, Findings found)
    {
        foreach (var (page, count) in walk.DeadEnds)
            found.Block(FindingCodes.DeadEnd, new(FindingPart.Page, page), ("walks", count), ("of", walk.Walks));
        if (walk.MedianMinutes > questionnaire.Minutes)
            found.Warn(FindingCodes.LongerThanSaid, new(FindingPart.Questionnaire, questionnaire.Code), ("minutes", questionnaire.Minutes), ("median", Math.Round(walk.MedianMinutes, 1)), ("longest", Math.Round(walk.MostMinutes, 1)));
    }
}

/// <summary>Gathers findings.</summary>
internal sealed class Findings
{
    private readonly List<Finding> _all = [];

    public void Block(string code, FindingPlace place, params ReadOnlySpan<(string Name, object? Value)> facts) => _all.Add(new(code, FindingSeverity.Blocks, place, facts.ToArray()));

    public void Warn(string code, FindingPlace place, params ReadOnlySpan<(string Name, object? Value)> facts) => _all.Add(new(code, FindingSeverity.Warns, place, facts.ToArray()));

    public IReadOnlyList<Finding> InOrder(Questionnaire questionnaire)
    {
        var places = new Dictionary<(FindingPart, string), int>();
        foreach (var page in questionnaire.Pages)
        {
            places.TryAdd((FindingPart.Section, page.Section.Code), places.Count);
            places.TryAdd((FindingPart.Page, page.Code), places.Count);
            foreach (var question in page.Questions) places.TryAdd((FindingPart.Question, question.Code), places.Count);
        }

        int Place(FindingPlace place) => places.GetValueOrDefault(place.Question.Length > 0 ? (FindingPart.Question, place.Question) : (place.Part, place.Code), -1);
        return [.. _all.OrderBy(finding => Place(finding.Place))];
    }
}
