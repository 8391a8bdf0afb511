using Diapason.Needs.Data;
using Diapason.Needs.Reference;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Diapason.Needs.Offers;

/// <summary>The files an offer hands out, <c>/next-steps/offer/{entry}/{file}</c>: open to all, kept by browsers for an hour, then asked about by their hash.</summary>
internal static class DocumentEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];
    private static readonly string Kept = new CacheControlHeaderValue { Public = true, MaxAge = TimeSpan.FromHours(1) }.ToString();

    public static string Address(string entry, StoredFile file) => $"/next-steps/offer/{entry}/{file.Name}";

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods("/next-steps/offer/{entry}/{name}", Methods, ServeAsync).AllowAnonymous().WithMetadata(new ForeignDocument());

    private static async Task<IResult> ServeAsync(string entry, string name, HttpContext context, ReferenceLibrary library, CurrentCouncil council, DiapasonDb db)
    {
        var cancel = context.RequestAborted;
        if (council.OrNull is not { } here || await library.FindAsync(here.Id, cancel) is not { } reference) return Results.NotFound();
        if (reference.Offer.Entry(entry) is { IsWithdrawn: true }) return Results.StatusCode(StatusCodes.Status410Gone);
        var acts = reference.Offer.Entry(entry)?.Acts;
        if (acts?.File(name) is not { } file) return Results.NotFound();
        var bytes = await db.Set<StoredContent>().Where(c => c.Hash == file.Hash).Select(c => c.Bytes).SingleOrDefaultAsync(cancel);
        if (bytes is null) return Results.NotFound();
        var headers = context.Response.Headers;
        headers.CacheControl = Kept;
        headers.ContentLanguage = Languages.Culture(acts.Documents.SelectMany(d => d.Files).First(f => f.Value == file).Key).Name;
        return Results.Bytes(bytes, file.Kind.Type, file.Kind.IsRead ? null : file.Name, entityTag: new EntityTagHeaderValue($"\"{file.Hash}\""));
    }
}
