using Diapason.Platform.Language;
using Diapason.Platform.Web;

namespace Diapason.Consultations.Answering;

/// <summary>What the author of a page asks by sending it.</summary>
internal enum PageAct
{
    Continue,

    /// <summary>Go on without answering everything: what was typed is kept.</summary>
    Skip,

    /// <summary>Go on without what cannot be read, after having been asked.</summary>
    Drop,

    /// <summary>Pass this page and all those of its section that are still to come.</summary>
    Section,

    Back,
    Quit,
    Language,

    /// <summary>Another page of the house, from the masthead or the foot.</summary>
    Away,

    /// <summary>Stay: the page saves itself while it is being written.</summary>
    Keep,

    /// <summary>Stay, and take back all that the page holds.</summary>
    Clear,
}

internal static class PageActs
{
    public static PageAct Read(string? posted) =>
        Languages.AskedBy(posted) is not null ? PageAct.Language
        : Departures.AskedBy(posted) is not null ? PageAct.Away
        : Enum.TryParse<PageAct>(posted, ignoreCase: true, out var act) && !char.IsAsciiDigit(posted![0]) ? act
        : PageAct.Continue;

    /// <summary>The person has not finished with the page, and comes back to it.</summary>
    public static bool Leaves(this PageAct act) => act is PageAct.Back or PageAct.Quit or PageAct.Language or PageAct.Away or PageAct.Keep or PageAct.Clear;
}
