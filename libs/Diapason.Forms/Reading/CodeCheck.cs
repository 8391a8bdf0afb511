namespace Diapason.Forms;

/// <summary>Gives each question its variables and checks that no two sections, pages or variables share a code.</summary>
internal static class CodeCheck
{
    public static void Run(IReadOnlyList<Section> sections, IReadOnlyList<Calculation> calculations, ReadingContext context)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        var pages = new HashSet<string>(StringComparer.Ordinal);
        var variables = new HashSet<string>(StringComparer.Ordinal);
        foreach (var section in sections)
        {
            Check(section, section.Code, codes, context);
            foreach (var page in section.Pages)
            {
                Check(page, page.Code, pages, context);
                foreach (var question in page.Questions) Lay(question, variables, context);
            }
        }

        foreach (var calculation in calculations) Check(calculation, calculation.Code, variables, context);
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
        if (!HasDistinctCodes(question)) return;
        question.Lay();
        // A note has no variable, but its code still names it.
        if (question.Variables.Count == 0) Check(question, question.Code, variables, context);
        foreach (var variable in question.Variables)
            if (!Check(question, variable.Code, variables, context)) return;
    }

    // What has no code, or shares it, is told once; two questions of one code would share all their variables.
    private static bool Check(object part, string code, HashSet<string> known, ReadingContext context)
    {
        if (code.Length == 0 || known.Add(code)) return true;
        context.Places[part].ReportAt("code", "duplicated_code", ("code", code));
        return false;
    }

    // Repeated codes are already noted where they stand; the question is then left without variables.
    private static bool HasDistinctCodes(Question question) =>
        question.Scales.All(scale => AreDistinct([.. scale, .. question.MissingOptions]))
        && question.Items.DistinctBy(item => item.Code, StringComparer.Ordinal).Count() == question.Items.Count;

    private static bool AreDistinct(List<Option> options) => options.DistinctBy(option => option.Code, StringComparer.Ordinal).Count() == options.Count;
}
