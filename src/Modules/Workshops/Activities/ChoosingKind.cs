using System.Globalization;
using Diapason.Platform.Outcomes;

namespace Diapason.Workshops.Activities;

/// <summary>One line at a time, one choice among a few.</summary>
internal abstract class ChoosingKind : ActivityKind
{
    public override string Form => "OneByOne";

    protected override Said? One(Reading reading, string item, string typed)
    {
        if (PlaceOf(reading.Activity, item) == 0)
        {
            reading.Problems.Add(Problem.Lost("say.line_gone"));
            return null;
        }

        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= 1 && value <= Choices) return new Said(item, value);
        reading.Problems.Add(Problem.Invalid("say.choice_wrong", reading.Field(item), ("line", item), ("most", Choices)));
        return null;
    }
}
