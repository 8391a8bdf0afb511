using Diapason.Consultations.Contracts;
using Diapason.Platform.Access;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Diapason.Studies.Contracts;
using Diapason.Studies.Following;
using Diapason.Studies.Frames;
using static Diapason.Studies.Reporting.PortraitWords;

namespace Diapason.Studies.Reporting;

/// <summary>What a portrait asks of those who run its campaign: told while it lasts, and once, wherever they look.</summary>
internal sealed class StudiesDesk(StudyShelf shelf, CurrentCouncil council, TimeProvider clock) : IStaffDesk
{
    public ValueTask<DeskSheet> ForAsync(StaffMember who, CancellationToken cancel)
    {
        if (!who.ReadsAnswers) return ValueTask.FromResult(DeskSheet.Empty);
        var now = clock.GetUtcNow().UtcDateTime;
        return ValueTask.FromResult(new DeskSheet { ToDo = [.. shelf.All(council.Id).Select(state => Thing(state, now)).OfType<ThingToDo>()] });
    }

    private static ThingToDo? Thing(StudyState state, DateTime now)
    {
        if (state.HasFailed) return Thing(state, "failed", now);
        // After the close nothing more can be asked of anyone.
        if (state.Campaign.StateAt(now) != CampaignState.Open) return null;
        return state.Portrait.Weights is { Step: not WeightingStep.Whole } ? Thing(state, "weights", state.Campaign.ClosesAt?.AddTicks(-1) ?? now.AddDays(7)) : null;
    }

    private static ThingToDo Thing(StudyState state, string what, DateTime by) => new()
    {
        Day = DateOnly.FromDateTime(by.LocalMoment),
        Kind = T[$"desk.{what}.kind"],
        Fact = T.Format($"desk.{what}.fact", Say(state.Campaign.Title)),
        Consequence = T[$"desk.{what}.consequence"],
        Act = T.Format("desk.act", Say(state.Campaign.Title)),
        Link = StudiesLinks.CoverageOf(state.Campaign.Slug),
        Policy = Policies.CouncilAnalyst,
    };
}
