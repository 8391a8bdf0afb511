namespace Diapason.Forms;

/// <summary>Finds under its new code a thing that was renamed between two states of a draft.</summary>
public static class RenamedInDraft
{
    /// <summary>
    /// Where it is now: the only section, or question of its kind, that bears a code unknown before and stands between the same neighbours. <see langword="null"/> when it is there under
    /// its own code, was not there before, or may have been taken out.
    /// </summary>
    /// <param name="was">The draft that had it.</param>
    /// <param name="now">The draft to look in.</param>
    /// <param name="place">Where it was.</param>
    public static DraftPlace? Find(Draft was, Draft now, DraftPlace place)
    {
        if (was.Find(place) is not { } part || now.Has(now.Where(place))) return null;
        return part switch
        {
            DraftQuestion question => Between([.. was.Questions.Select(one => one.Question.Code)], [.. now.Questions.Select(one => one.Question.Code)], question.Code) is { } code
                && now.Questions.First(one => one.Question.Code == code) is var found && found.Question.Kind == question.Kind ? DraftPlace.Of(found.Page, found.Question) : null,
            DraftSection section => Between([.. was.Sections.Select(one => one.Code)], [.. now.Sections.Select(one => one.Code)], section.Code) is { } code ? place with { Code = code } : null,
            _ => null,
        };
    }

    private static string? Between(List<string> was, List<string> now, string code)
    {
        var at = was.IndexOf(code);
        var (before, after) = (was.Take(at).LastOrDefault(now.Contains), was.Skip(at + 1).FirstOrDefault(now.Contains));
        var (from, to) = (before is null ? 0 : now.LastIndexOf(before) + 1, after is null ? now.Count : now.IndexOf(after));
        return to > from && now[from..to].Where(other => !was.Contains(other)).ToList() is [var only] ? only : null;
    }
}
