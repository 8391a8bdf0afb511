using Diapason.Learning.Contracts;
using Diapason.Learning.Sessions;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;

namespace Diapason.Learning.Front;

/// <summary>The way to the sessions, for a council that has some open.</summary>
internal sealed class LearningProgramme(OpenSessions open, CurrentCouncil council, Texts<LearningModule> texts) : IProgramme
{
    public async ValueTask<IReadOnlyList<ProgrammeLine>> NowAsync(CancellationToken cancel) =>
        await open.CountAsync(council.Id, cancel) is > 0 and var count
            ? [new ProgrammeLine { Door = PublicDoor.Advance, Title = texts["programme.title"], Text = texts["programme.text"], Link = LearningLinks.Start, When = texts.Count("programme.when_one", "programme.when", count), Place = 1 }]
            : [];
}
