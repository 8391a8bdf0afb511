using System.Collections.Frozen;
using Diapason.Platform.Access;
using Diapason.Platform.Language;
using Diapason.Platform.Web;

namespace Diapason.Platform.Modules;

/// <summary>The modules this installation runs, in the order the host lists them.</summary>
public sealed class ModuleCatalog(IReadOnlyList<IModule> modules)
{
    /// <summary>The one page for staff that is the house's.</summary>
    private static readonly StaffPage Machine = new(Work.Machine, "machine_page.title", "machine_page.use", HouseLinks.Machine, Policies.CouncilAdministrator);

    private readonly FrozenDictionary<string, PageLink> _doors = modules.SelectMany(m => m.Doors).ToFrozenDictionary(d => d.Name, d => d.Link);

    public IReadOnlyList<IModule> Modules { get; } = modules;

    /// <summary>The page behind a door; null when the module that opens it is not installed.</summary>
    public PageLink? Door(string name) => _doors.GetValueOrDefault(name);

    /// <summary>Every page for staff with its text and its use in the current language, policy checks left to the caller.</summary>
    public IEnumerable<(StaffPage Page, string Text, string Use)> StaffPages() =>
        from known in Modules.SelectMany(module => module.StaffPages.Select(page => (Page: page, Texts: TextCatalog.Of(module.Assembly)))).Append((Page: Machine, Texts: TextCatalog.Of(typeof(ModuleCatalog).Assembly)))
        orderby known.Page.Work
        select (known.Page, known.Texts[known.Page.TextKey], known.Texts[known.Page.UseKey]);

    /// <summary>What each module keeps for a while, in its own words in the current language, <c>{0}</c> where the time comes.</summary>
    public IEnumerable<(string Words, TimeSpan? Life)> Kept() => Modules.SelectMany(module => module.Kept.Select(part => (TextCatalog.Of(module.Assembly)[part.Text], part.Life)));

    /// <summary>Every role a person may hold: the house's, then those the modules declare.</summary>
    public IReadOnlyList<ModuleRole> Roles { get; } = [.. Access.Roles.BuiltIn, .. modules.SelectMany(m => m.Roles)];

    /// <summary>The role of a stored code; null when no module of this installation knows it.</summary>
    public ModuleRole? Role(string code) => Roles.FirstOrDefault(role => role.Code == code);

    /// <summary>The text, in the current language, of a code that one assembly records and another shows; null when nobody has words for it.</summary>
    public string? Words(string code) => Modules.Select(module => module.Assembly).Prepend(typeof(ModuleCatalog).Assembly)
        .Select(assembly => TextCatalog.Of(assembly).Find(code, Languages.Current))
        .FirstOrDefault(text => text is not null);
}
