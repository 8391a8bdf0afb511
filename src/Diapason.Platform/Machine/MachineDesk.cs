using Diapason.Platform.Access;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Diapason.Platform.Web;

namespace Diapason.Platform.Machine;

/// <summary>Tells administrators that the clock has jumped, while what cannot be undone waits for it.</summary>
internal sealed class MachineDesk(ReadMachine machine, Texts<MachineDesk> texts) : IStaffDesk
{
    public async ValueTask<DeskSheet> ForAsync(StaffMember who, CancellationToken cancel)
    {
        if (!who.Holds(Roles.Administrator)) return DeskSheet.Empty;
        var seen = await machine.ClockAsync(cancel);
        return seen is { JumpedFrom: { } from, Since: { } to, SteadyAt: { } steady } ? new DeskSheet { ToDo = [Thing(from, to, steady)] } : DeskSheet.Empty;
    }

    private ThingToDo Thing(DateTime from, DateTime to, DateTime steady) => new()
    {
        Day = DateOnly.FromDateTime(steady.LocalMoment),
        Kind = texts["machine_desk.kind"],
        Fact = texts["machine_desk.fact", from.LocalDayAndTime, to.LocalDayAndTime],
        Consequence = texts["machine_desk.consequence", steady.LocalDayAndTime],
        Act = texts["machine_desk.act"],
        Link = HouseLinks.Machine,
        Policy = Policies.CouncilAdministrator,
    };
}
