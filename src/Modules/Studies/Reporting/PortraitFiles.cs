using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Diapason.Platform.Language;
using Diapason.Studies.Disclosure;
using Diapason.Studies.Following;
using Diapason.Studies.Frames;
using Diapason.Studies.Keeping;
using Diapason.Studies.Portraits;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using static Diapason.Studies.Reporting.PortraitWords;
using Portrait = Diapason.Studies.Portraits.Portrait;

namespace Diapason.Studies.Reporting;

/// <summary>The portrait's figures for machines and spreadsheets: <c>/portrait/{campaign}.json</c>, <c>.csv</c> and <c>.xlsx</c>, from the same protected portrait as the page; <c>/portrait.json</c> is the current one, <c>/portrait/{campaign}/editions/{n}.json</c> that edition, which browsers keep for a day.</summary>
internal static class PortraitFiles
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];
    private static readonly string Kept = new CacheControlHeaderValue { Public = true, MaxAge = TimeSpan.FromDays(1) }.ToString();
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        foreach (var place in new[] { "/portrait", "/portrait/{campaign}", "/portrait/{campaign}/editions/{edition:int}" })
        {
            MapFile(endpoints, place, ".json", "application/json; charset=utf-8", (state, _) => Task.FromResult(Encoding.UTF8.GetBytes(Document(state))));
            MapFile(endpoints, place, ".csv", "text/csv; charset=utf-8", WriteFigures.CsvAsync);
            MapFile(endpoints, place, ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", WriteFigures.WorkbookAsync);
        }
    }

    private static void MapFile(IEndpointRouteBuilder endpoints, string place, string ending, string type, Func<StudyState, CancellationToken, Task<byte[]>> write) =>
        endpoints.MapMethods(place + ending, Methods, async (HttpContext http, FindPortrait portraits, CancellationToken cancel) =>
        {
            int? edition = http.GetRouteValue("edition") is string number ? int.Parse(number, CultureInfo.InvariantCulture) : null;
            if (await portraits.RunAsync(http.GetRouteValue("campaign") as string, edition, cancel) is not { Portrait.IsPublished: true } state) return Results.NotFound();
            var bytes = await write(state, cancel);
            var name = ending == ".json" ? null : $"portrait-{state.Campaign.Slug}-edition-{state.Portrait.Edition}-{Languages.Current}{ending}";
            if (edition is null) return Results.Bytes(bytes, type, name);
            // What an edition says never changes; the words around it may be corrected.
            http.Response.Headers.CacheControl = Kept;
            return Results.Bytes(bytes, type, name, entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\""));
        }).AllowAnonymous();

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
                ReceivedAtLeast = state.IsOneEdition ? (int?)null : PublicCount.AtLeast(state.Received),
                Period = Period(portrait),
                Frame = new { frame.Code, frame.Version, Name = Say(frame.Name), Source = Say(frame.Source), frame.Date, frame.Review, frame.Total },
                Weighting = Weighting(weights),
                Interval = new { Level = 0.95, Method = "wilson", Counts = "sampling and protection", Standing = "indicative", Why = T["portrait.method.interval"] },
                Gaps = new { Test = "student", DegreesOfFreedom = "smaller n - 1", Correction = "bonferroni", GroupGap.Level, Why = T.Format("portrait.method.gaps", Percent(GroupGap.Level)) },
                Protection = new { portrait.Threshold, Variance = "4 + 1/12 under 100 people, (1.6 + 1/12) x n/100 under 150, 1.6 x n/100 from there", Why = T.Format("portrait.method.privacy", portrait.Threshold) },
                Coverage = portrait.Margins.Count == 0 ? null : Margins(portrait),
                Published = published is null ? null : new { Name = Say(published.Name), Citation = Say(published.Citation), Note = Say(published.Note), published.Link },
                Figures = FigureFile.Rows(state),
            },
            Json);
    }

    private static IEnumerable<object> Margins(Portrait portrait) => portrait.Margins.SelectMany(margin => margin.Categories, (margin, category) => new
    {
        margin.Margin,
        category.Category,
        category.Figure.Share,
        Cut = FigureFile.Cut(category.Figure),
        N = category.Figure.N.Value,
        NMost = category.Figure.N.IsBand ? category.Figure.N.Most : (int?)null,
        margin.Edition,
        Day = IsoDay(margin.Day),
    });

    private static object Weighting(MarginUses weights) => new
    {
        Method = weights.Step == WeightingStep.Unweighted ? "none" : "raking",
        Step = MethodTables.Code(weights.Step),
        Margins = weights.Used.Select(m => m.Variable),
        Why = MethodTables.Shortfalls(weights),
        WeighToFrame.Cap,
    };
}
