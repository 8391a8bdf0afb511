using Diapason.Design;
using Diapason.Platform.Access;
using Diapason.Platform.Language;

namespace Diapason.Accounts.Pages;

/// <summary>The roles as the answers of a list, with what each may do.</summary>
internal sealed class RoleChoices(Texts<AccountsModule> texts)
{
    public IReadOnlyList<Choice> All() => [.. Roles.All.Select(role => new Choice(role, texts["role." + role], texts["role_hint." + role]))];

    /// <summary>Leading an organisation needs one.</summary>
    public IReadOnlyList<Choice> Without(bool organisation) => [.. All().Where(choice => organisation || choice.Value != Roles.OrganisationLead)];
}
