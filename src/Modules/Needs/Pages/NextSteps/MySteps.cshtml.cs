using Diapason.Design.Charts;
using Diapason.Needs.Contracts;
using Diapason.Needs.Matching;
using Diapason.Needs.Paths;
using Diapason.Needs.Reference;
using Diapason.Platform.Language;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Diapason.Needs.Pages.NextSteps;

/// <summary>Where the person stands, what they need, and their next steps. Setting one aside brings another.</summary>
internal sealed class MyStepsModel(CurrentPath path, SavePath save, OpenPath open, KeptCopies kept, StepWords words, ActWords acts, BreachWords breaches, IEnumerable<IStepSessions> sessions, Texts<NeedsModule> texts, TimeProvider clock) : ReferencePage(path)
{
    private const int MinutesInHour = 60;
    private readonly List<StepSession> _open = [];
    private PathState _state = null!;

    public ProposedSteps Steps { get; private set; } = null!;

    /// <summary>Sessions of a step with a seat left, that keep to what limits the person.</summary>
    public IReadOnlyList<StepSession> SessionsOf(NextStep step) => FitSessions.Of(_open, step.Entry.Code, _state.Profile);

    public StepWords Words => words;

    /// <summary>What can be done of a step without leaving the page.</summary>
    public EntryAct? WayOf(NextStep step) => acts.Of(step.Entry) is [var first, ..] ? first : null;

    /// <summary>By whom, on which days to come, at what price.</summary>
    public string FactsOf(NextStep step) => string.Join(words.FactSeparator, new[] { step.Entry.Acts.Provider?.Here, acts.Days(step.Entry, Today), acts.Price(step.Entry, Reference.Offer) }.Where(fact => !string.IsNullOrEmpty(fact)));

    /// <summary>The hours of all the steps, against those the person has; null when there are none.</summary>
    public string? Total
    {
        get
        {
            var minutes = Steps.Steps.Sum(step => step.Entry.Minutes);
            if (minutes == 0) return null;
            var all = texts["steps.total", words.Duration(minutes)];
            if (_state.Profile.Limits?.Hours is not { } hours || hours < 1) return all;
            var months = (minutes + (hours * MinutesInHour) - 1) / (hours * MinutesInHour);
            return texts["steps.total_with", all, texts.Count("steps.months_one", "steps.months", months)];
        }
    }

    public string NameOf(Need need) => new NameNeeds(Reference).NameOf(need, _state.Profile).Here;

    /// <summary>Why a step was left out.</summary>
    public string WhyLeftOut(LeftOutEntry left) => breaches.Of(left);

    public string LeftOutHeading => Steps.LeftOut.Count == 1 ? texts["left_out.one"] : texts["left_out.many", Steps.LeftOut.Count];

    public LimitsForm Limits => new(Reference, texts) { Said = _state.Profile };

    /// <summary>A level that nobody said is not shown.</summary>
    public bool IsLevelSaid(Need need) => !_state.Profile.Positions[need.Competency].IsUnsaid;

    public string Because(NextStep step) => words.Because(step, Reference, _state.Profile);

    /// <summary>The day the kept copy erases itself; null when nothing is kept.</summary>
    public DateTime? KeptUntil { get; private set; }

    /// <summary>What stays kept under other codes, from answers given before these.</summary>
    public IReadOnlyList<KeptCopy> KeptBefore { get; private set; } = [];

    /// <summary>For the sheet of paper: when these steps were proposed, and where.</summary>
    public string PrintedFrom => texts["print.from", LocalDates.Of(Today), Url.Whole(NeedsLinks.Start)];

    /// <summary>For the sheet of paper: how to open them again, or that nothing else is left of them.</summary>
    public string PrintedCode => KeptUntil is { } until ? texts["print.kept", until.LocalDay, Url.Whole(NeedsLinks.Resume)] : texts["print.not_kept"];

    public IReadOnlyList<OfferEntry> Dismissed => [.. _state.Dismissed.Select(d => Reference.Offer.Entries.FirstOrDefault(e => e.Code == d)).OfType<OfferEntry>()];

    public IReadOnlyList<(Competency Competency, int Level, int? Target)> Positions { get; private set; } = [];

    /// <summary>The need that the first step answers; failing one, what else called for that step. A title that its first step did not answer would promise in vain.</summary>
    public string Heading => (Steps.Needs, Steps.Steps) switch
    {
        ([{ IsFurther: false } first, ..], [{ Answers: not null }, ..] or []) => texts["mine.heading", StepWords.Inside(NameOf(first.Need))],
        ([{ IsFurther: false }, ..], [{ Reasons: [Reason.EasesObstacle, ..] }, ..]) => texts["mine.heading_obstacle"],
        ([{ IsFurther: false }, ..], _) => texts["mine.heading_said"],
        (_, [{ Reasons: [Reason.EasesObstacle, ..] }, ..]) => texts["mine.heading_held"],
        _ => texts["mine.heading_none"],
    };

