using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Diapason.Workshops.Contracts;

namespace Diapason.Workshops.Front;

/// <summary>The way to the rooms, for a council that has one open or tells what became of one.</summary>
internal sealed class WorkshopsProgramme(KnownRooms known, CurrentCouncil council, Texts<WorkshopsModule> texts) : IProgramme
{
    public async ValueTask<IReadOnlyList<ProgrammeLine>> NowAsync(CancellationToken cancel)
    {
        var (open, told) = await known.OfAsync(council.Id, cancel);
        if (open + told == 0) return [];
        return [new ProgrammeLine { Door = PublicDoor.Participate, Title = texts[open > 0 ? "programme.open_title" : "programme.told_title"], Text = texts[open > 0 ? "programme.open_text" : "programme.told_text"], Link = WorkshopsLinks.Start, When = open > 0 ? texts["programme.now"] : texts.Count("programme.when_one", "programme.when", told), Place = 1 }];
    }
}
