using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Workshops.Data;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Workshops.Preparing;

/// <summary>The workshops of the council, with how many people are in each.</summary>
internal sealed class ReadWorkshops(DiapasonDb db, TimeProvider clock)
{
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.LocalMoment);

    public async Task<IReadOnlyList<SeenWorkshop>> AllAsync(CancellationToken cancel)
    {
        var people = await db.Set<Participant>().GroupBy(p => p.WorkshopId).Select(g => new { g.Key, Count = g.Count(p => p.Sheet == null || p.IsTyped) }).ToDictionaryAsync(p => p.Key, p => p.Count, cancel);
        var all = await db.Set<Workshop>().AsNoTracking().OrderByDescending(w => w.Day).ThenBy(w => w.Code).ToListAsync(cancel);
        return [.. all.Select(w => new SeenWorkshop(w, w.Read(), people.GetValueOrDefault(w.Id)))];
    }

    public async Task<SeenWorkshop?> FindAsync(Guid id, CancellationToken cancel) => await SeeAsync(db.Set<Workshop>().Where(w => w.Id == id), cancel);

    /// <summary>By its name in addresses; what is not open yet is not there.</summary>
    public async Task<SeenWorkshop?> FindAsync(string code, CancellationToken cancel) =>
        await SeeAsync(db.Set<Workshop>().Where(w => w.Code == code && (w.State == WorkshopState.Open || w.State == WorkshopState.Closed)), cancel);

    /// <summary>By the digits of its room.</summary>
    public async Task<SeenWorkshop?> InRoomAsync(string room, CancellationToken cancel) =>
        await SeeAsync(db.Set<Workshop>().Where(w => w.Room == room && (w.State == WorkshopState.Open || w.State == WorkshopState.Closed)), cancel);

    private async Task<SeenWorkshop?> SeeAsync(IQueryable<Workshop> which, CancellationToken cancel)
    {
        if (await which.AsNoTracking().SingleOrDefaultAsync(cancel) is not { } workshop) return null;
        // A sheet that was printed and not typed is nobody yet.
        var people = await db.Set<Participant>().CountAsync(p => p.WorkshopId == workshop.Id && (p.Sheet == null || p.IsTyped), cancel);
        return new SeenWorkshop(workshop, workshop.Read(), people);
    }
}

/// <summary>A workshop as its pages show it.</summary>
internal sealed record SeenWorkshop(Workshop Workshop, WorkshopContent Content, int People)
{
    /// <summary>The activity that takes answers now.</summary>
    public ActivityContent? Open => Workshop.State == WorkshopState.Open ? Content.Activity(Workshop.OpenActivity) : null;

    /// <summary>Digits by threes, to be read out.</summary>
    public string RoomInWords => $"{Workshop.Room[..3]} {Workshop.Room[3..]}";
}
