using System.Globalization;
using Diapason.Platform.Outcomes;

namespace Diapason.Workshops.Activities;

/// <summary>Options in one’s own order, from 1; those left out come last.</summary>
internal sealed class Ranking : ActivityKind
{
    public override string Code => "ranking";

    public override string Form => "Numbers";

    protected override Said? One(Reading reading, string item, string typed)
    {
        if (PlaceOf(reading.Activity, item) == 0)
        {
            reading.Problems.Add(Problem.Lost("say.line_gone"));
            return null;
        }

        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var rank) && rank >= 1 && rank <= reading.Activity.Items.Count) return new Said(item, rank);
        reading.Problems.Add(Problem.Invalid("say.rank_wrong", reading.Field(item), ("line", item), ("most", reading.Activity.Items.Count)));
        return null;
    }

    protected override void Together(Reading reading, IReadOnlyList<Said> said)
    {
        if (said.GroupBy(one => one.Value).FirstOrDefault(rank => rank.Count() > 1) is { } twice)
            reading.Problems.Add(Problem.Invalid("say.rank_twice", reading.Field(twice.Last().Item), ("rank", twice.Key)));
    }
}
