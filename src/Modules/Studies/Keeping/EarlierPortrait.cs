using System.Text.Json.Nodes;
using Diapason.Statistics.Publication;
using Diapason.Studies.Frames;
using Diapason.Studies.Portraits;
using Diapason.Studies.Publishing;

namespace Diapason.Studies.Keeping;

/// <summary>
/// A portrait kept before there were editions, as edition 0: its answers are gone, so that nothing can be looked at anew. It was public with exact numbers of people;
/// it is shown with what is shown today, rounded numbers and no other column, and rows under thirty stay out.
/// </summary>
internal static class EarlierPortrait
{
    /// <summary>Fewer people than this were never enough for what is shown today.</summary>
    private const int Fewest = 30;

    public static Portrait Read(string content)
    {
        var old = JsonNode.Parse(content)!;
        var day = DateOnly.FromDateTime(old["computedAt"]!.GetValue<DateTime>());
        return new Portrait
        {
            Definition = StudiesJson.Read<PortraitDefinition>(old["definition"]!.ToJsonString()),
            Frame = StudiesJson.Read<PopulationFrame>(old["frame"]!.ToJsonString()),
            Threshold = old["threshold"]!.GetValue<int>(),
            Day = day,
            Opened = old["firstAnswer"]?.GetValue<DateTime>() is { } first ? DateOnly.FromDateTime(first) : null,
            Weights = old["weights"]?["uses"] is { } uses ? new MarginUses(StudiesJson.Read<List<(FrameMargin Margin, MarginUse Use)>>(uses.ToJsonString())) : null,
            Figures = [.. old["figures"]!.AsArray().Select(f => Figure(f!, day))],
        };
    }

    private static Figure Figure(JsonNode old, DateOnly day) => new(
        StudiesJson.Read<FigureDefinition>(old["definition"]!.ToJsonString()),
        StudiesJson.Read<List<Text.LocalizedText>>(old["questions"]!.ToJsonString()),
        Share(old["overall"], day),
        old["by"]!.AsObject().ToDictionary(by => by.Key, by => (IReadOnlyList<Segment>)[.. by.Value!.AsArray().Select(s => Segment(s!, day))]));

    private static Segment Segment(JsonNode old, DateOnly day) =>
        new(old["code"]!.GetValue<string>(), StudiesJson.Read<Text.LocalizedText>(old["label"]!.ToJsonString()), Share(old["share"], day));

    private static Share? Share(JsonNode? old, DateOnly day)
    {
        if (old?["estimate"] is not { } estimate || estimate["n"]!.GetValue<int>() is not (>= Fewest and var n)) return null;
        var (value, effect) = (estimate["value"]!.GetValue<double>(), n / old["kishN"]!.GetValue<double>());
        var shown = RoundedBase.Of(n);
        var rounded = Math.Round(Math.Round(value / shown.ShareStep) * shown.ShareStep, 4);
        return new Share(new PublishedShare(rounded, shown, Math.Max(1, Math.Ceiling(Math.Round(effect * 10, 6)) / 10)), 0, day);
    }
}
