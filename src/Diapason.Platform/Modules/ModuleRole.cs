namespace Diapason.Platform.Modules;

/// <summary>
/// A role a module adds to the house's own (<see cref="Access.Roles"/>): watch cell, provider, note-taker. Its name and what it may do are the
/// module's texts <c>role.{code}</c> and <c>role_hint.{code}</c>; its policies are the module's, made with <see cref="Access.HoldsRole"/>.
/// </summary>
/// <param name="Code">Stored with the membership: lower case and underscores, for ever.</param>
/// <param name="WorksForCouncil">Admitted by <see cref="Access.Policies.CouncilStaff"/> and by the Coulisses.</param>
/// <param name="NeedsOrganisation">Held on behalf of an organisation, which must be named.</param>
public sealed record ModuleRole(string Code, bool WorksForCouncil = true, bool NeedsOrganisation = false);
