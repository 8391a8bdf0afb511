namespace Diapason.Needs.Matching;

/// <summary>Why a step is proposed: facts taken from what the person said, and nothing else. The pages put them in words.</summary>
internal abstract record Reason
{
    private Reason()
    {
    }

    /// <summary>What everything else stands on, and the person says they are not there yet.</summary>
    public sealed record Prerequisite(string Competency) : Reason;

    /// <summary>Their goal calls for this competency, and they stand at this level.</summary>
    public sealed record Goal(string GoalCode, string Competency, int Level) : Reason;

    /// <summary>They spoke of this, in their own words.</summary>
    public sealed record Said(string Idea) : Reason;

    /// <summary>They spoke, in their own words, of going on without.</summary>
    public sealed record SaidWithout : Reason;

    /// <summary>They called the competency important, and stand at this level.</summary>
    public sealed record Important(string Competency, int Level) : Reason;

    /// <summary>One of the five competencies the field puts first, and they stand at this level.</summary>
    public sealed record Priority(string Competency, int Level) : Reason;

    /// <summary>The step leads to what this anchored sentence says, which is not theirs yet.</summary>
    public sealed record ToSay(string Competency, int Level) : Reason;

    /// <summary>They stand at this level, and the step leads higher.</summary>
    public sealed record NextLevel(string Competency, int Level) : Reason;

    /// <summary>They sorted this task among those to keep without AI.</summary>
    public sealed record YouKeep(string Task) : Reason;

    /// <summary>They sorted this task among the human strengths gaining value.</summary>
    public sealed record YourStrength(string Task) : Reason;

    /// <summary>They sorted this task among those to hand over or adapt, and the step is made for it.</summary>
    public sealed record YouHandOver(string Task) : Reason;

    /// <summary>They say they already use what the council asks about in this task, and the step is made for it.</summary>
    public sealed record YouDo(string Task) : Reason;

    /// <summary>The field keeps this task without AI.</summary>
    public sealed record KeptWithoutAi(string Task) : Reason;

    /// <summary>The task calls for a human skill that gains value.</summary>
    public sealed record HumanSkill(string Task) : Reason;

    /// <summary>The task can be done well without AI.</summary>
    public sealed record NoAiNeeded(string Task) : Reason;

    /// <summary>Their goal is to work without AI.</summary>
    public sealed record WithoutAi(string GoalCode) : Reason;

    /// <summary>Made for the task they named.</summary>
    public sealed record ForTask(string Task) : Reason;

    /// <summary>Eases the obstacle they named.</summary>
    public sealed record EasesObstacle(string Obstacle) : Reason;

    /// <summary>Nothing they said calls for it: they might not have thought of it.</summary>
    public sealed record Horizon(string Competency) : Reason;

    /// <summary>They added it themselves.</summary>
    public sealed record Added : Reason;

    /// <summary>They lack time, and it is short.</summary>
    public sealed record Short(int Minutes) : Reason;

    /// <summary>They lack money, and it is free.</summary>
    public sealed record Free : Reason;
}
