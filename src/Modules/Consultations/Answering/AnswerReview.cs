using Diapason.Forms;

namespace Diapason.Consultations.Answering;

/// <summary>One's answers in words, section by section, for the check page, one's own copy and its download.</summary>
internal static class AnswerReview
{
    public static IReadOnlyList<ReviewedSection> Of(Route route, Screens screens)
    {
        var sections = new List<ReviewedSection>();
        foreach (var page in route.Pages)
        {
            if (ConsentPage.Is(page)) continue;
            var screen = screens.Of(page);
            if (sections.Count == 0 || sections[^1].Code != page.Section.Code) sections.Add(new ReviewedSection(page.Section.Code, screen.SectionTitle, []));
            foreach (var question in screen.Questions)
                if (route.Shows(question.Question)) AddQuestion(sections[^1].Groups, question, route, screens.Language);
        }

        return sections;
    }

    private static void AddQuestion(List<ReviewedGroup> groups, QuestionScreen question, Route route, string language)
    {
        var (given, title) = (route.Answers, QuotedAnswers.Fill(question.Title, route, language));
        if (question.Question.Fields.Count == 0) return;
        if (question.Items.Count == 0)
        {
            if (groups is not [.., { Title: null }]) groups.Add(new ReviewedGroup(null, []));
            groups[^1].Answers.Add(new ReviewedAnswer(title, Say(question.Question.Variables, given, language), question.Question.Page.Code, question.Question.Fields[0].Name) { Words = Words(question.Question.Variables, given) });
            return;
        }

        // The same question over several pages is read again as one.
        if (groups is not [.., var group] || group.Title != title) groups.Add(group = new ReviewedGroup(title, []));
        foreach (var item in question.Items)
            group.Answers.Add(new ReviewedAnswer(item.Text, Say(item.Fields.Select(f => f.Variable), given, language), question.Question.Page.Code, item.Fields[0].Name));
    }

    private static string? Words(IEnumerable<Variable> variables, AnswerSet given) =>
        variables.Where(variable => variable.Type == VariableType.Text && given[variable.Code].Kind == AnswerKind.Text).Select(variable => given[variable.Code].Text).FirstOrDefault();

    private static List<string> Say(IEnumerable<Variable> variables, AnswerSet given, string language)
    {
        var said = new List<string>();
        foreach (var variable in variables.Where(variable => !variable.IsSaidAgain))
        {
            var words = variable.Say(given[variable.Code], language);
            if (words.Count > 0 && variable.Aspect is "importance" or "mastery") said.Add(FieldMessages.Side(variable.Aspect, string.Join(", ", words)));
            else said.AddRange(words);
        }

        return said;
    }
}

internal sealed record ReviewedSection(string Code, string Title, List<ReviewedGroup> Groups)
{
    public int Given => Groups.Sum(group => group.Answers.Count(answer => answer.Said.Count > 0));

    public int Blank => Groups.Sum(group => group.Answers.Count(answer => answer.Said.Count == 0));

    public bool Holds(string? field) => field is not null && Groups.Exists(group => group.Answers.Exists(answer => answer.Field == field));
}

/// <summary>Questions one under the other (no title), or the items of one question under its title.</summary>
internal sealed record ReviewedGroup(string? Title, List<ReviewedAnswer> Answers);

/// <summary>One line: the question or its item, what was answered (nothing when it was passed), and where to change it.</summary>
internal sealed record ReviewedAnswer(string Label, IReadOnlyList<string> Said, string Page, string Field)
{
    /// <summary>What was written in the person's own words; null when all was chosen.</summary>
    public string? Words { get; init; }
}
