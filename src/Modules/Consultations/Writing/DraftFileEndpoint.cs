using System.Text;
using Diapason.Consultations.Data;
using Diapason.Consultations.Exports;
using Diapason.Consultations.Images;
using Diapason.Forms;
using Diapason.Platform.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Writing;

/// <summary>A draft as a file: that of a kit, JSON, or an XLSForm of what of it can be asked. With its images, when it has some, in a compressed folder.</summary>
internal static class DraftFileEndpoint
{
    private const string Name = "questionnaire";

    /// <summary>The kinds of files, by their ending.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["yaml", "json", "xlsx"];

    public static string Address(Guid id, string kind) => $"/manage/questionnaires/{id}/questionnaire.{kind}";

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/manage/questionnaires/{id:guid}/questionnaire.{kind:regex(^(yaml|json|xlsx)$)}", SendAsync).RequireAuthorization(WritingPolicy.Reader);

    private static async Task<IResult> SendAsync(Guid id, string kind, HttpContext context, FindDraft find, DiapasonDb db)
    {
        if (await find.RunAsync(id, context.RequestAborted) is not { } state) return Results.NotFound();
        context.Response.Headers.CacheControl = "no-store";
        if (await BytesAsync(state.Draft, kind, context.RequestAborted) is not { } bytes) return Results.NotFound();
        var names = DraftImages.Of(state.Draft).Where(OptionImage.IsKeptName).ToList();
        if (names.Count == 0) return Results.File(bytes, Type(kind), $"{Name}.{kind}");
        var images = await db.Set<KeptImage>().Where(i => names.Contains(i.Name)).ToDictionaryAsync(i => i.Name, i => i.Bytes, context.RequestAborted);
        return Results.File(new FormPackage($"{Name}.{kind}", bytes, images).Write(), "application/zip", Name + FormPackage.Extension);
    }

    private static async Task<byte[]?> BytesAsync(Draft draft, string kind, CancellationToken cancel)
    {
        if (kind != "xlsx") return Encoding.UTF8.GetBytes(kind == "json" ? QuestionnaireJson.Write(draft) : WriteDraft.Of(draft));
        if (FillDraft.Run(draft)?.Questionnaire is not { } questionnaire) return null;
        using var bytes = new MemoryStream();
        await WriteForm.RunAsync(questionnaire, bytes, cancel);
        return bytes.ToArray();
    }

    private static string Type(string kind) => kind switch
    {
        "json" => "application/json; charset=utf-8",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/yaml; charset=utf-8",
    };
}
