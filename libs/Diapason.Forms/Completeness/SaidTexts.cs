using Diapason.Text;

namespace Diapason.Forms;

/// <summary>One text of a questionnaire: where it stands and the key under which it is written (<c>title</c>, <c>hint</c>, <c>label</c>…).</summary>
internal sealed record SaidText(FindingPlace Place, string Key, LocalizedText Text);

/// <summary>Every text that people read, each once: a list of options that several questions share is told by the first.</summary>
internal static class SaidTexts
{
    public static IEnumerable<SaidText> Of(Questionnaire questionnaire) => All(questionnaire).Where(said => !said.Text.IsEmpty).Select(said => said with { Text = QuotedAnswers.Named(said.Text) });

    private static IEnumerable<SaidText> All(Questionnaire questionnaire)
    {
        var whole = new FindingPlace(FindingPart.Questionnaire, questionnaire.Code);
        yield return new(whole, "title", questionnaire.Title);
        yield return new(whole, "consent", questionnaire.Consent.Text);
        foreach (var section in questionnaire.Sections) yield return new(new(FindingPart.Section, section.Code), "title", section.Title);
        var shared = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var said in questionnaire.Pages.SelectMany(OfPage)) if (shared.Add(said.Text)) yield return said;
        foreach (var said in questionnaire.Questions.SelectMany(OfQuestion)) if (shared.Add(said.Text)) yield return said;
    }

    private static IEnumerable<SaidText> OfPage(Page page)
    {
        var place = new FindingPlace(FindingPart.Page, page.Code);
        if (page.HasOwnTitle) yield return new(place, "title", page.Title);
        yield return new(place, "intro", page.Intro);
        yield return new(place, "why", page.Why);
        yield return new(place, "who", page.Who);
    }

    private static IEnumerable<SaidText> OfQuestion(Question question)
    {
        var place = new FindingPlace(FindingPart.Question, question.Code);
        yield return new(place, "title", question.Title);
        yield return new(place, "hint", question.Hint);
        yield return new(place, "body", question.Body);
        yield return new(place, "constraint_message", question.ConstraintMessage);
        yield return new(place, "unit", question.Unit);
        foreach (var item in question.Items) yield return new(new(FindingPart.Item, item.Code, question.Code), "label", item.Label);
        foreach (var option in question.Scales.SelectMany(scale => scale).Concat(question.MissingOptions))
        {
            var one = new FindingPlace(FindingPart.Option, option.Code, question.Code);
            yield return new(one, "label", option.Label);
            yield return new(one, "hint", option.Hint);
        }
    }
}
