using Diapason.Design;
using Diapason.Platform.Access;
using Diapason.Platform.Modules;

namespace Diapason.Accounts.Pages;

/// <summary>The roles of the house and of its modules, by name, as the answers of a list with what each may do.</summary>
internal sealed class RoleChoices(ModuleCatalog modules)
{
    public IReadOnlyList<Choice> All() => [.. modules.Roles.Select(role => new Choice(role.Code, Name(role.Code), modules.Words("role_hint." + role.Code)))];

    /// <summary>Some roles need an organisation.</summary>
    public IReadOnlyList<Choice> Without(bool organisation) => [.. All().Where(choice => organisation || !NeedsOrganisation(choice.Value))];

    /// <summary>The role in words; its code when the module that declared it is gone.</summary>
    public string Name(string code) => modules.Words("role." + code) ?? code;

    public bool Has(string code) => modules.Role(code) is not null;

    public bool NeedsOrganisation(string? code) => code is not null && modules.Role(code) is { NeedsOrganisation: true };
}
