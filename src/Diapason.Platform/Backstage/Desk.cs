using System.Security.Claims;
using Diapason.Platform.Access;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Modules;
using Microsoft.AspNetCore.Authorization;

namespace Diapason.Platform.Backstage;

/// <summary>The desk of whoever works for the council of the request: what awaits them, the council's year, their pages.</summary>
public sealed class Desk(IEnumerable<IStaffDesk> modules, ModuleCatalog catalog, CurrentCouncil council, IAuthorizationService authorization)
{
    private readonly Dictionary<string, bool> _admitted = new(StringComparer.Ordinal);

    /// <summary>Everything the modules lay on it, what happens today first, then the earliest; acts the person would be refused are left out.</summary>
    public async Task<DeskSheet> OpenAsync(ClaimsPrincipal user, CancellationToken cancel)
    {
        if (council.OrNull is not { } here || StaffMember.Of(user, here.Id) is not { } who) return DeskSheet.Empty;
        var (things, year, waiting) = (new List<ThingToDo>(), new List<YearMoment>(), new Dictionary<string, string>(StringComparer.Ordinal));
        var isBehind = false;
        foreach (var module in modules)
        {
            var sheet = await ReadAsync(module, who, cancel);
            year.AddRange(sheet.Year);
            isBehind |= sheet.IsBehind;
            foreach (var (page, words) in sheet.Waiting) waiting[page] = words;
            foreach (var thing in sheet.ToDo)
                if (await IsAdmittedAsync(user, thing.Policy)) things.Add(thing);
        }

        return new DeskSheet { ToDo = [.. things.OrderByDescending(thing => thing.IsOfTheDay).ThenBy(thing => thing.Day)], Year = [.. year.OrderBy(moment => moment.From).ThenBy(moment => moment.To)], Waiting = waiting, IsBehind = isBehind };
    }

    /// <summary>Whether the person has a desk here at all.</summary>
    public async ValueTask<bool> IsOpenToAsync(ClaimsPrincipal user) => user.Identity?.IsAuthenticated == true && await IsAdmittedAsync(user, Policies.Backstage);

    /// <summary>The pages that would admit the person, by the work they serve.</summary>
    public async Task<IReadOnlyList<(StaffPage Page, string Text, string Use)>> PagesAsync(ClaimsPrincipal user)
    {
        var pages = new List<(StaffPage, string, string)>();
        foreach (var known in catalog.StaffPages())
            if (await IsAdmittedAsync(user, known.Page.Policy)) pages.Add(known);
        return pages;
    }

    private static async ValueTask<DeskSheet> ReadAsync(IStaffDesk module, StaffMember who, CancellationToken cancel)
    {
        try
        {
            return await module.ForAsync(who, cancel);
        }
        catch (Exception failure) when (DatabaseFailure.IsIn(failure))
        {
            return DeskSheet.Empty;
        }
    }

    private async ValueTask<bool> IsAdmittedAsync(ClaimsPrincipal user, string policy)
    {
        if (_admitted.TryGetValue(policy, out var known)) return known;
        return _admitted[policy] = (await authorization.AuthorizeAsync(user, null, policy)).Succeeded;
    }
}
