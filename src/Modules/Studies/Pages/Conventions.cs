using Diapason.Consultations.Contracts;
using Diapason.Platform.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Studies.Pages;

/// <summary>Who may open the pages of this module: everyone reads the portrait, analysts and administrators see who has answered, whoever sees a campaign says by which groups it is followed.</summary>
internal static class Conventions
{
    public static void Add(RazorPagesOptions options)
    {
        options.Conventions.AllowAnonymousToFolder("/Portrait");
        options.Conventions.AuthorizeFolder("/Coverage", Policies.CouncilAnalyst);
        options.Conventions.AuthorizeFolder("/Manage/Groups", CampaignPolicies.Reader);
    }
}
