namespace Diapason.Consultations;

/// <summary>Addresses of this module, from the site's root (<c>~</c>): <c>Url.Content</c> adds language and council.</summary>
internal static class ConsultationsLinks
{
    public const string Resume = "~/consultation/resume";
    public const string Verify = "~/consultation/verify";
    public const string Manage = "~/manage/consultations";

    public static string Start(string slug) => $"~/consultation/{slug}";

    public static string Page(string slug, string page) => $"~/consultation/{slug}/p/{page}";

    /// <summary>A page opened from the check page, to which it returns.</summary>
    public static string Change(string slug, string page) => $"~/consultation/{slug}/p/{page}?then=check";

    public static string Check(string slug) => $"~/consultation/{slug}/check";

    /// <summary>Leads each person to where they are.</summary>
    public static string GoOn(string slug) => $"~/consultation/{slug}/go-on";

    public static string Saved(string slug) => $"~/consultation/{slug}/saved";

    public static string Receipt(string slug) => $"~/consultation/{slug}/receipt";

    public static string Mine(string slug) => $"~/consultation/{slug}/mine";

    public static string Withdraw(string slug) => $"~/consultation/{slug}/withdraw";

    public static string Withdrawn(string slug) => $"~/consultation/{slug}/withdrawn";

    public static string ManageCampaign(Guid id) => $"~/manage/consultations/{id:D}";
}
