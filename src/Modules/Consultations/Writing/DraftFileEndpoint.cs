using System.Text;
using Diapason.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Diapason.Consultations.Writing;

/// <summary>A draft as a kit's file.</summary>
internal static class DraftFileEndpoint
{
    public static string Address(Guid id) => $"/manage/questionnaires/{id}/questionnaire.yaml";

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/manage/questionnaires/{id:guid}/questionnaire.yaml", SendAsync).RequireAuthorization(WritingPolicy.Reader);

    private static async Task<IResult> SendAsync(Guid id, HttpContext context, FindDraft find)
    {
        if (await find.RunAsync(id, context.RequestAborted) is not { } state) return Results.NotFound();
        context.Response.Headers.CacheControl = "no-store";
        return Results.File(Encoding.UTF8.GetBytes(WriteDraft.Of(state.Draft)), "application/yaml; charset=utf-8", "questionnaire.yaml");
    }
}
