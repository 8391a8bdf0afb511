using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Studies.Disclosure;
using Diapason.Studies.Following;
using Diapason.Studies.Frames;
using Diapason.Studies.Portraits;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static Diapason.Studies.Reporting.PortraitWords;

namespace Diapason.Studies.Reporting;

/// <summary>The portrait's figures for machines and spreadsheets: <c>/portrait/{campaign}.json</c>, <c>.csv</c> and <c>.xlsx</c>, from the same protected portrait as the page; <c>/portrait.json</c> is the current one.</summary>
internal static class PortraitFiles
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        foreach (var place in new[] { "/portrait", "/portrait/{campaign}" })
        {
            endpoints.MapMethods(place + ".json", Methods, async (HttpContext http, StudyShelf shelf, CurrentCouncil council, CancellationToken cancel) =>
                await FindAsync(http, shelf, council, cancel) is { } state ? Results.Text(Document(state), "application/json", Encoding.UTF8) : Results.NotFound()).AllowAnonymous();
            MapTable(endpoints, place, ".csv", "text/csv; charset=utf-8", WriteFigures.CsvAsync);
            MapTable(endpoints, place, ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", WriteFigures.WorkbookAsync);
        }
    }

    private static void MapTable(IEndpointRouteBuilder endpoints, string place, string ending, string type, Func<StudyState, CancellationToken, Task<byte[]>> write) =>
        endpoints.MapMethods(place + ending, Methods, async (HttpContext http, StudyShelf shelf, CurrentCouncil council, CancellationToken cancel) =>
            await FindAsync(http, shelf, council, cancel) is { } state
                ? Results.File(await write(state, cancel), type, $"portrait-{state.Campaign.Slug}-{Languages.Current}{ending}")
                : Results.NotFound()).AllowAnonymous();

    private static async ValueTask<StudyState?> FindAsync(HttpContext http, StudyShelf shelf, CurrentCouncil council, CancellationToken cancel) =>
        council.OrNull is { } here && await shelf.FindAsync(here.Id, http.GetRouteValue("campaign") as string, cancel) is { Portrait.IsPublished: true } state ? state : null;

    private static string Document(StudyState state)
    {
        var (portrait, frame, published, weights) = (state.Portrait, state.Portrait.Frame, state.Portrait.Definition.Published, state.Portrait.Weights!);
        return JsonSerializer.Serialize(
            new
            {
                Title = Say(portrait.Definition.Title),
                Language = Languages.Current,
                Campaign = new { state.Campaign.Slug, Title = Say(state.Campaign.Title) },
                Synthetic = state.Campaign.IsSynthetic,
                Edition = new { Number = portrait.Edition, Day = IsoDay(portrait.Day), IsClosing = state.IsClosed, Why = T["portrait.refresh"] },
                ReceivedAtLeast = PublicCount.AtLeast(state.Received),
                Period = Period(portrait),
                Frame = new { frame.Code, frame.Version, Name = Say(frame.Name), Source = Say(frame.Source), frame.Date, frame.Review, frame.Total },
                Weighting = Weighting(weights),
                Interval = new { Level = 0.95, Method = "wilson", Counts = "sampling and protection", Standing = "indicative", Why = T["portrait.method.interval"] },
                Gaps = new { Test = "student", DegreesOfFreedom = "smaller n - 1", Correction = "bonferroni", GroupGap.Level, Why = T.Format("portrait.method.gaps", Percent(GroupGap.Level)) },
                Protection = new { portrait.Threshold, Variance = "4 under 100 people, 1.6 x n/100 from there", Why = T.Format("portrait.method.privacy", portrait.Threshold) },
                Coverage = state.Bands,
                Published = published is null ? null : new { Name = Say(published.Name), Citation = Say(published.Citation), Note = Say(published.Note), published.Link },
                Figures = FigureFile.Rows(state),
            },
            Json);
    }

    private static object Weighting(MarginUses weights) => new
    {
        Method = weights.Step == WeightingStep.Unweighted ? "none" : "raking",
        Step = MethodTables.Code(weights.Step),
        Margins = weights.Used.Select(m => m.Variable),
        Why = MethodTables.Shortfalls(weights),
        WeighToFrame.Cap,
    };
}
