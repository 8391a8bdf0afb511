namespace Diapason.Forms;

/// <summary>Gives each question its variables and checks that no two sections, pages or variables share a code.</summary>
internal static class CodeCheck
{
    public static void Run(IReadOnlyList<Section> sections, ReadingContext context)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        var pages = new HashSet<string>(StringComparer.Ordinal);
        var variables = new HashSet<string>(StringComparer.Ordinal);
        foreach (var section in sections)
        {
            if (!codes.Add(section.Code)) context.Log.Add(context.SectionLines[section], "duplicated_code", ("code", section.Code));
            foreach (var page in section.Pages)
            {
                if (!pages.Add(page.Code)) context.Log.Add(context.PageLines[page], "duplicated_code", ("code", page.Code));
                foreach (var question in page.Questions) Lay(question, variables, context);
            }
        }
    }

    /// <summary>Whether the parts are sound enough to be linked, so that conditions too can be checked.</summary>
    public static bool CanLink(IReadOnlyList<Section> sections)
    {
        var pages = sections.SelectMany(section => section.Pages).ToList();
        var questions = pages.SelectMany(page => page.Questions).ToList();
        return pages.DistinctBy(page => page.Code, StringComparer.Ordinal).Count() == pages.Count
            && questions.SelectMany(question => question.Variables).GroupBy(variable => variable.Code, StringComparer.Ordinal).All(same => same.Count() == 1);
    }

    private static void Lay(Question question, HashSet<string> variables, ReadingContext context)
    {
        var line = context.QuestionLines[question];
        if (!HasDistinctCodes(question)) return;
        question.Lay();
        // A note has no variable, but its code still names it.
        if (question.Variables.Count == 0 && !variables.Add(question.Code)) context.Log.Add(line, "duplicated_code", ("code", question.Code));
        foreach (var variable in question.Variables)
            if (!variables.Add(variable.Code)) context.Log.Add(line, "duplicated_code", ("code", variable.Code));
    }

    // Repeated codes are already noted where they stand; the question is then left without variables.
    private static bool HasDistinctCodes(Question question) =>
        question.Scales.All(scale => AreDistinct([.. scale, .. question.MissingOptions]))
        && question.Items.DistinctBy(item => item.Code, StringComparer.Ordinal).Count() == question.Items.Count;

    private static bool AreDistinct(List<Option> options) => options.DistinctBy(option => option.Code, StringComparer.Ordinal).Count() == options.Count;
}
