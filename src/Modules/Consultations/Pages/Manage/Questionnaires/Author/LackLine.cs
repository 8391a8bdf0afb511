using Diapason.Consultations.Contracts;
using Diapason.Consultations.Writing;
using Diapason.Platform.Web;

namespace Diapason.Consultations.Pages.Manage.Questionnaires.Author;

/// <summary>One line of what is to be done before opening: of what, what, and the way there.</summary>
internal sealed record LackLine(string Name, string Says, PageLink Link, bool IsWarning)
{
    /// <summary>What blocks, then what only warns, so many of these.</summary>
    public const int MostWarnings = 20;

    public static IReadOnlyList<LackLine> Of(DraftState state, DraftWords words) => [.. state.Lacks.Concat(state.Warnings.Take(MostWarnings)).Select(lack => Of(state, lack, words))];

    public static LackLine Of(DraftState state, DraftLack lack, DraftWords words) =>
        new(words.Name(state.Draft, lack.Place), words.Say(lack), ConsultationsLinks.EditDraft(state.Id, lack.Place.ToString()), lack.IsWarning);
}
