using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Forms;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Modules;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Consultations.Exports.TwoPeople;

/// <summary>
/// Which files wait for a second person, and for whom one is open: where the council wants two (ADR 70), those that hold what people typed. Allowed within a day of the asking, a
/// file may be taken by its asker for a day.
/// </summary>
internal sealed class FileRule(DiapasonDb db, CurrentCouncil council, TimeProvider clock)
{
    public static readonly TimeSpan Wait = TimeSpan.FromDays(1);

    public static readonly TimeSpan Open = TimeSpan.FromDays(1);

    public bool AsksTwo(CampaignFacts campaign, ExportFile file) => council.Settings.FourEyes && file.HoldsAnswers && HoldsWords(campaign);

    /// <summary>Whether any file of the campaign does.</summary>
    public bool AsksTwo(CampaignFacts campaign) => AsksTwo(campaign, ExportFile.Codes);

    public async Task<bool> LetsAsync(CampaignFacts campaign, (ExportFile File, string Language) asked, StaffMember? who, CancellationToken cancel)
    {
        if (!AsksTwo(campaign, asked.File)) return true;
        if (who is null) return false;
        var (now, since) = (clock.GetUtcNow().UtcDateTime, clock.GetUtcNow().UtcDateTime - Open);
        var (file, language) = (asked.File.Code, asked.Language);
        return await db.Set<FileRequest>().AnyAsync(
            r => r.CampaignId == campaign.Id.Value && r.AskedBy == who.AccountId && r.File == file && r.Language == language && r.IsAllowed && r.DecidedAt > since && r.DecidedAt <= now, cancel);
    }

    /// <summary>To the page that asks for it.</summary>
    public static IResult PageBefore(HttpContext http, CampaignFacts campaign, (ExportFile File, string Language) asked) => Results.LocalRedirect(
        ConsultationsLinks.Files(campaign.Id.Value).With("wanted", Code(asked)).AddressOrNull(http.RequestServices.GetRequiredService<LinkGenerator>(), http.Request.PathBase)!);

    /// <summary>A file and its language in one word: <c>words:fr</c>, <c>codes:</c>.</summary>
    public static string Code((ExportFile File, string Language) asked) => $"{asked.File.Code}:{asked.Language}";

    private static bool HoldsWords(CampaignFacts campaign) => campaign.Questionnaire.Variables.Any(variable => variable.Type is TextType);
}
