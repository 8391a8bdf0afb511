using Diapason.Consultations.Contracts;
using Diapason.Consultations.Pretesting;
using Diapason.Platform.Security;

namespace Diapason.Consultations.Answering;

/// <summary>The two codes of an answer: the one that opens it again, and the one that proves it is counted.</summary>
internal static class AnswerCodes
{
    public static readonly CodeKind Resume = new("code.resume.", typeof(AnswerCodes).Assembly, ConsultationsLinks.Resume);

    public static readonly CodeKind Receipt = new("code.receipt.", typeof(AnswerCodes).Assembly, ConsultationsLinks.Verify);
}

internal sealed class ResumeCodes(ResponseStore responses, PretestStore pretests) : ICodeHolder
{
    public CodeKind Kind => AnswerCodes.Resume;

    public async ValueTask<bool> HoldsAsync(Guid councilId, string code, CancellationToken cancel) =>
        await responses.CampaignOfAsync(councilId, code, cancel) is not null || await pretests.CampaignOfAsync(councilId, code, cancel) is not null;
}

internal sealed class ReceiptCodes(Receipts receipts) : ICodeHolder
{
    public CodeKind Kind => AnswerCodes.Receipt;

    public async ValueTask<bool> HoldsAsync(Guid councilId, string code, CancellationToken cancel) => await receipts.FindAsync(councilId, code, cancel) is not null;
}
