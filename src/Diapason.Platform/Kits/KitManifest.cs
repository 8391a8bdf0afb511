using Diapason.Platform.Councils;
using Diapason.Text;
using Diapason.Yaml;

namespace Diapason.Platform.Kits;

/// <summary>The head of a kit, <c>kit.yaml</c>.</summary>
/// <param name="IsSynthetic">Its data are invented, and every page that shows them says so.</param>
/// <param name="Councils">The first is the default council of an installation that has none; each receives the whole kit unless <see cref="KitCouncil.Answers"/> is false.</param>
public sealed record KitManifest(string Code, string Version, LocalizedText Title, bool IsSynthetic, IReadOnlyList<KitCouncil> Councils)
{
    /// <summary>The languages in which all its texts are said.</summary>
    public IReadOnlyList<string> Languages { get; init; } = YamlFile.UsualLanguages;
}

/// <summary>A council a kit creates when it does not exist.</summary>
/// <param name="Answers">Whether it also receives the kit's synthetic answers.</param>
/// <param name="Settings">Null when the kit leaves them to the council.</param>
public sealed record KitCouncil(string Slug, LocalizedText Name, LocalizedText Purpose, bool Answers, CouncilSettings? Settings = null);
