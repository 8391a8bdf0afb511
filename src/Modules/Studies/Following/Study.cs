using System.Text.Json;
using Diapason.Platform.Data;
using Diapason.Studies.Data;
using Diapason.Studies.Frames;
using Diapason.Studies.Portraits;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Studies.Following;

/// <summary>What a council computes: its portrait's definition and its frame. <see cref="Stamp"/> changes when either does.</summary>
internal sealed record Study(Guid CouncilId, string Stamp, PortraitDefinition Portrait, PopulationFrame Frame)
{
    public static async Task<IReadOnlyList<(Guid CouncilId, string Stamp)>> StampsAsync(DiapasonDb db, CancellationToken cancel) =>
        [.. (await db.EveryCouncil<StoredPortrait>().AsNoTracking().OrderBy(p => p.UpdatedAt).Select(p => new { p.CouncilId, p.Id, p.FrameId, p.UpdatedAt }).ToListAsync(cancel))
            .Select(p => (p.CouncilId, $"{p.Id:N}{p.FrameId:N}{p.UpdatedAt.Ticks}"))];

    public static async Task<Study> ReadAsync(DiapasonDb db, Guid councilId, string stamp, CancellationToken cancel)
    {
        var portrait = await db.EveryCouncil<StoredPortrait>().AsNoTracking().FirstAsync(p => p.CouncilId == councilId, cancel);
        var frame = await db.EveryCouncil<StoredFrame>().AsNoTracking().FirstAsync(f => f.Id == portrait.FrameId && f.CouncilId == councilId, cancel);
        return new Study(councilId, stamp, FromJson<PortraitDefinition>(portrait.Content), FromJson<PopulationFrame>(frame.Content));
    }

    public static string ToJson<T>(T content) => JsonSerializer.Serialize(content, JsonSerializerOptions.Web);

    private static T FromJson<T>(string content) => JsonSerializer.Deserialize<T>(content, JsonSerializerOptions.Web)!;
}
