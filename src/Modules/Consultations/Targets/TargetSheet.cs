using System.Text.RegularExpressions;
using Diapason.Consultations.Answering;
using Diapason.Platform.Outcomes;

namespace Diapason.Consultations.Targets;

/// <summary>A target as somebody states it, on a page, in a file or in a kit.</summary>
/// <param name="Group">The code of the group's variable, a colon, its own: <c>region:gaspesie</c>.</param>
/// <param name="Answers">How many answers; nought takes the target away.</param>
/// <param name="Line">The line of its file; nought on a page.</param>
internal sealed partial record TargetSheet(string Group, int Answers, int Line = 0)
{
    /// <summary>The fewest: counts are told by tens, and a target between two of them would tell more.</summary>
    public const int Step = Tray.Least;

    public const int Most = 1_000_000;

    /// <summary>More would be no targets but a table.</summary>
    public const int MostTargets = 200;

    /// <summary>What the form was filled from; null where nothing was shown.</summary>
    public int? Was { get; init; }

    /// <summary>What is wrong with it; null when nothing is.</summary>
    /// <param name="field">Where it was written.</param>
    public Problem? Judge(string field)
    {
        return GroupCode().IsMatch(Group) ? JudgeNumber(field) : Problem.Invalid("targets.group_wrong", field, ("line", Line), ("group", Group));
    }

    /// <summary>What is wrong with its number alone; null when nothing is.</summary>
    public Problem? JudgeNumber(string field)
    {
        if (Answers is < 0 or > Most) return Problem.Invalid("targets.out_of_range", field, ("line", Line), ("group", Group), ("least", Step));
        return Answers % Step == 0 ? null : Problem.Invalid("targets.not_by_tens", field, ("line", Line), ("group", Group), ("below", Answers / Step * Step), ("above", (Answers / Step * Step) + Step));
    }

    [GeneratedRegex(@"^[A-Za-z0-9_.-]{1,80}:[A-Za-z0-9_.-]{1,80}\z", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex GroupCode();
}
