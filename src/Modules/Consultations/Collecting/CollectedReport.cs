using Diapason.Consultations.Answering;
using Diapason.Forms;

namespace Diapason.Consultations.Collecting;

/// <summary>What would come in of a file and what would not.</summary>
internal sealed record CollectedReport
{
    /// <summary>Lines that are told; beyond, they are counted.</summary>
    public const int MostLines = 10_000;

    public required int Rows { get; init; }

    /// <summary>How many would be kept.</summary>
    public required int ComingIn { get; init; }

    /// <summary>Rows that say nothing.</summary>
    public required int Blank { get; init; }

    /// <summary>What would be lost, by row then column.</summary>
    public required IReadOnlyList<CollectedProblem> Problems { get; init; }

    /// <summary>How many problems there are in all.</summary>
    public required int Told { get; init; }

    /// <summary>Answers in words that seem to hold an address or a telephone number.</summary>
    public required int Traces { get; init; }

    /// <summary>What is wrong with the mapping itself.</summary>
    public IReadOnlyList<CollectedProblem> Wrong { get; init; } = [];

    public bool IsWhole => Told == 0 && Wrong.Count == 0;

    /// <summary>Reads every row; what comes in is handed over, one at a time.</summary>
    public static CollectedReport Of(Questionnaire questionnaire, CollectedTable table, AnswerMapping mapping, Action<CollectedRow>? keep = null)
    {
        var apply = new ApplyMapping(questionnaire, table, mapping);
        if (apply.Wrong.Count > 0) return new() { Rows = table.Rows.Count, ComingIn = 0, Blank = 0, Problems = [], Told = 0, Traces = 0, Wrong = apply.Wrong };
        var texts = questionnaire.Variables.Where(variable => variable.Type is TextType && !variable.IsSaidAgain).Select(variable => variable.Code).ToList();
        var (problems, told, coming, blank, traces) = (new List<CollectedProblem>(), 0, 0, 0, 0);
        foreach (var row in table.Rows)
        {
            var read = apply.Read(row);
            foreach (var problem in read.Problems)
            {
                if (problem.IsNothing) blank++;
                else if (++told <= MostLines) problems.Add(problem);
            }

            if (read.Answers is not { } answers) continue;
            coming++;
            traces += texts.Count(text => PersonalTraces.In(answers[text].Text).Count > 0);
            keep?.Invoke(read);
        }

        return new() { Rows = table.Rows.Count, ComingIn = coming, Blank = blank, Problems = problems, Told = told, Traces = traces };
    }
}
