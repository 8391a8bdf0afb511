using Diapason.Platform.Web;

namespace Diapason.Sample.Contracts;

/// <summary>Pages of this module, for itself and for those that build on it.</summary>
public static class SampleLinks
{
    /// <summary>What the public reads.</summary>
    public static readonly PageLink Start = new("/Sample/Index");

    /// <summary>The same in the Coulisses, with what is to be looked at again first.</summary>
    public static readonly PageLink Manage = new("/Manage/Sample/Index");

    /// <summary>One entry, to be changed.</summary>
    public static PageLink Change(Guid id) => new("/Manage/Sample/Change", ("id", id));
}
