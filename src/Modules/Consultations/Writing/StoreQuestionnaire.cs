using System.Security.Cryptography;
using System.Text;
using Diapason.Consultations.Data;
using Diapason.Forms;
using Diapason.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Writing;

/// <summary>What became of a version that was handed over.</summary>
internal enum StoredFate
{
    /// <summary>It was new.</summary>
    Added,

    /// <summary>It was there, said otherwise, and nobody had answered it.</summary>
    Replaced,

    /// <summary>It was there, said the same.</summary>
    Same,

    /// <summary>It was there, said otherwise, and real people have answered it: it stays.</summary>
    Answered,
}

/// <summary>Stores one version of a questionnaire for a council: the same for a kit and for what is written in the editor. Saved with the caller's unit of work.</summary>
internal sealed class StoreQuestionnaire(DiapasonDb db, Guid council, DateTime now)
{
    public async Task<(StoredQuestionnaire Stored, StoredFate Fate)> RunAsync(Questionnaire questionnaire, string definition, CancellationToken cancel)
    {
        var checksum = Checksum(definition);
        var stored = await db.Set<StoredQuestionnaire>().SingleOrDefaultAsync(q => q.Code == questionnaire.Code && q.Version == questionnaire.Version, cancel);
        if (stored is null)
        {
            stored = new StoredQuestionnaire { Id = Guid.CreateVersion7(), CouncilId = council, Code = questionnaire.Code, Version = questionnaire.Version, Definition = definition, Checksum = checksum, CreatedAt = now };
            db.Add(stored);
            return (stored, StoredFate.Added);
        }

        if (stored.Checksum == checksum) return (stored, StoredFate.Same);
        if (await IsAnsweredAsync(stored.Id, cancel)) return (stored, StoredFate.Answered);
        (stored.Definition, stored.Checksum) = (definition, checksum);
        return (stored, StoredFate.Replaced);
    }

    public static string Checksum(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private Task<bool> IsAnsweredAsync(Guid questionnaireId, CancellationToken cancel) =>
        (from response in db.Set<Response>()
         join campaign in db.Set<Campaign>() on response.CampaignId equals campaign.Id
         where campaign.QuestionnaireId == questionnaireId && !response.IsSynthetic
         select response.Id).AnyAsync(cancel);
}
