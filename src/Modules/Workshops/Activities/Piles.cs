namespace Diapason.Workshops.Activities;

/// <summary>Where a task goes: handed to a machine, kept without one, or a skill of people that gains in value; or not one’s own task.</summary>
internal sealed class Piles : ChoosingKind
{
    public override string Code => "piles";

    /// <summary>Three piles, then one’s not doing the task, which is counted in no pile.</summary>
    public override int Choices => 4;
}
