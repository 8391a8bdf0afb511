using Diapason.Consultations.Contracts;
using Diapason.Forms;
using Diapason.Studies.Frames;

namespace Diapason.Studies.Groups;

/// <summary>A question whose choices are the groups by which a campaign is followed.</summary>
/// <param name="Variable">The variable of the question.</param>
/// <param name="Population">How many people each choice has in the population; null where the council has no numbers.</param>
internal sealed record FollowedGroup(string Variable, PopulationNumbers? Population)
{
    /// <summary>The most questions a campaign is followed by: more would be read by nobody.</summary>
    public const int Most = 5;

    /// <summary>The most choices of one of them.</summary>
    private const int MostChoices = 40;

    /// <summary>The questions of a questionnaire that can be followed by: those answered by one choice of a few.</summary>
    public static IReadOnlyList<Variable> Offered(CampaignFacts campaign) =>
        [.. campaign.Questionnaire.Variables.Where(v => v is { Item: null, Aspect: "", Options.Count: >= 2 and <= MostChoices } && v.Type == VariableType.Choice)];

    /// <summary>Its population as a margin; null without numbers. A choice of which there is nobody is in none of its categories.</summary>
    public FrameMargin? MarginOf(Variable variable)
    {
        if (Population is not { } population) return null;
        double total = population.People.Values.Sum();
        return new FrameMargin(Variable, Variable, variable.Question.PlainTitle, [.. variable.Options.Where(o => population.People.GetValueOrDefault(o.Code) > 0)
            .Select(o => new FrameCategory(o.Code, o.Label, population.People[o.Code] / total * 100, [o.Code]))]);
    }
}

/// <summary>How many people there are in the population, choice by choice.</summary>
/// <param name="Source">Where the numbers come from, in the council's words.</param>
/// <param name="Day">The day they describe.</param>
/// <param name="People">By the code of the choice.</param>
internal sealed record PopulationNumbers(string Source, DateOnly Day, IReadOnlyDictionary<string, long> People);
