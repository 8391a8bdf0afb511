using System.Globalization;
using System.Text;
using Diapason.Needs.Authoring;
using Diapason.Needs.Pages.Manage.OfferKeeping;
using Diapason.Needs.Reference;
using Diapason.Platform.Councils;
using Diapason.Tables;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Diapason.Needs.Offers;

/// <summary>The whole offer as a file: a kit's <c>offer.yaml</c>, or a table. Each reads back as nothing to change.</summary>
internal static class OfferFileEndpoints
{
    public const string Address = "/manage/offer/file/";
    public static readonly IReadOnlyList<string> Names = ["offer.xlsx", "offer.csv", "offer.yaml"];

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        foreach (var name in Names) endpoints.MapGet(Address + name, (HttpContext context, ReferenceLibrary library, CurrentCouncil council, ReadOfferFile read) => SendAsync(name, context, library, council, read)).RequireAuthorization(OfferPolicy.Author);
    }

    private static async Task<IResult> SendAsync(string name, HttpContext context, ReferenceLibrary library, CurrentCouncil council, ReadOfferFile read)
    {
        var cancel = context.RequestAborted;
        if (council.OrNull is not { } here || await library.FindAsync(here.Id, cancel) is not { } reference) return Results.NotFound();
        var languages = read.LanguagesOf(reference);
        using var file = new MemoryStream();
        switch (Path.GetExtension(name))
        {
            case ".yaml":
                file.Write(Encoding.UTF8.GetBytes(WriteOffer.Of(reference.Offer, languages)));
                break;
            case ".csv":
                await using (var csv = new CsvTableWriter(file, CsvDialect.Of(CultureInfo.CurrentCulture))) await OfferTable.WriteAsync(reference.Offer, languages, csv, cancel);
                break;
            default:
                await using (var xlsx = await XlsxTableWriter.CreateAsync(file, "offer", cancel))
                {
                    await OfferTable.WriteAsync(reference.Offer, languages, xlsx, cancel);
                    await (await read.LegendAsync(reference, cancel)).WriteAsync(languages, xlsx, cancel);
                }

                break;
        }

        context.Response.Headers.CacheControl = "no-store";
        return Results.File(file.ToArray(), TypeOf(name), $"{here.Slug}-{name}");
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".yaml" => "application/yaml; charset=utf-8",
        ".csv" => "text/csv; charset=utf-8",
        _ => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    };
}
