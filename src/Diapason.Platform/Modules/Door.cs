using Diapason.Platform.Web;

namespace Diapason.Platform.Modules;

/// <summary>
/// A page that a module opens to neighbours that may run without it. The neighbour asks <see cref="ModuleCatalog.Door"/> by name and shows no link
/// when the answer is null. Who cannot run without a module uses its <c>Contracts/&lt;Module&gt;Links</c> instead.
/// </summary>
public sealed record Door(string Name, PageLink Link)
{
    /// <summary>What the answers say: the current campaign's, or another's with <c>campaign</c>, its name in addresses.</summary>
    public const string Portrait = "portrait";

    /// <summary>Who has answered and who is missing, for analysts; a campaign is named as for <see cref="Portrait"/>.</summary>
    public const string Coverage = "coverage";

    /// <summary>By which groups a campaign is followed, for those who see it: it is named with <c>id</c>.</summary>
    public const string Groups = "groups";

    /// <summary>From one's answers to the next steps.</summary>
    public const string NextSteps = "next-steps";

    /// <summary>Says that one waits for a training: an entry of the offer is named with <c>entry</c>, a competency with <c>competency</c>.</summary>
    public const string Interest = "interest";

    /// <summary>What the council settles for itself, for its administrators.</summary>
    public const string Settings = "settings";
}
