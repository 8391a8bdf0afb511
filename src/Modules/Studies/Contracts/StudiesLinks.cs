using Diapason.Platform.Web;

namespace Diapason.Studies.Contracts;

/// <summary>Pages of this module, for itself and for those that build on it.</summary>
public static class StudiesLinks
{
    public static readonly PageLink Portrait = new("/Portrait/Show");

    /// <summary>Who has answered and who is missing.</summary>
    public static readonly PageLink Coverage = new("/Coverage/Show");
}
