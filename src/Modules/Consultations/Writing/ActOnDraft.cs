using Diapason.Forms;
using Diapason.Platform.Outcomes;

namespace Diapason.Consultations.Writing;

/// <summary>What the buttons of the editor do with a thing: move it, copy it, take it out, add something beside it.</summary>
internal static class ActOnDraft
{
    public const string Undo = "undo", Redo = "redo";

    /// <summary>The draft once it is done, and the place it leads to.</summary>
    /// <param name="state">As it stands.</param>
    /// <param name="place">The thing.</param>
    /// <param name="act">The word of the button.</param>
    /// <param name="kind">The kind of a question to add; one choice when it is no kind.</param>
    public static Outcome<(Draft Draft, DraftPlace Place)> Run(DraftState state, DraftPlace place, string act, string kind)
    {
        var (draft, number) = (state.Draft, state.Head + 1);
        var word = QuestionKinds.Words.Contains(kind) ? kind : SingleQuestion.Word;
        return act switch
        {
            "up" or "down" => MoveInDraft.Run(draft, place, act == "up"),
            "copy" => AddToDraft.Copy(draft, place),
            ChangeDraft.Remove => (draft.With(place), Beside(draft, place)),
            "add_question" => AddToDraft.QuestionOnItsPage(draft, place, word, number),
            "add_here" => AddToDraft.QuestionOnPage(draft, place, word, number),
            "add_section" => AddToDraft.Section(draft, place, number),
            _ => Problem.Absent(),
        };
    }

    /// <summary>What is told once it is done: the last part of a key.</summary>
    public static string Told(string act) => act switch
    {
        "up" or "down" => "moved",
        "copy" => "copied",
        ChangeDraft.Remove => "removed",
        Undo => "undone",
        Redo => "redone",
        _ => "added",
    };

    /// <summary>Whether taking it out takes more than a question that nothing rests on.</summary>
    public static bool Holds(Draft draft, DraftPlace place) =>
        RulesOfDraft.Using(draft, place).Count > 0 || draft.Find(place) is DraftSection { Pages.Count: > 0 } or DraftPage { Questions.Count: > 0 };

    // Where one goes on once a thing is taken out.
    private static DraftPlace Beside(Draft draft, DraftPlace place) => draft.PageOf(place) is { Questions.Count: > 1 } page && place.Kind == DraftPlaceKind.Question ? DraftPlace.Of(page)
        : draft.SectionOf(place) is { } section && place.Kind != DraftPlaceKind.Section ? DraftPlace.Of(section) : DraftPlace.Heading;
}
