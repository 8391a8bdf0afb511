using System.Security.Cryptography;
using System.Text;
using Diapason.Consultations.Answering;
using Diapason.Consultations.Contracts;
using Diapason.Forms;

namespace Diapason.Consultations.Apart;

/// <summary>What a watch needs to know of answers about to be sent.</summary>
internal static class ArrivalOf
{
    /// <summary>One set of statements answered alike is an opinion; two, of this many lines each, may be nobody's.</summary>
    private const int FewestLines = 3;

    private const int FewestGrids = 2;

    public static ArrivingSending Of(Route route, AnswerSet answers, Sending sending, Came came) => new()
    {
        From = came.From,
        Taken = came.Taken,
        Expected = TimeSpan.FromSeconds(route.Pages.Where(page => Given(route, page).Any()).Sum(page => PageTime.Seconds(page, Given(route, page), sending.Language))),
        GridsAlike = GridsAlike(route),
        Pattern = PatternOf(route.Questionnaire, answers),
        Answers = answers,
    };

    /// <summary>A hash of what was chosen: answers alike but for their words have the same.</summary>
    public static byte[] PatternOf(Questionnaire questionnaire, AnswerSet answers)
    {
        var chosen = new StringBuilder();
        foreach (var variable in questionnaire.Variables.Where(variable => variable.Type != VariableType.Text)) chosen.Append(variable.Code).Append('=').Append(answers[variable.Code].ToString()).Append('\n');
        return SHA256.HashData(Encoding.UTF8.GetBytes(chosen.ToString()));
    }

    private static IEnumerable<Question> Given(Route route, Page page) => page.Questions.Where(question => route.Shows(question) && question.Variables.Any(variable => route.Answers[variable.Code].IsGiven));

    private static bool GridsAlike(Route route)
    {
        var grids = route.Questionnaire.Questions.Where(question => question.CanBeStraightLined && route.Shows(question))
            .Select(question => question.Variables.Select(variable => route.Answers[variable.Code]).Where(answer => answer.IsGiven).Select(answer => answer.ToString()).ToList())
            .Where(lines => lines.Count >= FewestLines).ToList();
        return grids.Count >= FewestGrids && grids.All(lines => lines.Distinct(StringComparer.Ordinal).Count() == 1);
    }
}
