using System.Globalization;
using Diapason.Platform.Outcomes;

namespace Diapason.Workshops.Activities;

/// <summary>A number of dots to lay on options, as many as one likes on each.</summary>
internal sealed class Dots : ActivityKind
{
    public override string Code => "dots";

    public override bool HasBudget => true;

    public override string Form => "Numbers";

    protected override Said? One(Reading reading, string item, string typed)
    {
        if (PlaceOf(reading.Activity, item) == 0)
        {
            reading.Problems.Add(Problem.Lost("say.line_gone"));
            return null;
        }

        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var dots) && dots <= reading.Activity.Budget) return new Said(item, dots);
        reading.Problems.Add(Problem.Invalid("say.dots_wrong", reading.Field(item), ("line", item), ("most", reading.Activity.Budget)));
        return null;
    }

    protected override void Together(Reading reading, IReadOnlyList<Said> said)
    {
        var laid = said.Sum(one => one.Value);
        if (laid > reading.Activity.Budget) reading.Problems.Add(Problem.Invalid("say.dots_many", reading.Field(said[0].Item), ("laid", laid), ("most", reading.Activity.Budget)));
    }
}
