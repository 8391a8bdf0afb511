using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Collecting;

/// <summary>Keeps a mapping under a name, for the next file of the same shape; the same name again replaces it.</summary>
internal sealed class KeepMapping(DiapasonDb db, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(CampaignFacts campaign, string name, AnswerMapping mapping, CancellationToken cancel)
    {
        if (name.Length is 0 or > CollectingRules.Longest) return Problem.Invalid("collected.mapping_name", "mapping");
        var (today, definition) = (CampaignDays.DayOf(clock.GetUtcNow().UtcDateTime), MappingJson.Write(mapping with { Questionnaire = campaign.Questionnaire.Code }));
        var known = await db.Set<KeptMapping>().SingleOrDefaultAsync(m => m.Name == name, cancel);
        if (known is not null && known.Questionnaire != campaign.Questionnaire.Code) return Problem.Invalid("collected.mapping_taken", "mapping");
        if (known is null) db.Add(new KeptMapping { Id = Guid.CreateVersion7(), CouncilId = campaign.CouncilId, Name = name, Questionnaire = campaign.Questionnaire.Code, Definition = definition, KeptOn = today });
        else (known.Definition, known.KeptOn) = (definition, today);
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }

    public async Task<Outcome> ForgetAsync(Guid id, CancellationToken cancel) =>
        await db.Set<KeptMapping>().Where(m => m.Id == id).ExecuteDeleteAsync(cancel) == 0 ? Problem.Absent() : Outcome.Done;
}
