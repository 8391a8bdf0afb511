using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Reaching;
using Diapason.Consultations.Writing;
using Diapason.Platform.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Consultations.Pages;

/// <summary>Anyone may answer; analysts look at campaigns; only administrators change them. Questionnaires have their own authors.</summary>
internal static class Conventions
{
    public static void Apply(RazorPagesOptions pages)
    {
        pages.Conventions.AllowAnonymousToFolder("/Consultation");
        pages.Conventions.AuthorizeFolder("/Manage/Consultations", Policies.CouncilAnalyst);
        pages.Conventions.AuthorizeFolder("/Manage/Links", LinksPolicy.Author);
        pages.Conventions.AuthorizeFolder("/Manage/Fieldwork", FieldworkPolicy.Name);
        pages.Conventions.AuthorizeFolder("/Manage/Share", Policies.Backstage);
        pages.Conventions.AuthorizeFolder("/Manage/Questionnaires", WritingPolicy.Reader);
        pages.Conventions.AuthorizeFolder("/Manage/Questionnaires/Author", WritingPolicy.Author);
        pages.Conventions.AuthorizeFolder("/Manage/Consultations/Change", Policies.CouncilAdministrator);
        pages.Conventions.AuthorizeFolder("/Manage/Consultations/Invitations", Policies.CouncilAdministrator);
    }
}
