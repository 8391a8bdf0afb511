using Diapason.Consultations.Contracts;
using Diapason.Platform.Access;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Diapason.Studies.Contracts;
using Diapason.Studies.Coverage;
using Diapason.Studies.Following;
using Diapason.Studies.Pages.Coverage;
using static Diapason.Studies.Reporting.PortraitWords;

namespace Diapason.Studies.Front;

/// <summary>Who is missing from the consultation under way, and a frame past its date. Counts are for those who hold the answers.</summary>
internal sealed class CoverageDesk(StudyShelf shelf, CurrentCouncil council, Texts<StudiesModule> texts, TimeProvider clock) : IStaffDesk
{
    /// <summary>Days before its review from which a frame is a thing to do.</summary>
    private const int Near = 30;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private DateOnly Today => DateOnly.FromDateTime(Now.LocalMoment);

    public async ValueTask<DeskSheet> ForAsync(StaffMember who, CancellationToken cancel)
    {
        if (await shelf.FindAsync(council.Id, null, cancel) is not { } state) return DeskSheet.Empty;
        var missing = who.ReadsAnswers && state.Campaign.StateAt(Now) == CampaignState.Open ? ShowModel.Furthest(state.Coverage) : [];
        var things = new List<ThingToDo>();
        if (missing.Count > 0) things.Add(ToReach(state, missing));
        if (who.ReadsAnswers && state.Portrait.Frame.Review <= Today.AddDays(Near)) things.Add(ToRenew(state));
        return new DeskSheet
        {
            ToDo = things,
            Year = [new YearMoment(state.Portrait.Frame.Review, state.Portrait.Frame.Review, texts["desk.frame_moment"])],
            Waiting = missing.Count > 0 ? new Dictionary<string, string> { [StudiesLinks.Coverage.Page] = texts["desk.waiting", missing.Count] } : new Dictionary<string, string>(),
        };
    }

    private ThingToDo ToReach(StudyState state, IReadOnlyList<CategoryCoverage> missing) => new()
    {
        Day = state.Campaign.ClosesAt is { } closes ? DateOnly.FromDateTime(closes.AddTicks(-1).LocalMoment) : Today,
        Kind = texts["desk.missing"],
        Fact = texts["desk.missing_fact", Say(missing[0].Fill.Category.Label), missing[0].Fill.Respondents, missing[0].Missing],
        Consequence = missing.Count == 1 ? texts["desk.missing_one"] : texts["desk.missing_many", missing.Count - 1],
        Act = texts["desk.missing_act"],
        Link = StudiesLinks.Coverage.At("manque"),
        Policy = Policies.CouncilAnalyst,
    };

    private ThingToDo ToRenew(StudyState state) => new()
    {
        Day = state.Portrait.Frame.Review,
        Kind = texts["desk.frame"],
        Fact = texts["desk.frame_fact", Say(state.Portrait.Frame.Name)],
        Consequence = texts["desk.frame_consequence"],
        Act = texts["desk.frame_act"],
        Link = StudiesLinks.Coverage,
        Policy = Policies.CouncilAnalyst,
    };
}
