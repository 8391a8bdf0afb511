using Diapason.Forms;

namespace Diapason.Consultations.Answering;

/// <summary>Tells a response from one that says nothing.</summary>
internal static class GivenAnswers
{
    /// <summary>Whether anything shown was answered besides consent: « je ne sais pas » is an answer, a question passed is none.</summary>
    public static bool Any(Route route) => route.Pages.Where(page => !ConsentPage.Is(page)).SelectMany(page => page.Questions)
        .Any(question => route.Shows(question) && question.Variables.Any(variable => route.Answers.Has(variable.Code) && route.Answers[variable.Code].Missing is not (MissingKind.Skipped or MissingKind.NotAsked)));
}
