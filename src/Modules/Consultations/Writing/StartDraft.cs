using Diapason.Consultations.Data;
using Diapason.Consultations.Images;
using Diapason.Forms;
using Diapason.Platform.Audit;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Outcomes;
using Diapason.Text;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Writing;

/// <summary>Starts a draft: blank, from a version or another draft, or from a text that was imported. It asks for consent first, whatever it is made from.</summary>
internal sealed class StartDraft(DiapasonDb db, CurrentCouncil council, KeepRevision keep, FindDraft find, KeepImages images, AuditTrail audit)
{
    private const string Consent = "consent";

    public Task<Guid> BlankAsync(LocalizedText title, CancellationToken cancel) => KeepAsync(Blank(title), "started", cancel);

    /// <summary>The council's bank of questions: the one there is, or a blank one.</summary>
    public async Task<Guid> BankAsync(CancellationToken cancel) =>
        await db.Set<QuestionnaireDraft>().Where(d => d.IsBank).Select(d => (Guid?)d.Id).FirstOrDefaultAsync(cancel) ?? await KeepAsync(Blank(Words("bank.title")), "started", cancel, isBank: true);

    private Draft Blank(LocalizedText title)
    {
        var code = NewCode.Option([], title, isItem: true);
        var section = new DraftSection { Code = "questions", Texts = DraftPart.NoTexts.SetItem("title", Words("writing.blank.section")) };
        return Consented(new Draft { Code = code, Version = "1", Languages = council.Languages, Title = title, Sections = [section] });
    }

    public async Task<Outcome<Guid>> CopyAsync(Guid of, CancellationToken cancel)
    {
        var draft = await find.TextAsync(of, cancel);
        return draft is null ? Problem.Invalid("writing.nothing_to_copy", "From") : await KeepAsync(draft, "copied", cancel);
    }

    /// <summary>What was imported and agreed to.</summary>
    public async Task<Outcome<Guid>> ImportAsync(string yaml, CancellationToken cancel) => ReadDraft.From(yaml).Draft switch
    {
        null => Problem.Invalid("writing.import_unreadable"),
        var draft when WritingRules.TooMuch(draft) is { } much => much,
        var draft => await KeepAsync(Consented(await AwaitingAsync(draft, cancel)), "imported", cancel),
    };

    // An image kept elsewhere is not here: its name says so, and it is asked for where it is to stand.
    private async Task<Draft> AwaitingAsync(Draft draft, CancellationToken cancel)
    {
        var known = await images.KnownAsync([.. DraftImages.Of(draft).Where(OptionImage.IsKeptName)], cancel);
        return DraftImages.Rename(draft, name => known.Contains(name) ? name : OptionImage.Awaited(name));
    }

    /// <summary>The draft with a first page that asks for consent, when it has none.</summary>
    public static Draft Consented(Draft draft)
    {
        if (draft.Sections is [{ Pages: [{ Questions: [{ Kind: ConsentQuestion.Word }] }, ..] }, ..]) return draft;
        var question = new DraftQuestion
        {
            Code = NewCode.Question(draft, Consent),
            Kind = ConsentQuestion.Word,
            Texts = DraftPart.NoTexts.SetItem("title", Words("writing.blank.consent_title")).SetItem("body", Words("writing.blank.consent_body")),
        };
        var page = new DraftPage { Code = NewCode.Page(draft, "agreement"), Questions = [question] };
        var section = new DraftSection { Code = NewCode.Section(draft, Consent), Texts = DraftPart.NoTexts.SetItem("title", Words("writing.blank.consent_section")), Pages = [page] };
        return draft with
        {
            ConsentVersion = draft.ConsentVersion.Length > 0 ? draft.ConsentVersion : "1",
            Consent = draft.Consent.IsEmpty ? Words("writing.blank.consent_text") : draft.Consent,
            Sections = [section, .. draft.Sections],
        };
    }

    /// <summary>A sentence of the house in each of its own languages; a council's other languages are its to write.</summary>
    public static LocalizedText Words(string key)
    {
        var catalog = TextCatalog.Of(typeof(StartDraft).Assembly);
        return LocalizedText.Of(Languages.OfTheHouse.Select(language => (language, (string?)catalog.In(language)[key])));
    }

    private async Task<Guid> KeepAsync(Draft draft, string act, CancellationToken cancel, bool isBank = false)
    {
        var id = keep.Start(draft, act, isBank);
        audit.Record(new QuestionnaireActs.Started(id));
        await db.SaveChangesAsync(cancel);
        return id;
    }
}
