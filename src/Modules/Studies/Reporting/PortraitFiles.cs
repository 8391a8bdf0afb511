using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Studies.Disclosure;
using Diapason.Studies.Following;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static Diapason.Studies.Reporting.PortraitWords;

namespace Diapason.Studies.Reporting;

/// <summary>The portrait's figures for machines and spreadsheets: <c>/portrait.json</c> and <c>/portrait.csv</c>, from the same protected portrait as the page.</summary>
internal static class PortraitFiles
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods("/portrait.json", Methods, async (StudyShelf shelf, CurrentCouncil council, SmallCells cells, CancellationToken cancel) =>
            await FindAsync(shelf, council, cancel) is { } state ? Results.Text(Document(state, cells), "application/json", Encoding.UTF8) : Results.NotFound()).AllowAnonymous();
        endpoints.MapMethods("/portrait.csv", Methods, async (StudyShelf shelf, CurrentCouncil council, CancellationToken cancel) =>
            await FindAsync(shelf, council, cancel) is { } state
                ? Results.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(FigureFile.Csv(state))], "text/csv; charset=utf-8", $"portrait-{state.Campaign.Slug}-{Languages.Current}.csv")
                : Results.NotFound()).AllowAnonymous();
    }

    private static async ValueTask<StudyState?> FindAsync(StudyShelf shelf, CurrentCouncil council, CancellationToken cancel) =>
        council.OrNull is { } here && await shelf.FindAsync(here.Id, cancel) is { Portrait.Weights: not null } state ? state : null;

    private static string Document(StudyState state, SmallCells cells)
    {
        var (portrait, frame, published) = (state.Portrait, state.Portrait.Frame, state.Portrait.Definition.Published);
        return JsonSerializer.Serialize(
            new
            {
                Title = Say(portrait.Definition.Title),
                Language = Languages.Current,
                Campaign = new { state.Campaign.Slug, Title = Say(state.Campaign.Title) },
                Synthetic = state.Campaign.IsSynthetic,
                ComputedAt = IsoDay(portrait.ComputedAt),
                Respondents = state.Received,
                Batch = new { Size = FollowCampaign.Batch, portrait.Respondents, Why = T.Format("portrait.refresh", FollowCampaign.Batch) },
                Period = Period(portrait),
                Frame = new { frame.Code, frame.Version, Name = Say(frame.Name), Source = Say(frame.Source), frame.Date, frame.Review, frame.Total },
                Weighting = new { Method = "raking", Margins = frame.Margins.Select(m => m.Variable), EffectiveN = Math.Round(portrait.Weights!.EffectiveN) },
                Interval = new { Level = 0.95, Scale = "logit", Standing = "indicative", Why = T["portrait.method.interval"] },
                Suppression = new { cells.Threshold, Why = T.Format("portrait.method.privacy", cells.Threshold) },
                Published = new { Name = Say(published.Name), Citation = Say(published.Citation), Note = Say(published.Note), published.Link },
                Figures = FigureFile.Rows(state),
            },
            Json);
    }
}
