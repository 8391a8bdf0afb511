using Diapason.Design.Fields;
using Diapason.Platform.Web;

namespace Diapason.Consultations.Contracts;

/// <summary>Pages of this module, for itself and for those that build on it.</summary>
public static class ConsultationsLinks
{
    /// <summary>The key under which the way to a page and back says which field is changed.</summary>
    public const string ChangedField = "field";

    /// <summary>The key under which a page that was refused is asked again: what was typed in it is kept, and shown with what is wrong.</summary>
    public const string Mend = "mend";

    /// <summary>The key under which a page is shown again because it was answered elsewhere since it was opened.</summary>
    public const string Behind = "behind";

    /// <summary>The key under which somebody is told that what they changed came after their answers were sent.</summary>
    public const string Late = "late";

    /// <summary>Coming back with a code.</summary>
    public static readonly PageLink Resume = new("/Consultation/Resume");

    /// <summary>Checking that an answer is counted.</summary>
    public static readonly PageLink Verify = new("/Consultation/Verify");

    public static readonly PageLink Manage = new("/Manage/Consultations/Index");

    /// <summary>What to pass on so that people hear of the consultation.</summary>
    public static readonly PageLink Share = new("/Manage/Share/Index");

    /// <summary>The key under which an address says by which association's link one comes.</summary>
    public const string Via = "via";

    /// <summary>The first page, by the link of an association.</summary>
    public static PageLink StartBy(string slug, string? link) => Start(slug).With(Via, link);

    /// <summary>The council's questionnaires: those being written, and their versions.</summary>
    public static readonly PageLink Questionnaires = new("/Manage/Questionnaires/Index");

    public static readonly PageLink NewQuestionnaire = new("/Manage/Questionnaires/Author/New");

    public static readonly PageLink ImportQuestionnaire = new("/Manage/Questionnaires/Author/Import");

    public static PageLink Start(string slug) => new("/Consultation/Start", ("slug", slug));

    /// <summary>A poster to print, by the link of an association or by none.</summary>
    public static PageLink Poster(string slug, string? link) => new("/Consultation/Poster", ("slug", slug), (Via, link));

    /// <summary>An association's own page, opened by its secret.</summary>
    public static PageLink Association(string slug, string secret) => new("/Consultation/Association", ("slug", slug), ("secret", secret));

    public static PageLink Page(string slug, string page) => new("/Consultation/Question", ("slug", slug), ("step", page));

    /// <summary>A page opened from the check page to change one field, which returns there.</summary>
    public static PageLink Change(string slug, string page, string field) => Complete(slug, page, field).At(FieldId.Of(field));

    /// <summary>A page to be met before the check page can be seen again.</summary>
    public static PageLink Complete(string slug, string page, string? field) => Page(slug, page).With("then", "check").With(ChangedField, field);

    public static PageLink Check(string slug) => new("/Consultation/Check", ("slug", slug));

    /// <summary>The check page, at the field just changed.</summary>
    public static PageLink Check(string slug, string? field) => field is null ? Check(slug) : Check(slug).With(ChangedField, field).At(CheckId(field));

    /// <summary>The id on the check page of what changes a field.</summary>
    public static string CheckId(string field) => "r-" + FieldId.Of(field);

    /// <summary>Leads each person to where they are.</summary>
    public static PageLink GoOn(string slug) => new("/Consultation/GoOn", ("slug", slug));

    public static PageLink Saved(string slug) => new("/Consultation/Saved", ("slug", slug));

    public static PageLink Receipt(string slug) => new("/Consultation/Receipt", ("slug", slug));

    public static PageLink MyAnswers(string slug) => new("/Consultation/MyAnswers", ("slug", slug));

    /// <summary>Asks before this device forgets one's code, and shows it.</summary>
    public static PageLink Forget(string slug) => new("/Consultation/Forget", ("slug", slug));

    public static PageLink Withdraw(string slug) => new("/Consultation/Withdraw", ("slug", slug));

    public static PageLink Withdrawn(string slug) => new("/Consultation/Withdrawn", ("slug", slug));

    /// <summary>Where one leaves an address to be told of the results, kept apart from answers.</summary>
    public static PageLink Results(string slug) => new("/Consultation/Results", ("slug", slug));

    /// <summary>What the mail that asks to confirm it leads to.</summary>
    public static PageLink ConfirmResults(string slug, string? seal) => new("/Consultation/ConfirmResults", ("slug", slug), ("seal", seal));

    /// <summary>What an invitation's mail leads to.</summary>
    public static PageLink Invited(string slug, string token) => new("/Consultation/Invited", ("slug", slug), ("token", token));

