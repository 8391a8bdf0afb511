namespace Diapason.Forms;

/// <summary>Makes of a draft that came from elsewhere a questionnaire that the reader takes: what is refused is told and left out, a rule before its question.</summary>
internal static class SoundDraft
{
    private const int Rounds = 8;

    /// <param name="draft">The draft.</param>
    /// <param name="tell">Told of each problem, and whether it is a rule alone that is left out.</param>
    /// <returns><see langword="null"/> when nothing is left.</returns>
    public static DraftCheck? Of(Draft draft, Action<DraftProblem, bool> tell)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var check = CheckDraft.Of(draft);
            if (check.Questionnaire is not null) return check;
            foreach (var problem in check.Problems)
            {
                tell(problem, problem.Problem.Code.StartsWith("condition_", StringComparison.Ordinal));
                draft = FillDraft.Without(draft, problem);
            }

            draft = FillDraft.Held(draft);
            if (draft.Sections.Count == 0) return null;
        }

        return null;
    }
}
