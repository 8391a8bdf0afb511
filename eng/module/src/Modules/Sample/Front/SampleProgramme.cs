using System.Collections.Concurrent;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Diapason.Sample.Contracts;
using Diapason.Sample.Data;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Sample.Front;

/// <summary>The way to this module's page, for a council that has entries.</summary>
internal sealed class SampleProgramme(DiapasonDb db, KnownCouncils known, CurrentCouncil council, Texts<SampleModule> texts) : IProgramme
{
    public async ValueTask<IReadOnlyList<ProgrammeLine>> NowAsync(CancellationToken cancel)
    {
        // Entries are changed, never taken away: once seen, they are not asked for at each page.
        if (!known.WithEntries.ContainsKey(council.Id))
        {
            if (!await db.Set<Entry>().AnyAsync(cancel)) return [];
            known.WithEntries[council.Id] = true;
        }

        return [new ProgrammeLine { Door = PublicDoor.Equip, Title = texts["programme.title"], Text = texts["programme.text"], Link = SampleLinks.Start, When = texts["programme.when"] }];
    }
}

/// <summary>The councils known to have entries.</summary>
internal sealed class KnownCouncils
{
    public ConcurrentDictionary<Guid, bool> WithEntries { get; } = new();
}
