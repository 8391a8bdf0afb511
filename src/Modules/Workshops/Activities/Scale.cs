namespace Diapason.Workshops.Activities;

/// <summary>From 1, not at all, to 5, entirely.</summary>
internal sealed class Scale : ChoosingKind
{
    public override string Code => "scale";

    public override int Choices => 5;
}
