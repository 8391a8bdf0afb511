using Diapason.Consultations.Apart;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Consultations.Pages.Manage.Consultations.Apart;

/// <summary>What the pages of answers set apart share: their campaign, while its answers exist, and how a group is said.</summary>
internal abstract class ApartPage(ICampaigns campaigns, CurrentCouncil council, ReadApart read, Texts<ConsultationsModule> texts) : PageModel
{
    public CampaignFacts Facts { get; private set; } = null!;

    protected Texts<ConsultationsModule> Texts => texts;

    protected ReadApart Read => read;

    private IReadOnlyDictionary<string, string> _variables = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>« Même réseau », « Trop d’un coup, Région : Laval ».</summary>
    public string Said(ApartGroup group)
    {
        var why = texts["apart.reason." + group.Reason.Word];
        return group.Reason.Group is { } code && ReadApart.Named(Facts, _variables, code) is var (of, name) ? texts["apart.reason_of", why, of, name] : why;
    }

    public string DayOf(ApartGroup group) => group.Day is { } day ? LocalDates.InWords(day) : texts["apart.other_days"];

    protected async Task<bool> FindAsync(Guid id)
    {
        if (await campaigns.FindAsync(council.Id, new CampaignId(id), HttpContext.RequestAborted) is not { DestroyedAt: null } facts) return false;
        Facts = facts;
        _variables = await read.VariablesAsync(facts, HttpContext.RequestAborted);
        return true;
    }
}
