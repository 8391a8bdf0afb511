using Diapason.Consultations.Contracts;
using Diapason.Consultations.Writing;
using Diapason.Platform.Web;

namespace Diapason.Consultations.Pages.Manage.Questionnaires.Author;

/// <summary>One line of what is to be done before opening: of what, what, and the way there.</summary>
internal sealed record LackLine(string Name, string Says, PageLink Link)
{
    public static IReadOnlyList<LackLine> Of(DraftState state, DraftWords words) =>
        [.. state.Lacks.Select(lack => new LackLine(words.Name(state.Draft, lack.Place), words.Say(lack), ConsultationsLinks.EditDraft(state.Id, lack.Place.ToString())))];
}
