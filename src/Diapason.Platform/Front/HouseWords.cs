using Diapason.Platform.Language;
using Diapason.Platform.Modules;

namespace Diapason.Platform.Front;

/// <summary>The names of doors and of work, which belong to no module, in the language of the request.</summary>
public static class HouseWords
{
    private static readonly TextCatalog Texts = TextCatalog.Of(typeof(HouseWords).Assembly);

    public static string NameOf(PublicDoor door) => Texts["door." + Code(door)];

    /// <summary>One sentence on what is behind.</summary>
    public static string LeadOf(PublicDoor door) => Texts["door_lead." + Code(door)];

    public static string NameOf(Work work) => Texts["work." + Code(work)];

    /// <summary>One word, for a masthead.</summary>
    public static string ShortNameOf(Work work) => Texts["work_short." + Code(work)];

    /// <summary>As addresses and places in a page write it.</summary>
    public static string Code<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
