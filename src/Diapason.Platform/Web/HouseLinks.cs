namespace Diapason.Platform.Web;

/// <summary>Pages of the host, which every installation has.</summary>
public static class HouseLinks
{
    public static readonly PageLink Home = new("/Index");

    /// <summary>What is on now behind every door.</summary>
    public static readonly PageLink Programme = new("/Programme/Index");

    /// <summary>Mon carnet.</summary>
    public static readonly PageLink Notebook = new("/Notebook/Index");

    /// <summary>Asks before it forgets what this device holds.</summary>
    public static readonly PageLink EmptyNotebook = new("/Notebook/Empty");

    public static readonly PageLink Search = new("/Search/Index");

    /// <summary>The Coulisses: what awaits whoever works for the council.</summary>
    public static readonly PageLink Backstage = new("/Backstage/Index");

    /// <summary>What each page of the Coulisses is for, to whoever works for the council.</summary>
    public static readonly PageLink BackstageHelp = new("/Backstage/Help");

    /// <summary>What the server does by itself, and what keeps it from doing so; for administrators.</summary>
    public static readonly PageLink Machine = new("/Backstage/Machine");

    public static readonly PageLink Help = new("/About/Help");

    public static readonly PageLink Accessibility = new("/About/Accessibility");

    public static readonly PageLink Privacy = new("/About/Privacy");

    public static readonly PageLink Licences = new("/About/Licences");

    /// <summary>What is on now behind one door, by its code.</summary>
    public static PageLink Door(string door) => new("/Programme/Door", ("door", door));
}
