using System.Globalization;
using Diapason.Design;
using Diapason.Needs.Contracts;
using Diapason.Needs.Matching;
using Diapason.Needs.Paths;
using Diapason.Needs.Reference;
using Diapason.Platform.Language;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Diapason.Needs.Pages.NextSteps;

/// <summary>The last quick questions: in the competencies that the context points to, which sentence is most like the person.</summary>
internal sealed class PositionsModel(CurrentPath path, PassingCookie passing, Texts<NeedsModule> texts) : ReferencePage(path)
{
    private const string Typed = PassingCookie.Levels;

    private PathState? _state;

    public IReadOnlyList<PositionQuestion> Questions { get; private set; } = [];

    /// <summary>Asked here once, for both ways in.</summary>
    public LimitsForm Limits { get; private set; } = null!;

    public IReadOnlyList<FieldError> Errors => [.. Questions.Where(q => q.Error is not null).Select(q => new FieldError(q.Name, q.Error!))];

    public IActionResult OnGet()
    {
        var typed = passing.Read(Typed);
        if (!Prepare(code => typed.Count > 0 ? typed.GetValueOrDefault(code) : _state!.Profile.Positions.GetValueOrDefault(code)?.Level.ToString(CultureInfo.InvariantCulture))) return FromTheStart();
        Limits = FormOf(FormOf(_state!.Profile).Read(typed));
        if (WasRefused) Check();
        foreach (var error in Errors) ModelState.AddModelError(error.Name ?? "", error.Message);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromServices] SavePath save)
    {
        if (!Prepare(code => Request.Form[PositionQuestion.NameOf(code)])) return FromTheStart();
        var levels = Questions.Where(q => Level(q.Value) is not null).ToDictionary(q => q.Competency.Code, q => new Position(Level(q.Value)!.Value));
        var profile = FormOf(_state!.Profile with { Positions = levels }).Read(Request.Form);
        Limits = FormOf(profile);
        if (Leaving(NeedsLinks.Quick) is { } elsewhere)
        {
            Path.Keep(_state with { Profile = profile });
            return this.SeeOther(elsewhere);
        }

        Check();
        if (Errors.Count > 0)
        {
            passing.Keep(Typed, levels.ToDictionary(l => l.Key, l => l.Value.Level.ToString(CultureInfo.InvariantCulture)).Concat(Limits.Fields).ToDictionary());
            return this.SeeOther(NeedsLinks.Positions.With("refused", "true"));
        }

        passing.Forget(Typed);
        Path.Keep(await save.CarryAsync(_state with { Profile = profile, IsComplete = true }, HttpContext.RequestAborted));
        return this.SeeOther(NeedsLinks.MySteps);
    }

    private LimitsForm FormOf(Profile profile) => new(Reference, texts) { Said = profile };

    private void Check() => Questions = [.. Questions.Select(q => Level(q.Value) is null ? q with { Error = texts["positions.missing", q.Competency.Name.Here] } : q)];

    /// <summary>False when the context has not been asked yet.</summary>
    private bool Prepare(Func<string, string?> value)
    {
        _state = Path.Read();
        if (_state?.Profile is not { Heard: NeedOrigin.QuickQuestions, Goal: not null } profile) return false;
        Questions = [.. new NameNeeds(Reference).ToAsk(profile).Select(c => new PositionQuestion(c, Choices(c), value(c.Code)))];
        return true;
    }

    private IActionResult FromTheStart() => this.SeeOther(NeedsLinks.Quick);

    private IReadOnlyList<Choice> Choices(Competency competency) =>
    [
        .. competency.Anchors.Select((anchor, i) => new Choice((i + 1).ToString(CultureInfo.InvariantCulture), anchor.Here)),
        new Choice("0", Reference.Quick.PositionNone.Here, Apart: true),
    ];

    private static int? Level(string? value) =>
        value is { Length: 1 } && value[0] is >= '0' and <= (char)('0' + Framework.HighestLevel) ? value[0] - '0' : null;
}

/// <summary>One competency with its anchored sentences, the answer typed and what is wrong with it.</summary>
internal sealed record PositionQuestion(Competency Competency, IReadOnlyList<Choice> Choices, string? Value, string? Error = null)
{
    public string Name => NameOf(Competency.Code);

    public static string NameOf(string competency) => $"level.{competency}";
}
