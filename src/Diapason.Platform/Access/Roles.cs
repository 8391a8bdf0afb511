using Diapason.Platform.Modules;

namespace Diapason.Platform.Access;

/// <summary>What a person may be in a council. Codes are stored; names are in the texts.</summary>
public static class Roles
{
    public const string Administrator = "administrator";
    public const string Analyst = "analyst";

    /// <summary>Responsable de la formation continue: continuing-education officer.</summary>
    public const string Rfc = "rfc";

    public const string Facilitator = "facilitator";
    public const string OrganisationLead = "organisation_lead";
    public const string Person = "person";

    /// <summary>The roles of the house; modules declare others (<see cref="IModule.Roles"/>).</summary>
    public static readonly IReadOnlyList<ModuleRole> BuiltIn =
    [
        new(Administrator), new(Analyst), new(Rfc), new(Facilitator),
        new(OrganisationLead, WorksForCouncil: false, NeedsOrganisation: true), new(Person, WorksForCouncil: false),
    ];
}
