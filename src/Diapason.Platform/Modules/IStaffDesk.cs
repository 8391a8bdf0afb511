using System.Globalization;
using System.Security.Claims;
using Diapason.Platform.Access;
using Diapason.Platform.Web;

namespace Diapason.Platform.Modules;

/// <summary>What a module lays on the desk of somebody who works for the council of the request, in the language of the request.</summary>
public interface IStaffDesk
{
    ValueTask<DeskSheet> ForAsync(StaffMember who, CancellationToken cancel);
}

/// <summary>Whose desk it is: the account and what it holds in this council.</summary>
public sealed record StaffMember(Guid AccountId, IReadOnlyList<string> Roles)
{
    /// <summary>Null for who is not signed in, or holds nothing in this council.</summary>
    public static StaffMember? Of(ClaimsPrincipal user, Guid councilId)
    {
        if (!Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var account)) return null;
        var prefix = $"{councilId:D}:";
        var roles = user.FindAll(Policies.MembershipClaim).Where(claim => claim.Value.StartsWith(prefix, StringComparison.Ordinal)).Select(claim => claim.Value[prefix.Length..]).ToList();
        return roles.Count == 0 ? null : new StaffMember(account, roles);
    }

    public bool Holds(params ReadOnlySpan<string> roles)
    {
        foreach (var role in roles)
            if (Roles.Contains(role)) return true;
        return false;
    }

    /// <summary>Administrators and analysts, who see answers and counts.</summary>
    public bool ReadsAnswers => Holds(Access.Roles.Administrator, Access.Roles.Analyst);
}

/// <summary>A module's part of a desk; all of it optional.</summary>
public sealed record DeskSheet
{
    public static readonly DeskSheet Empty = new();

    public IReadOnlyList<ThingToDo> ToDo { get; init; } = [];

    /// <summary>The council's year: what began, goes on or comes, whoever has to act on it.</summary>
    public IReadOnlyList<YearMoment> Year { get; init; } = [];

    /// <summary>By the Razor page of a <see cref="StaffPage"/>, what waits there in two or three words: « 3 à revoir ».</summary>
    public IReadOnlyDictionary<string, string> Waiting { get; init; } = new Dictionary<string, string>();

    /// <summary>Something the module follows is behind, whether or not this person is the one to act.</summary>
    public bool IsBehind { get; init; }
}

/// <summary>A date, a fact, its consequence, and one act named with its object.</summary>
public sealed record ThingToDo
{
    /// <summary>The day it should be done by; past, it is late and says so.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>It happens today at its hour, whatever else is late: it comes first.</summary>
    public bool IsOfTheDay { get; init; }

    /// <summary>What it is, in two or three words: « La consultation ferme ».</summary>
    public required string Kind { get; init; }

    public required string Fact { get; init; }

    /// <summary>What happens, or does not, if nothing is done.</summary>
    public required string Consequence { get; init; }

    /// <summary>« Répondre à Ismaël », never « Voir ».</summary>
    public required string Act { get; init; }

    public required PageLink Link { get; init; }

    /// <summary>The policy of that page: nobody is shown an act they would be refused.</summary>
    public string Policy { get; init; } = Policies.CouncilStaff;
}

/// <summary>Something of the council's year.</summary>
/// <param name="To">Its last day; the same as <paramref name="From"/> for a single day.</param>
/// <param name="Dates">The dates in words; the house writes them when null.</param>
public sealed record YearMoment(DateOnly From, DateOnly To, string Title, string? Dates = null);