    /// <summary>Where somebody says that they want no more mail.</summary>
    public static PageLink Unsubscribe(string slug, string seal) => new("/Consultation/Unsubscribe", ("slug", slug), ("seal", seal));

    /// <summary>The link by which the true pages are tried before the opening.</summary>
    public static PageLink Pretest(string slug, string secret) => new("/Consultation/Pretest", ("slug", slug), ("secret", secret));

    /// <summary>Campaigns to be tried, and to be answered on paper or by phone.</summary>
    public static readonly PageLink Fieldwork = new("/Manage/Fieldwork/Index");

    /// <summary>What a pretest shows, and its link.</summary>
    public static PageLink ManagePretest(Guid id) => new("/Manage/Fieldwork/Pretest", ("id", id));

    /// <summary>The questionnaire to print.</summary>
    public static PageLink PrintOnPaper(Guid id) => new("/Manage/Fieldwork/Paper", ("id", id));

    /// <summary>Batches of answers taken on paper or by phone.</summary>
    public static PageLink Batches(Guid id) => new("/Manage/Fieldwork/Batches", ("id", id));

    public static PageLink Batch(Guid id, Guid batch) => new("/Manage/Fieldwork/Batch", ("id", id), ("batch", batch));

    /// <summary>Typing one more sheet of a batch.</summary>
    public static PageLink EnterSheet(Guid id, Guid batch) => new("/Manage/Fieldwork/Enter", ("id", id), ("batch", batch));

    /// <summary>Typing again a sheet that was drawn.</summary>
    public static PageLink TypeAgain(Guid id, Guid batch, int number) => new("/Manage/Fieldwork/Again", ("id", id), ("batch", batch), ("number", number));

    /// <summary>Choosing between two typings of a sheet.</summary>
    public static PageLink SettleSheet(Guid id, Guid batch, int number) => new("/Manage/Fieldwork/Settle", ("id", id), ("batch", batch), ("number", number));

    /// <summary>Answers collected elsewhere, brought as files.</summary>
    public static PageLink Collected(Guid id) => new("/Manage/Consultations/Collected/Index", ("id", id));

    /// <summary>One of these files: how it is read, then its answers.</summary>
    public static PageLink CollectedBatch(Guid id, Guid batch) => new("/Manage/Consultations/Collected/Batch", ("id", id), ("batch", batch));

    /// <summary>What one of its columns is about, by its place from 1.</summary>
    public static PageLink CollectedColumn(Guid id, Guid batch, int number) => new("/Manage/Consultations/Collected/Column", ("id", id), ("batch", batch), ("number", number));

    /// <summary>What would come in of it.</summary>
    public static PageLink CollectedReport(Guid id, Guid batch) => new("/Manage/Consultations/Collected/Report", ("id", id), ("batch", batch));

    public static PageLink ManageCampaign(Guid id) => new("/Manage/Consultations/Campaign", ("id", id));

    /// <summary>The true pages, for those who prepare the campaign; from the first one when none is named.</summary>
    public static PageLink Preview(Guid id, string? page = null) => new("/Manage/Consultations/Preview", ("id", id), ("step", page));

    /// <summary>The links of the associations that make a campaign known.</summary>
    public static PageLink ManageLinks(Guid id) => new("/Manage/Links/Index", ("id", id));

    /// <summary>One of them; a new one when none is named.</summary>
    public static PageLink ManageLink(Guid id, string? code = null) => new("/Manage/Links/Edit", ("id", id), ("code", code));

    /// <summary>The posters of all of them, to be printed in one go.</summary>
    public static PageLink Posters(Guid id) => new("/Manage/Links/Posters", ("id", id));

    /// <summary>What an association is given.</summary>
    public static PageLink GiveLink(Guid id, string code) => new("/Manage/Links/Give", ("id", id), ("code", code));

    /// <summary>How many answers each group is hoped to give.</summary>
    public static PageLink Targets(Guid id) => new("/Manage/Consultations/Change/Targets", ("id", id));

    /// <summary>How the field goes, and whom to write to.</summary>
    public static PageLink Following(Guid id) => new("/Manage/Consultations/Following", ("id", id));

    /// <summary>Who runs it besides administrators.</summary>
    public static PageLink Runners(Guid id) => new("/Manage/Consultations/Change/Runners", ("id", id));

    /// <summary>Which of the open campaigns comes first on the home page.</summary>
    public static readonly PageLink Places = new("/Manage/Consultations/Places");

    /// <summary>What was destroyed of it: <c>addresses</c>, <c>answers</c>.</summary>
    public static PageLink Certificate(Guid id, string what) => new("/Manage/Consultations/Certificate", ("id", id), ("what", what));

    /// <summary>The keys under which an address names a group of answers set apart.</summary>
    public const string ApartReason = "reason";