    /// <summary>The key of the title above the needs: whoever needs nothing more is only told how to go further.</summary>
    public string NeedsHeading => Steps.Needs is [{ IsFurther: true }, ..] ? "needs.heading_further" : "needs.heading";

    /// <summary>The key of the sentence under the heading.</summary>
    public string Lead => Steps.Steps.Count > 0 ? "mine.lead" : Steps.LeftOut.Count > 0 ? "mine.lead_limits" : Dismissed.Count > 0 ? "mine.lead_set_aside" : Steps.Needs.Count > 0 ? "mine.lead_nothing_yet" : "mine.lead_empty";

    /// <summary>What the path leads to: the person's own goal, or the sentence they could then say.</summary>
    public string? Goal => Reference.Quick.Goal.Option(_state.Profile.Goal)?.Name.Here
        ?? (Steps.Needs is [var first, ..] ? first.Competency.AnchorsFor(_state.Profile.NeverUses)[first.Need.ToLevel - 1].Here : null);

    public Chart Chart => Levels.Draw(
        new ChartText { Id = "levels", Title = texts["levels.heading"], Description = texts["levels.description", Positions.Count], RowHead = texts["levels.row_head"] },
        (texts["levels.current"], texts["levels.target"]),
        Framework.HighestLevel,
        [.. Positions.Select(p => new LevelRow(p.Competency.Short.Here, p.Level, p.Target ?? p.Level))]);

    public async Task<IActionResult> OnGetAsync()
    {
        if (!Read()) return FromTheStart();
        if (_state.SavedId is { } id) KeptUntil = await open.ExpiryAsync(id, HttpContext.RequestAborted);
        KeptBefore = await kept.OthersAsync(_state, HttpContext.RequestAborted);
        Steps = Arranged();
        foreach (var keeper in sessions) _open.AddRange(await keeper.WithSeatsAsync(HttpContext.RequestAborted));
        // Every need has its target, also those that the page is too short to name.
        var needs = new NameNeeds(Reference).From(_state.Profile).Where(n => !n.IsFurther).ToList();
        Positions = [.. from competency in Reference.Framework.Competencies
                        let position = _state.Profile.Positions.GetValueOrDefault(competency.Code)
                        where position is { IsUnsaid: false }
                        select (competency, position.Level, needs.Find(n => n.Competency == competency)?.Need.ToLevel)];
        return Page();
    }

    public Task<IActionResult> OnPostNotForMeAsync(string? entry) => ChangeAsync(state => IsEntry(entry) ? state.Without(entry!) : state);

    public Task<IActionResult> OnPostPutBackAsync(string? entry) => ChangeAsync(state => IsEntry(entry) ? state.With(entry!) : state);

    public Task<IActionResult> OnPostRiseAsync(string? entry) => MoveAsync(entry, isUp: true);

    public Task<IActionResult> OnPostSinkAsync(string? entry) => MoveAsync(entry, isUp: false);

    /// <summary>From the page of an entry.</summary>
    public Task<IActionResult> OnPostAddAsync(string? entry) => ChangeAsync(state => IsEntry(entry) && Reference.Offer.Entry(entry) is { IsWithdrawn: false } ? state.Adding(entry!) : state);

    /// <summary>The days to come of the steps, for one's own calendar.</summary>
    public IActionResult OnGetCalendar()
    {
        if (!Read()) return FromTheStart();
        var file = WriteCalendar.Of(Arranged().Steps.Select(s => s.Entry), Today, clock.GetUtcNow().UtcDateTime, entry => Url.Whole(NeedsLinks.Entry(entry.Code)));
        return File(file, CalendarText.MediaType, texts["calendar.file"]);
    }

    /// <summary>Some step has a day to come.</summary>
    public bool HasDays => Steps.Steps.Any(s => s.Entry.Acts.Upcoming(Today).Any());

    public bool CanRise(int at) => ArrangeSteps.CanRise(Steps.Steps, at, Reference);

    public bool CanSink(int at) => ArrangeSteps.CanSink(Steps.Steps, at, Reference);

    private ProposedSteps Arranged() => ArrangeSteps.Of(new ChooseNextSteps(Reference).For(_state.Profile, [.. _state.Dismissed], Today), _state, Reference, Today);

    private Task<IActionResult> MoveAsync(string? entry, bool isUp) =>
        ChangeAsync(state => ArrangeSteps.Move(state, Arranged().Steps, entry ?? "", isUp, Reference), IsEntry(entry) ? "step-" + entry : "steps");

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private bool IsEntry(string? code) => Reference.Offer.Entries.Any(e => e.Code == code);

    private bool Read()
    {
        if (Path.Read() is not { IsComplete: true } state) return false;
        _state = state;
        return true;
    }

    private async Task<IActionResult> ChangeAsync(Func<PathState, PathState> change, string place = "steps")
    {
        if (!Read()) return FromTheStart();
        Path.Keep(await save.CarryAsync(change(_state), HttpContext.RequestAborted));
        return this.SeeOther(NeedsLinks.MySteps.At(place));
    }

    private IActionResult FromTheStart() => this.SeeOther(NeedsLinks.Start);
}
