using Diapason.Text;
using Diapason.Yaml;

namespace Diapason.Forms;

/// <summary>Checks what texts quote: answers of earlier pages, in the texts that are drawn for each person, and nowhere else.</summary>
internal sealed class QuoteReader(Questionnaire questionnaire, ReadingContext context)
{
    private readonly IReadOnlyList<string> _known = [.. questionnaire.Variables.Select(variable => variable.Code), .. questionnaire.Calculations.Select(calculation => calculation.Code)];

    public void Check()
    {
        foreach (var section in questionnaire.Sections) Refuse(context.Places[section], "title", section.Title);
        foreach (var page in questionnaire.Pages)
        {
            var place = context.Places[page];
            if (page.HasOwnTitle) Check(place, "title", page.Title, page);
            Check(place, "intro", page.Intro, page);
            Refuse(place, "why", page.Why);
            Refuse(place, "who", page.Who);
            foreach (var question in page.Questions) Check(question, page);
        }
    }

    private void Check(Question question, Page page)
    {
        var place = context.Places[question];
        Check(place, "title", question.Title, page);
        Check(place, "hint", question.Hint, page);
        // Before the consent, nothing is answered yet.
        if (question.IsConsent) Refuse(place, "body", question.Body);
        else Check(place, "body", question.Body, page);
        foreach (var option in question.Scales.SelectMany(scale => scale)) Refuse(place, "options", option.Label);
        foreach (var item in question.Items) Refuse(place, "items", item.Label);
    }

    private void Check(YamlMap place, string key, LocalizedText text, Page page)
    {
        foreach (var code in text.All.SelectMany(said => QuotedAnswers.Of(said.Value)).Select(quoted => quoted.Code).Distinct(StringComparer.Ordinal)) Check(place, key, code, page);
    }

    private void Check(YamlMap place, string key, string code, Page page)
    {
        if (Asked(code) is not { } asked)
        {
            if (context.HasLostQuestions) return;
            if (Slip.Nearest(code, _known) is { } nearest) place.ReportAt(key, "quoted_mistyped", ("variable", code), ("nearest", nearest));
            else place.ReportAt(key, "quoted_unknown", ("variable", code));
        }
        else if (asked.Any(variable => variable.Question.Page.Index >= page.Index)) place.ReportAt(key, "quoted_later_page", ("variable", code), ("page", page.Code));
    }

    private IEnumerable<Variable>? Asked(string code) =>
        questionnaire.FindVariable(code) is { } variable ? [variable]
        : questionnaire.Calculations.FirstOrDefault(one => one.Code == code) is { } calculation ? CalculationNames.RestsOn(calculation.Value) : null;

    private static void Refuse(YamlMap place, string key, LocalizedText text)
    {
        if (text.All.Any(said => QuotedAnswers.IsIn(said.Value))) place.ReportAt(key, "quoted_elsewhere", ("key", key));
    }
}
