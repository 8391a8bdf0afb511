using Diapason.Consultations.Contracts;

namespace Diapason.Consultations.Apart;

/// <summary>Why answers are set apart, as a stored word: the reason, its group where there is one, and whether a person has set them aside. <c>segment region:north</c>, <c>aside network</c>.</summary>
/// <param name="Word">The reason.</param>
/// <param name="Group">Its group, <c>region:north</c>; null for none.</param>
/// <param name="IsSetAside">A person has judged them invented.</param>
internal sealed record ApartReason(string Word, string? Group, bool IsSetAside)
{
    /// <summary>What stands before the reason of answers set aside.</summary>
    public const string Aside = "aside ";

    private const string OfSegment = "segment";

    public static string Segment(SendingGroup group) => $"{OfSegment} {group}";

    public static ApartReason Read(string stored)
    {
        var isSetAside = stored.StartsWith(Aside, StringComparison.Ordinal);
        var parts = (isSetAside ? stored[Aside.Length..] : stored).Split(' ', 2);
        return new(parts[0], parts.Length == 2 ? parts[1] : null, isSetAside);
    }

    public override string ToString() => (IsSetAside ? Aside : "") + Word + (Group is null ? "" : " " + Group);
}
