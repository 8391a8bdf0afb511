using Diapason.Consultations.Data;
using Diapason.Forms;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Diapason.Consultations.Images;

/// <summary>The images of options, <c>/consultation-image/{name}</c>: a name says its content, so that a browser keeps it for a year and asks no more.</summary>
internal static class ImageEndpoint
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];
    private static readonly string Kept = new CacheControlHeaderValue { Public = true, MaxAge = TimeSpan.FromDays(365), Extensions = { new NameValueHeaderValue("immutable") } }.ToString();

    /// <summary>After the path base of a request, which says language and council.</summary>
    public static string Path(string name) => $"/consultation-image/{name}";

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapMethods("/consultation-image/{name}", Methods, SendAsync).AllowAnonymous();

    private static async Task<IResult> SendAsync(string name, HttpContext context, CurrentCouncil council, DiapasonDb db)
    {
        if (council.OrNull is null || !OptionImage.IsKeptName(name)) return Results.NotFound();
        var bytes = await db.Set<KeptImage>().Where(i => i.Name == name).Select(i => i.Bytes).SingleOrDefaultAsync(context.RequestAborted);
        if (bytes is null) return Results.NotFound();
        context.Response.Headers.CacheControl = Kept;
        return Results.Bytes(bytes, PlainImage.TypeOf(name), entityTag: new EntityTagHeaderValue($"\"{name}\""));
    }
}
