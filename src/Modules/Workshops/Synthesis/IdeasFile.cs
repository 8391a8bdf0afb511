using System.Globalization;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Tables;
using Diapason.Workshops.Pages;
using Diapason.Workshops.Preparing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Diapason.Workshops.Synthesis;

/// <summary>Every card that may be shown, with its table, its idea and where this went: for those who write the report, and for another program.</summary>
internal static class IdeasFile
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/manage/workshops/{id:guid}/ideas.csv", SendAsync).RequireAuthorization(WorkshopsPolicy.Lead);

    private static async Task<IResult> SendAsync(Guid id, HttpContext context, ReadWorkshops read, ReadSynthesis synthesis, CurrentCouncil council, Texts<WorkshopsModule> texts)
    {
        var cancel = context.RequestAborted;
        if (council.OrNull is null || await read.FindAsync(id, cancel) is not { } seen) return Results.NotFound();
        var all = await synthesis.RunAsync(id, cancel);
        using var file = new MemoryStream();
        await using (var csv = new CsvTableWriter(file, CsvDialect.Of(CultureInfo.CurrentCulture)))
        {
            await csv.HeaderAsync(["idea", "sentence", "destination", "text", "words", "language", "table", "paper", "activity"], cancel);
            foreach (var (idea, words) in all.Ideas.SelectMany(idea => idea.Words.Select(words => ((SeenIdea?)idea, words))).Concat(all.Loose.Select(words => ((SeenIdea?)null, words))))
            {
                csv.Number(idea?.Idea.Number);
                csv.Text(idea?.Idea.Sentence ?? "");
                csv.Text(idea is null ? "" : texts["destination." + idea.Idea.Destination.ToString().ToLowerInvariant()]);
                csv.Text(idea?.Idea.Text ?? "");
                csv.Text(words.Words);
                csv.Code(words.Language);
                csv.Number(words.TableNumber > 0 ? words.TableNumber : null);
                csv.Code(words.IsPaper ? "1" : "0");
                csv.Text(seen.Content.Activity(words.Activity)?.Title.Here ?? "");
                await csv.EndRowAsync(cancel);
            }
        }

        context.Response.Headers.CacheControl = "no-store";
        return Results.File(file.ToArray(), "text/csv; charset=utf-8", $"{seen.Workshop.Code}.csv");
    }
}
