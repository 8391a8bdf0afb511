using Diapason.Platform.Web;

namespace Diapason.Studies.Contracts;

/// <summary>Pages of this module, for itself and for those who cannot run without it.</summary>
public static class StudiesLinks
{
    /// <summary>The current campaign's portrait.</summary>
    public static readonly PageLink Portrait = new("/Portrait/Show");

    /// <summary>Who has answered the current campaign, and who is missing.</summary>
    public static readonly PageLink Coverage = new("/Coverage/Show");

    /// <summary>Every portrait of the council.</summary>
    public static readonly PageLink Portraits = new("/Portrait/Index");

    /// <summary>A campaign's portrait, by its name in addresses: this one stays.</summary>
    public static PageLink PortraitOf(string campaign) => Portrait.With("campaign", campaign);

    /// <summary>One edition of it, which never changes.</summary>
    public static PageLink EditionOf(string campaign, int edition) => new("/Portrait/Edition", ("campaign", campaign), ("edition", edition));

    /// <summary>By which groups a campaign is followed.</summary>
    public static PageLink Groups(Guid campaign) => new("/Manage/Groups/Choose", ("id", campaign));

    public static PageLink CoverageOf(string campaign) => Coverage.With("campaign", campaign);
}
