using System.Text.Json;
using Diapason.Statistics.Publication;
using Diapason.Studies.Data;
using Diapason.Studies.Frames;
using Diapason.Studies.Portraits;

namespace Diapason.Studies.Following;

/// <summary>What is computed from a campaign: a portrait's definition, its frame, the council's threshold. <see cref="Stamp"/> changes when any does.</summary>
internal sealed record Study(string Stamp, PortraitDefinition Portrait, PopulationFrame Frame, int Threshold, bool SmallRowsAtTheClose = false)
{
    /// <summary>The portrait before any answer.</summary>
    public Portrait NoPortrait => new() { Definition = Portrait, Frame = Frame, Threshold = Opening };

    /// <summary>People a row needs to open: what the council settles, and never fewer than the rule of publication (ADR 34).</summary>
    public int Opening => Math.Max(Threshold, new PublicationRules().Opening);

    /// <summary>The rules of publication with what the council chose.</summary>
    public PublicationRules Rules => new() { Opening = Opening, SmallRowsAtTheClose = SmallRowsAtTheClose };

    /// <summary>The variables a portrait and its frame read.</summary>
    public IEnumerable<string> Variables => Portrait.Variables.Concat(Frame.Margins.Select(m => m.Variable)).Distinct(StringComparer.Ordinal);

    public static Study Of(StudyStamp stamp, StoredPortrait portrait, StoredFrame frame) =>
        new(stamp.ToString(), FromJson<PortraitDefinition>(portrait.Content), FromJson<PopulationFrame>(frame.Content), stamp.Threshold, stamp.SmallRowsAtTheClose);

    public static string ToJson<T>(T content) => JsonSerializer.Serialize(content, JsonSerializerOptions.Web);

    public static T FromJson<T>(string content) => JsonSerializer.Deserialize<T>(content, JsonSerializerOptions.Web)!;
}

/// <summary>A stored portrait without its content.</summary>
/// <param name="Campaign">The campaign it was written for, by its name in addresses; null for one older than that.</param>
internal sealed record StudyStamp(Guid Id, Guid CouncilId, string? Campaign, Guid FrameId, DateTime UpdatedAt, int Threshold, bool SmallRowsAtTheClose)
{
    public override string ToString() => $"{Id:N}{FrameId:N}{UpdatedAt.Ticks}-{Threshold}{(SmallRowsAtTheClose ? "c" : "")}";
}
