using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Reaching;
using Diapason.Consultations.Running;
using Diapason.Consultations.Writing;
using Diapason.Platform.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Consultations.Pages;

/// <summary>Anyone may answer; who sees and who runs a campaign is said by <see cref="CampaignRights"/>. Questionnaires have their own authors.</summary>
internal static class Conventions
{
    public static void Apply(RazorPagesOptions pages)
    {
        pages.Conventions.AllowAnonymousToFolder("/Consultation");
        pages.Conventions.AuthorizeFolder("/Manage/Consultations", CampaignRights.Reader);
        pages.Conventions.AuthorizeFolder("/Manage/Links", LinksPolicy.Author);
        pages.Conventions.AuthorizeFolder("/Manage/Fieldwork", FieldworkPolicy.Name);
        pages.Conventions.AuthorizeFolder("/Manage/Share", Policies.Backstage);
        pages.Conventions.AuthorizeFolder("/Manage/Questionnaires", WritingPolicy.Reader);
        pages.Conventions.AuthorizeFolder("/Manage/Questionnaires/Author", WritingPolicy.Author);
        pages.Conventions.AuthorizeFolder("/Manage/Consultations/Change", CampaignRights.Runner);
        pages.Conventions.AuthorizeFolder("/Manage/Consultations/Invitations", CampaignRights.Runner);
        pages.Conventions.AuthorizeFolder("/Manage/Consultations/Collected", Policies.CouncilAnalyst);
        pages.Conventions.AuthorizePage("/Manage/Consultations/Change/Runners", Policies.CouncilAdministrator);
        pages.Conventions.AuthorizePage("/Manage/Consultations/Invitations/People", Policies.CouncilAdministrator);
        pages.Conventions.AuthorizeFolder("/Manage/Consultations/Files", Policies.CouncilAnalyst);
        pages.Conventions.AuthorizePage("/Manage/Consultations/Places", Policies.CouncilAdministrator);
    }
}
