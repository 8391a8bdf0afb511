using Diapason.Design.Fields;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Design.Pages.Design;

/// <summary>Every component, live. `?errors=true` shows their error state.</summary>
[AllowAnonymous]
public sealed class IndexModel : PageModel
{
    [BindProperty(SupportsGet = true, Name = "errors")]
    public bool WithErrors { get; set; }

    public string? Email { get; set; }

    public decimal? Hours { get; set; }

    public IReadOnlyList<Choice> Statuses { get; } =
    [
        new("employee", Words.Of("design.status_employee")),
        new("self", Words.Of("design.status_self")),
        new("other", Words.Of("design.status_other")) { Specify = new("status.other", Words.Of("design.specify")) },
        new("none", Words.Of("design.no_answer"), Apart: true),
    ];

    public IReadOnlyList<Choice> Tasks { get; } =
    [
        new("email", Words.Of("design.task_email")),
        new("planning", Words.Of("design.task_planning")),
        new("data", Words.Of("design.task_data")),
        new("none", Words.Of("design.task_none"), Apart: true) { Exclusive = true },
    ];

    public IReadOnlyList<Choice> Regions { get; } =
    [
        new("06", Words.Of("design.region_montreal")),
        new("03", Words.Of("design.region_capital")),
        new("10", Words.Of("design.region_north")),
    ];

    public IReadOnlyList<Choice> Scale { get; } =
    [
        .. Specimens.Steps.Select((step, i) => new Choice($"{i + 1}", step)),
        new("na", Words.Of("design.scale_na"), Apart: true),
    ];

    public IReadOnlyList<Choice> Importance { get; } =
        [new("1", Words.Of("design.important_1")), new("2", Words.Of("design.important_2")), new("3", Words.Of("design.important_3"))];

    public IReadOnlyList<Choice> Mastery { get; } =
        [new("1", Words.Of("design.level_1")), new("2", Words.Of("design.level_2")), new("3", Words.Of("design.level_3"))];

    public IReadOnlyList<StatementPair> Pairs { get; } =
    [
        new(Words.Of("design.skill_recognise"), new("imp.1", "", "2"), new("mai.1", "")),
        new(Words.Of("design.skill_limits"), new("imp.2", ""), new("mai.2", "", "1")),
    ];

    public IReadOnlyList<Statement> Statements(string prefix) =>
    [
        new($"{prefix}.1", Words.Of("design.statement_1"), "4"),
        new($"{prefix}.2", Words.Of("design.statement_2"), "2"),
        new($"{prefix}.3", Words.Of("design.statement_3"), null, WithErrors ? Words.Of("design.statement_error") : null),
    ];

    public void OnGet()
    {
        if (!WithErrors)
        {
            Hours = 12.5m;
            return;
        }
        ModelState.SetModelValue("Email", "nom@", "nom@");
        ModelState.AddModelError("Email", Words.Of("design.field_email_error"));
        ModelState.SetModelValue("Hours", "douze", "douze");
        ModelState.AddModelError("Hours", Words.Of("design.field_hours_error"));
        ModelState.AddModelError("status", Words.Of("design.field_status_error"));
        ModelState.AddModelError("grid.3", Words.Of("design.statement_error"));
        ModelState.AddModelError("list.3", Words.Of("design.statement_error"));
    }
}