    /// <summary>The same, for its day.</summary>
    public const string ApartDay = "day";

    /// <summary>Files that hold words, where the council wants two people.</summary>
    public static PageLink Files(Guid id) => new("/Manage/Consultations/Files/Index", ("id", id));

    /// <summary>Answers that wait for a person's judgement.</summary>
    public static PageLink Apart(Guid id) => new("/Manage/Consultations/Apart/Index", ("id", id));

    /// <summary>One group of them; without a day, those of days that had too few.</summary>
    public static PageLink JudgeApart(Guid id, string reason, DateOnly? day) =>
        new("/Manage/Consultations/Apart/Judge", ("id", id), (ApartReason, reason), (ApartDay, day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));

    public static PageLink Open(Guid id) => new("/Manage/Consultations/Change/Open", ("id", id));

    public static PageLink Extend(Guid id) => new("/Manage/Consultations/Change/Extend", ("id", id));

    public static PageLink Close(Guid id) => new("/Manage/Consultations/Change/Close", ("id", id));

    /// <summary>What ties an answer to a person, chosen before the opening.</summary>
    public static PageLink Promise(Guid id) => new("/Manage/Consultations/Change/Promise", ("id", id));

    public static PageLink Invitations(Guid id) => new("/Manage/Consultations/Invitations/Index", ("id", id));

    /// <summary>Who is invited, for administrators.</summary>
    public static PageLink InvitedPeople(Guid id) => new("/Manage/Consultations/Invitations/People", ("id", id));

    /// <summary>Bringing a list of addresses.</summary>
    public static PageLink BringAddresses(Guid id) => new("/Manage/Consultations/Invitations/Bring", ("id", id));

    /// <summary>Bringing the notices of mails that came back.</summary>
    public static PageLink ReturnedMails(Guid id) => new("/Manage/Consultations/Invitations/Returned", ("id", id));

    /// <summary>The words of a mail: <c>Invitation</c> or <c>Reminder</c>.</summary>
    public static PageLink Message(Guid id, string kind) => new("/Manage/Consultations/Invitations/Message", ("id", id), ("kind", kind));

    /// <summary>The mails as they will be read, before they leave.</summary>
    public static PageLink Wave(Guid id, string kind) => new("/Manage/Consultations/Invitations/Wave", ("id", id), ("kind", kind));

    public static PageLink DestroyAddresses(Guid id) => new("/Manage/Consultations/Invitations/Destroy", ("id", id));

    /// <summary>A draft opened at one of its things: <c>question/you/status</c>; at its head when none is named.</summary>
    public static PageLink EditDraft(Guid id, string? at = null) => new("/Manage/Questionnaires/Author/Edit", ("id", id), ("at", at));

    /// <summary>Asks before a thing that rules rest on is taken out.</summary>
    public static PageLink RemoveFromDraft(Guid id, string? at) => new("/Manage/Questionnaires/Author/Remove", ("id", id), ("at", at));

    /// <summary>Puts a draft away, or takes it out again.</summary>
    public static PageLink ArchiveDraft(Guid id) => new("/Manage/Questionnaires/Author/Archive", ("id", id));

    /// <summary>The words of a version that people answer: what was corrected, and the way to correct more.</summary>
    public static PageLink CorrectWords(string code, string version) => new("/Manage/Questionnaires/Words", ("of", code), ("version", version));

    /// <summary>Copies questions of the bank or of another questionnaire into a draft, after one of its things.</summary>
    public static PageLink TakeQuestions(Guid id, string? at = null, Guid? from = null) => new("/Manage/Questionnaires/Author/Take", ("id", id), ("at", at), ("from", from));

    /// <summary>The files a draft can be downloaded as.</summary>
    public static PageLink DraftFiles(Guid id) => new("/Manage/Questionnaires/Files", ("id", id));

    public static PageLink DraftVersion(Guid id) => new("/Manage/Questionnaires/Author/Version", ("id", id));

    public static PageLink DraftHistory(Guid id) => new("/Manage/Questionnaires/History", ("id", id));

    /// <summary>The same in a frame as wide as a telephone.</summary>
    public static PageLink DraftPhone(Guid id, string? page = null) => new("/Manage/Questionnaires/Phone", ("id", id), ("step", page));

    /// <summary>The true pages of a draft, from the first one when none is named.</summary>
    public static PageLink DraftPreview(Guid id, string? page = null) => new("/Manage/Questionnaires/Preview", ("id", id), ("step", page));

    /// <summary>Prepares a campaign on a version of a questionnaire.</summary>
    public static PageLink PlanCampaign(Guid questionnaire) => new("/Manage/Questionnaires/Author/Campaign", ("id", questionnaire));
}
