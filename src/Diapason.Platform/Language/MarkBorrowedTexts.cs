using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Platform.Language;

/// <summary>
/// On a page in a language that the house is not written in, says of each French sentence that it is French: a screen reader then reads it as such.
/// Pages in a language of the house pass untouched.
/// </summary>
internal sealed class MarkBorrowedTexts(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (Languages.IsWritten(Languages.Current) || context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is null)
        {
            await next(context);
            return;
        }

        var body = context.Response.Body;
        using var made = new MemoryStream();
        context.Response.Body = made;
        try
        {
            BorrowedTexts.Start();
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }

        var marked = Encoding.UTF8.GetBytes(BorrowedMarkup.Write(Encoding.UTF8.GetString(made.GetBuffer(), 0, (int)made.Length), Languages.Culture(Languages.French).Name));
        if (context.Response.ContentLength is not null) context.Response.ContentLength = marked.Length;
        await body.WriteAsync(marked, context.RequestAborted);
    }
}
