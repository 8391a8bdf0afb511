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

    public static readonly IReadOnlyList<string> All = [Administrator, Analyst, Rfc, Facilitator, OrganisationLead, Person];
}
