using System.Collections.Frozen;

namespace Diapason.Platform.Web;

/// <summary>
/// Where the masthead and the foot of a page of questions lead. Each is a button of its form (<c>act=to-help</c>), so that without script too, what is
/// ticked is kept before the page is left.
/// </summary>
public static class Departures
{
    /// <summary>The entry of the view's data that names the form, on a page whose form keeps what it holds.</summary>
    public const string Form = "LeavingForm";

    public const string Home = "to-home";
    public const string Help = "to-help";
    public const string Accessibility = "to-accessibility";
    public const string Privacy = "to-privacy";
    public const string Licences = "to-licences";

    private static readonly FrozenDictionary<string, PageLink> Links = new Dictionary<string, PageLink>
    {
        [Home] = HouseLinks.Home,
        [Help] = HouseLinks.Help,
        [Accessibility] = HouseLinks.Accessibility,
        [Privacy] = HouseLinks.Privacy,
        [Licences] = HouseLinks.Licences,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The page that a button of the form asks for; null when it asks for something else.</summary>
    public static PageLink? AskedBy(string? act) => act is null ? null : Links.GetValueOrDefault(act);
}
