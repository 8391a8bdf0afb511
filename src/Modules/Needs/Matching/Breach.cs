using Diapason.Needs.Reference;

namespace Diapason.Needs.Matching;

/// <summary>Why an entry does not keep to what a person asked. The pages put it in words.</summary>
internal abstract record Breach
{
    private Breach()
    {
    }

    /// <summary>It takes more than the hours they have in a month.</summary>
    public sealed record Longer(int Minutes, int Hours) : Breach;

    /// <summary>It costs more than they can pay.</summary>
    public sealed record Dearer(int Dollars) : Breach;

    /// <summary>It is not free, and nobody says what it costs.</summary>
    public sealed record PriceUnsaid(int Dollars) : Breach;

    /// <summary>It is for people of other regions, or one has to be there.</summary>
    public sealed record Elsewhere : Breach;

    /// <summary>It is for people of other disciplines.</summary>
    public sealed record OtherDiscipline : Breach;

    /// <summary>It is followed in another way than theirs.</summary>
    public sealed record OtherWay(WayToFollow Way) : Breach;

    /// <summary>It is not given in their language.</summary>
    public sealed record OtherLanguage(string Language) : Breach;

    /// <summary>It does not say that it has what they cannot do without.</summary>
    public sealed record WithoutAccess(Access Access) : Breach;
}
