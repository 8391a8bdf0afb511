using Diapason.Platform.Access;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Diapason.Platform.Web;

namespace Diapason.Platform.Machine;

/// <summary>Tells administrators that the clock has jumped, while what cannot be undone waits for it, that no backup was made for days, and that the certificate is near its end.</summary>
internal sealed class MachineDesk(ReadMachine machine, Texts<MachineDesk> texts, TimeProvider clock) : IStaffDesk
{
    public async ValueTask<DeskSheet> ForAsync(StaffMember who, CancellationToken cancel)
    {
        if (!who.Holds(Roles.Administrator)) return DeskSheet.Empty;
        var seen = await machine.ClockAsync(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        ThingToDo?[] things = [Clock(seen), Backup(machine.Backup, now), Certificate(await machine.CertificateAsync(cancel), now)];
        return new DeskSheet { ToDo = [.. things.OfType<ThingToDo>()] };
    }

    private ThingToDo? Clock(ClockState seen) => seen is { JumpedFrom: { } from, Since: { } to, SteadyAt: { } steady }
        ? Thing(DateOnly.FromDateTime(steady.LocalMoment), texts["machine_desk.kind"], texts["machine_desk.fact", from.LocalDayAndTime, to.LocalDayAndTime], texts["machine_desk.consequence", steady.LocalDayAndTime])
        : null;

    /// <summary>Due since the first night without one.</summary>
    private ThingToDo? Backup(BackupState? backup, DateTime now) => backup is { } known && known.IsLateAt(now)
        ? Thing(
            DateOnly.FromDateTime((known.NewestAt is { } made ? made.AddDays(1) : now).LocalMoment),
            texts["machine_desk.backup_kind"],
            known.NewestAt is { } newest ? texts["machine_desk.backup_late", newest.LocalDay] : texts[known.IsReadable ? "machine_desk.backup_none" : "machine_desk.backup_unreadable"],
            texts["machine_desk.backup_consequence"])
        : null;

    private ThingToDo? Certificate(CertificateState certificate, DateTime now) => certificate is { EndsAt: { } end } && certificate.IsNearAt(now)
        ? Thing(DateOnly.FromDateTime(end.LocalMoment), texts["machine_desk.certificate_kind"], texts[end < now ? "machine_desk.certificate_ended" : "machine_desk.certificate_ends", end.LocalDay], texts["machine_desk.certificate_consequence"])
        : null;

    private ThingToDo Thing(DateOnly day, string kind, string fact, string consequence) => new()
    {
        Day = day,
        Kind = kind,
        Fact = fact,
        Consequence = consequence,
        Act = texts["machine_desk.act"],
        Link = HouseLinks.Machine,
        Policy = Policies.CouncilAdministrator,
    };
}
