namespace Diapason.Platform.Web;

/// <summary>Pages of the host, which every installation has.</summary>
public static class HouseLinks
{
    public static readonly PageLink Home = new("/Index");

    public static readonly PageLink Help = new("/About/Help");

    public static readonly PageLink Accessibility = new("/About/Accessibility");

    public static readonly PageLink Privacy = new("/About/Privacy");

    public static readonly PageLink Licences = new("/About/Licences");
}
