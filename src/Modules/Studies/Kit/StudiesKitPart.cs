using Diapason.Forms;
using Diapason.Platform.Kits;
using Diapason.Platform.Language;
using Diapason.Studies.Data;
using Diapason.Studies.Following;
using Diapason.Studies.Frames;
using Diapason.Studies.Portraits;
using Diapason.Studies.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Studies.Kit;

/// <summary>The studies part of a kit: a frame and a portrait, checked against the questionnaire they read.</summary>
internal sealed class StudiesKitPart(PublishEditions editions, Texts<StudiesModule> texts, TimeProvider clock) : IKitPart
{
    private const string QuestionnaireFile = "questionnaire.yaml";
    private const string CampaignFile = "campaign.yaml";

    public int Order => 20;

    public KitStep? Read(KitFolder folder, KitProblems problems)
    {
        if (!folder.Has(ReadPortrait.File) && !folder.Has(ReadFrame.File)) return null;
        var (lines, before) = (new KitLines(), problems.All.Count);
        var frame = new ReadFrame(lines).From(folder, problems);
        var portrait = new ReadPortrait(lines).From(folder, problems);
        if (frame is null || portrait is null) return null;
        // What a faulty file names would be told twice; what is wrong in the questionnaire itself is told by the module that owns it.
        if (problems.All.Count == before && folder.Has(QuestionnaireFile) && folder.Read(QuestionnaireFile, problems) is { } questions
            && QuestionnaireReader.Read(questions, QuestionnaireFile).Questionnaire is { } questionnaire)
            new CheckVariables(questionnaire, problems, lines).Check(frame, portrait);
        var campaign = Campaign(folder);
        return (loading, cancel) => WriteAsync(loading, frame, portrait, campaign, cancel);
    }

    /// <summary>The campaign of the same kit, whose portrait this is; null when the kit has none.</summary>
    private static string? Campaign(KitFolder folder) =>
        // What is wrong in it is told by the module that owns it.
        folder.Has(CampaignFile) ? folder.ReadYaml(CampaignFile, new KitProblems(), root => root.OptionalText("slug")) : null;

    private async Task WriteAsync(KitLoading loading, PopulationFrame frame, PortraitDefinition portrait, string? campaign, CancellationToken cancel)
    {
        var stored = await WriteFrameAsync(loading, frame, cancel);
        // Nights gone by are played at once: a first start shows a portrait.
        loading.WhenKept(keep => editions.OfLoadedAsync(loading.Council.Id, keep));
        var content = Study.ToJson(portrait);
        var known = await loading.Db.Set<StoredPortrait>()
            .SingleOrDefaultAsync(p => p.Code == portrait.Code && p.Campaign == campaign, cancel);
        if (known is null)
        {
            loading.Db.Add(new StoredPortrait
            {
                Id = Guid.CreateVersion7(),
                CouncilId = loading.Council.Id,
                Code = portrait.Code,
                Campaign = campaign,
                Version = portrait.Version,
                FrameId = stored,
                Content = content,
                UpdatedAt = clock.GetUtcNow().UtcDateTime,
            });
            loading.Say(texts["loaded.portrait_added", portrait.Code]);
        }
        else if (known.Content != content || known.FrameId != stored)
        {
            (known.Version, known.FrameId, known.Content, known.UpdatedAt) = (portrait.Version, stored, content, clock.GetUtcNow().UtcDateTime);
            loading.Say(texts["loaded.portrait_changed", portrait.Code]);
        }
    }

    private async Task<Guid> WriteFrameAsync(KitLoading loading, PopulationFrame frame, CancellationToken cancel)
    {
        var (content, now) = (Study.ToJson(frame), clock.GetUtcNow().UtcDateTime);
        var known = await loading.Db.Set<StoredFrame>()
            .SingleOrDefaultAsync(f => f.Code == frame.Code && f.Version == frame.Version, cancel);
        if (known is null)
        {
            known = new StoredFrame { Id = Guid.CreateVersion7(), CouncilId = loading.Council.Id, Code = frame.Code, Version = frame.Version, Content = content, CreatedAt = now };
            loading.Db.Add(known);
            loading.Say(texts["loaded.frame_added", frame.Code, frame.Version]);
        }
        else if (known.Content != content)
        {
            known.Content = content;
            // Every portrait weighted to it is computed again.
            foreach (var reader in await loading.Db.Set<StoredPortrait>().Where(p => p.FrameId == known.Id).ToListAsync(cancel)) reader.UpdatedAt = now;
            loading.Say(texts["loaded.frame_corrected", frame.Code, frame.Version]);
        }

        return known.Id;
    }
}
