using Diapason.Consultations.Contracts;
using Diapason.Platform.Access;
using Diapason.Platform.Councils;
using Diapason.Platform.Expiry;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Diapason.Studies.Contracts;
using Diapason.Studies.Coverage;
using Diapason.Studies.Following;
using Diapason.Studies.Frames;
using Diapason.Studies.Pages.Coverage;
using static Diapason.Studies.Reporting.PortraitWords;

namespace Diapason.Studies.Front;

/// <summary>What portraits ask of those who hold the answers: one not computed, weights that fall short, a group that is missing, a frame past its date.</summary>
internal sealed class StudiesDesk(StudyShelf shelf, CurrentCouncil council, Texts<StudiesModule> texts, TimeProvider clock) : IStaffDesk
{
    /// <summary>Days before its review from which a frame is a thing to do.</summary>
    private const int Near = 30;

    /// <summary>Days given to mend the weights of a campaign that has no end.</summary>
    private const int Week = 7;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private DateOnly Today => DateOnly.FromDateTime(Now.LocalMoment);

    public async ValueTask<DeskSheet> ForAsync(StaffMember who, CancellationToken cancel)
    {
        // Just after a start, waits a moment for what is read first.
        await shelf.FindAsync(council.Id, null, cancel);
        var studies = shelf.All(council.Id);
        var frames = studies.Select(s => s.Portrait.Frame).DistinctBy(f => f.Code).ToList();
        YearMoment[] year = [.. frames.Select(f => new YearMoment(f.Review, f.Review, texts["desk.frame_moment"]))];
        // After the close nothing more can be asked of anyone.
        var open = studies.Where(s => s.Campaign.StateAt(Now) == CampaignState.Open).ToList();
        if (!who.ReadsAnswers) return new DeskSheet { ToDo = who.Holds(Roles.Rfc, Roles.Facilitator) ? [.. open.SelectMany(ToTell)] : [], Year = year };
        var behind = open.Sum(s => ShowModel.Furthest(s.Coverage).Count);
        return new DeskSheet
        {
            ToDo = [.. studies.Where(s => s.HasFailed).Select(s => OfPortrait(s, "failed", Today)), .. studies.Where(s => s.Excess.Count > 0).Select(s => OfPortrait(s, "over_budget", Today)), .. open.SelectMany(OfOpen), .. frames.Where(f => f.Review.IsDue(Today, Near)).Select(ToRenew)],
            Year = year,
            IsBehind = behind > 0,
            Waiting = behind > 0 ? new Dictionary<string, string> { [StudiesLinks.Coverage.Page] = texts["desk.waiting", behind] } : new Dictionary<string, string>(),
        };
    }

    private IEnumerable<ThingToDo> OfOpen(StudyState state)
    {
        if (!state.HasFailed && state.Portrait.Weights is { Step: not WeightingStep.Whole }) yield return OfPortrait(state, "weights", LastDay(state) ?? Today.AddDays(Week));
        if (ShowModel.Furthest(state.Coverage) is { Count: > 0 } missing) yield return ToReach(state, missing);
    }

    private ThingToDo OfPortrait(StudyState state, string what, DateOnly by) => new()
    {
        Day = by,
        Kind = texts[$"desk.{what}.kind"],
        Fact = texts[$"desk.{what}.fact", Say(state.Campaign.Title)],
        Consequence = texts[$"desk.{what}.consequence"],
        Act = texts["desk.act", Say(state.Campaign.Title)],
        Link = StudiesLinks.CoverageOf(state.Campaign.Slug),
        Policy = Policies.CouncilAnalyst,
    };

    private ThingToDo ToReach(StudyState state, IReadOnlyList<CategoryCoverage> missing) => new()
    {
        Day = LastDay(state) ?? Today,
        Kind = texts["desk.missing"],
        Fact = texts["desk.missing_fact", Say(missing[0].Fill.Category.Label), missing[0].Fill.Respondents, missing[0].Missing],
        Consequence = missing.Count == 1 ? texts["desk.missing_one"] : texts["desk.missing_many", missing.Count - 1],
        Act = texts["desk.act", Say(state.Campaign.Title)],
        Link = StudiesLinks.CoverageOf(state.Campaign.Slug).At("manque"),
        Policy = Policies.CouncilAnalyst,
    };

    /// <summary>Who makes the campaign known is told the groups, by fifties, and where its message is.</summary>
    private IEnumerable<ThingToDo> ToTell(StudyState state)
    {
        var groups = NameMissingGroups.Of(state.Coverage);
        if (groups.Count == 0) yield break;
        var first = groups[0];
        yield return new ThingToDo
        {
            Day = LastDay(state) ?? Today,
            Kind = texts["desk.missing"],
            Fact = first.About is { } about ? texts["desk.tell_fact", first.Name, about] : texts["desk.tell_few", first.Name],
            Consequence = groups.Count == 1 ? texts["desk.missing_one"] : texts["desk.tell_others", string.Join(texts["desk.tell_and"], groups.Skip(1).Take(2).Select(group => group.Name))],
            Act = texts["desk.tell_act"],
            Link = ConsultationsLinks.Share,
            Policy = Policies.Backstage,
        };
    }

    private ThingToDo ToRenew(PopulationFrame frame) => new()
    {
        Day = frame.Review,
        Kind = texts["desk.frame"],
        Fact = texts["desk.frame_fact", Say(frame.Name)],
        Consequence = texts["desk.frame_consequence"],
        Act = texts["desk.frame_act"],
        Link = StudiesLinks.Coverage,
        Policy = Policies.CouncilAnalyst,
    };

    private static DateOnly? LastDay(StudyState study) => study.Campaign.ClosesAt is { } closes ? DateOnly.FromDateTime(closes.AddTicks(-1).LocalMoment) : null;
}
