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
internal sealed class PositionsModel(CurrentPath path, Texts<NeedsModule> texts) : ReferencePage(path)
{
    private PathState? _state;

    public IReadOnlyList<PositionQuestion> Questions { get; private set; } = [];

    public IReadOnlyList<FieldError> Errors => [.. Questions.Where(q => q.Error is not null).Select(q => new FieldError(q.Name, q.Error!))];

    public IActionResult OnGet() => Prepare(code => _state!.Profile.Positions.GetValueOrDefault(code)?.Level.ToString(CultureInfo.InvariantCulture)) ? Page() : FromTheStart();

    public async Task<IActionResult> OnPostAsync([FromServices] SavePath save)
    {
        if (!Prepare(code => Request.Form[PositionQuestion.NameOf(code)])) return FromTheStart();
        var levels = Questions.ToDictionary(q => q.Competency.Code, q => Level(q.Value));
        if (Leaving(NeedsLinks.Quick) is { } elsewhere)
        {
            Path.Keep(_state! with { Profile = _state.Profile with { Positions = levels.Where(l => l.Value is not null).ToDictionary(l => l.Key, l => new Position(l.Value!.Value)) } });
            return this.SeeOther(elsewhere);
        }

        Questions = [.. Questions.Select(q => levels[q.Competency.Code] is null ? q with { Error = texts["positions.missing", q.Competency.Name.Here] } : q)];
        if (Errors.Count > 0) return this.Refused();
        var profile = _state!.Profile with { Positions = levels.ToDictionary(l => l.Key, l => new Position(l.Value!.Value)) };
        Path.Keep(await save.CarryAsync(_state with { Profile = profile, IsComplete = true }, HttpContext.RequestAborted));
        return this.SeeOther(NeedsLinks.MySteps);
    }

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
