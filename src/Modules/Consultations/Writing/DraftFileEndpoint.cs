using System.Text;
using Diapason.Consultations.Exports;
using Diapason.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Diapason.Consultations.Writing;

/// <summary>A draft as a file: that of a kit, JSON, or an XLSForm of what of it can be asked.</summary>
internal static class DraftFileEndpoint
{
    /// <summary>The kinds of files, by their ending.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["yaml", "json", "xlsx"];

    public static string Address(Guid id, string kind) => $"/manage/questionnaires/{id}/questionnaire.{kind}";

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/manage/questionnaires/{id:guid}/questionnaire.{kind:regex(^(yaml|json|xlsx)$)}", SendAsync).RequireAuthorization(WritingPolicy.Reader);

    private static async Task<IResult> SendAsync(Guid id, string kind, HttpContext context, FindDraft find)
    {
        if (await find.RunAsync(id, context.RequestAborted) is not { } state) return Results.NotFound();
        context.Response.Headers.CacheControl = "no-store";
        return kind switch
        {
            "json" => Results.File(Encoding.UTF8.GetBytes(QuestionnaireJson.Write(state.Draft)), "application/json; charset=utf-8", "questionnaire.json"),
            "xlsx" => await FormAsync(state.Draft, context.RequestAborted),
            _ => Results.File(Encoding.UTF8.GetBytes(WriteDraft.Of(state.Draft)), "application/yaml; charset=utf-8", "questionnaire.yaml"),
        };
    }

    private static async Task<IResult> FormAsync(Draft draft, CancellationToken cancel)
    {
        if (FillDraft.Run(draft)?.Questionnaire is not { } questionnaire) return Results.NotFound();
        using var bytes = new MemoryStream();
        await WriteForm.RunAsync(questionnaire, bytes, cancel);
        return Results.File(bytes.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "questionnaire.xlsx");
    }
}
