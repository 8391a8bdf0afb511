using System.Globalization;
using Diapason.Design.Components;
using Diapason.Platform.Language;
using Diapason.Platform.Machine;
using Diapason.Platform.Modules;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Web.Pages.Backstage;

/// <summary>The operator's page: whether what the server does by itself gets done.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class MachineModel(ReadMachine machine, ModuleCatalog modules, Texts<Program> texts, TimeProvider clock) : PageModel
{
    private const double Giga = 1e9;

    public MachineState State { get; private set; } = null!;

    public string Title => modules.Words("machine_page.title")!;

    public DataTable Jobs => new(texts["machine.jobs"], Columns("machine.job", "machine.job_done", "machine.job_due", "machine.job_state"), [.. State.Jobs.Select(Row)]);

    public DataTable Waiting => new(
        texts["machine.waiting"],
        Columns("machine.event", "machine.event_count", "machine.event_failing", "machine.event_oldest"),
        [.. State.Waiting.Select(e => new DataRow(e.Kind, [Number(e.Count), Number(e.Failing), e.Oldest.LocalDayAndTime]))]);

    public DataTable Errors => new(
        texts["machine.errors"],
        Columns("machine.error", "machine.error_count", "machine.error_last"),
        [.. State.Errors.Select(e => new DataRow($"{e.Where} {e.What}".TrimEnd(), [Number(e.Count), e.LastAt.LocalDayAndTime]))]);

    public string Disk => State.Disk is { FreeBytes: { } free, TotalBytes: { } total } ? texts["machine.disk_free", Gigabytes(free), Gigabytes(total)] : texts["machine.disk_unknown"];

    public string Backup => State.Backup is not { } set ? texts["machine.backup_unset"] : set.NewestAt?.LocalDayAndTime ?? texts[set.IsReadable ? "machine.backup_none" : "machine.backup_unreadable"];

    /// <summary>Null while there is none.</summary>
    public string? ClearCopies => State.Backup is { InClear: > 0 } set ? texts["machine.backup_clear_count", Number(set.InClear)] : null;

    public string Certificate => State.Certificate switch
    {
        { EndsAt: { } end } when end < Now => texts["machine.certificate_ended", end.LocalDay],
        { EndsAt: { } end } => texts["machine.certificate_left", end.LocalDay, Number((int)(end - Now).TotalDays)],
        { Trouble: { } trouble, AskedAt: { } asked } => texts["machine.certificate_not." + trouble, asked.LocalDay],
        _ => texts["machine.certificate_never"],
    };

    /// <summary>What waits for a person, in words.</summary>
    public IReadOnlyList<(string Words, int Count)> Counts => [.. State.Counts.Where(c => c.Of.TextKey is not null).Select(c => (modules.Words(c.Of.TextKey!)!, c.Count))];

    public async Task OnGetAsync(CancellationToken cancel) => State = await machine.RunAsync(cancel);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private DataRow Row(JobState job) => new(modules.Words(job.TextKey)!, [job.LastDoneAt?.LocalDayAndTime ?? texts["machine.job_never"], job.DueAt?.LocalDayAndTime ?? "", StateOf(job)]);

    private string StateOf(JobState job) =>
        job.Failures > 1 ? texts["machine.job_failed", job.Failures, job.LastFailure]
        : job.Failures == 1 ? texts["machine.job_failed_one", job.LastFailure]
        : job.IsWaiting ? texts["machine.job_waits"]
        : texts[job.LastDoneAt is null ? "machine.job_new" : "machine.job_well"];

    private IReadOnlyList<DataColumn> Columns(params string[] keys) => [.. keys.Select(key => new DataColumn(texts[key], Number: false))];

    private static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);

    private static string Gigabytes(long bytes) => (bytes / Giga).ToString("N1", CultureInfo.CurrentCulture);
}
