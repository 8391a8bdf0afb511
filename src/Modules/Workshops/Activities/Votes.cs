namespace Diapason.Workshops.Activities;

/// <summary>Agree, disagree, or pass, which is a full answer.</summary>
internal sealed class Votes : ChoosingKind
{
    public override string Code => "votes";

    public override int Choices => 3;
}
