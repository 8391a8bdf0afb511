using Diapason.Consultations.Answering;
using Diapason.Forms;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;

namespace Diapason.Consultations.Pretesting;

/// <summary>What a tester does at the end, as whoever answers does: sends, or takes back. Refused for the same reasons, and goes no further.</summary>
internal sealed class SendTrial(PretestStore trials, WriteAheadLog log)
{
    public async Task<Outcome> RunAsync(Visit visit, string? within, CancellationToken cancel)
    {
        if (visit.Draft is not { IsSubmitted: false } draft) return visit.Draft is null ? Problem.Absent() : Outcome.Done;
        var route = visit.Facts.Questionnaire.RouteFor(draft.Answers);
        if (route.FirstIncomplete is not null) return Problem.Invalid("submit.incomplete");
        if (!GivenAnswers.Any(route)) return Problem.Invalid("submit.empty");
        await trials.SendAsync(visit.Facts, visit.Code!, (route.Complete(), within), cancel);
        return Outcome.Done;
    }

    public async Task TakeBackAsync(Visit visit, CancellationToken cancel)
    {
        await trials.EraseAsync(visit.Facts, visit.Code!, cancel);
        await log.EmptyAsync(CancellationToken.None);
    }
}
