using Diapason.Consultations.Data;
using Diapason.Consultations.Writing;
using Diapason.Forms;
using Diapason.Platform.Kits;
using Diapason.Platform.Language;
using Diapason.Text;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Kit;

/// <summary>Writes a kit's bank of questions for one council. A bank that the council has changed stays as it is.</summary>
internal sealed class LoadBank(string text, LocalizedText title, Texts<ConsultationsModule> texts, DateTime now)
{
    private const string Loaded = "loaded";

    /// <summary>Images of options.</summary>
    public IReadOnlyCollection<PlainImage> Images { get; init; } = [];

    public async Task RunAsync(KitLoading loading, CancellationToken cancel)
    {
        var (db, council) = (loading.Db, loading.Council.Id);
        var bank = await db.Set<QuestionnaireDraft>().FirstOrDefaultAsync(d => d.IsBank, cancel);
        if (bank is null)
        {
            bank = new QuestionnaireDraft { Id = Guid.CreateVersion7(), CouncilId = council, Title = title, Head = 0, CreatedAt = now, IsBank = true };
            db.Add(bank);
            loading.Say(texts["loaded.bank_added"]);
        }
        else
        {
            var checksum = StoreQuestionnaire.Checksum(text);
            if (await db.Set<DraftRevision>().AnyAsync(r => r.DraftId == bank.Id && r.Checksum == checksum, cancel)) return;
            if (await db.Set<DraftRevision>().AnyAsync(r => r.DraftId == bank.Id && r.Act != Loaded, cancel))
            {
                loading.Say(texts["loaded.bank_kept"]);
                return;
            }

            loading.Say(texts["loaded.bank_replaced"]);
        }

        await KitImages.KeepAsync(Images, loading, now, cancel);
        (bank.Head, bank.Title) = (bank.Head + 1, title);
        db.Add(KeepRevision.New(council, bank.Id, (bank.Head, text), new KeepRevision.Step(Loaded, DraftPlace.Heading) { Shows = bank.Head, Former = bank.Head > 1 ? bank.Head - 1 : null, At = now }));
        await db.SaveChangesAsync(cancel);
    }
}
