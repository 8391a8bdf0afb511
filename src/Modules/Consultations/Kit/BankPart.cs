using Diapason.Consultations.Writing;
using Diapason.Forms;
using Diapason.Platform.Kits;
using Diapason.Platform.Language;

namespace Diapason.Consultations.Kit;

/// <summary>What a kit brings to the bank of questions: <c>question-bank.yaml</c>, written like a questionnaire.</summary>
internal sealed class BankPart(Texts<ConsultationsModule> texts, TimeProvider clock) : IKitPart
{
    public const string File = "question-bank.yaml";

    public int Order => 11;

    public KitStep? Read(KitFolder folder, KitProblems problems)
    {
        if (!folder.Has(File) || folder.Read(File, problems) is not { } text) return null;
        var reading = QuestionnaireReader.Read(text, File);
        foreach (var problem in reading.Problems) problems.Add(problem, "questionnaire.");
        if (reading.Problems.Count > 0 || ReadDraft.From(text).Draft is not { } draft) return null;
        var images = new KitImages(folder, problems);
        var settled = images.Settle(WriteDraft.Of(draft));
        return problems.Any ? null : new LoadBank(settled, draft.Title, texts, clock.GetUtcNow().UtcDateTime) { Images = images.All }.RunAsync;
    }
}
