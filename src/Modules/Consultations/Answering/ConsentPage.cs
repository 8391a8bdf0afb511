using Diapason.Forms;

namespace Diapason.Consultations.Answering;

/// <summary>The first page of a questionnaire, which asks for consent and nothing else: it is shown as the campaign's own first page.</summary>
internal static class ConsentPage
{
    public static bool Is(Page page) => page.Index == 0 && page.Questions is [{ IsConsent: true }];

    /// <summary>A kit whose questionnaire has none is refused, so that every stored one has it.</summary>
    public static Page Of(Questionnaire questionnaire) => questionnaire.Pages[0];
}
