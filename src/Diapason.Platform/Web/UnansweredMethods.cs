using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Diapason.Platform.Web;

/// <summary>
/// A page is drawn only by a handler it has: without this, Razor Pages draws it with nothing read, which fails or says that nothing is there.
/// A form sent to a page that takes none is told so (405), one that could not be read is told why; a handler nobody wrote is not found.
/// </summary>
internal sealed class UnansweredMethods : IAsyncPageFilter, IOrderedFilter
{
    /// <summary>After the token's check, before any other filter.</summary>
    public int Order => int.MinValue + 100;

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        var isPost = HttpMethods.IsPost(request.Method);
        var handlers = context.ActionDescriptor.HandlerMethods;
        if (context.HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null) return next();
        if (context.HttpContext.Features.Get<IExceptionHandlerFeature>() is null && ReadableForm.RefusalOf(context.HttpContext) is { } status)
        {
            context.Result = new StatusCodeResult(status);
            return Task.CompletedTask;
        }

        if (context.HandlerMethod is not null || (!isPost && handlers.All(h => h.HttpMethod != HttpMethods.Get))) return next();
        if (isPost) context.HttpContext.Response.Headers.Allow = "GET, HEAD";
        context.Result = isPost ? new StatusCodeResult(StatusCodes.Status405MethodNotAllowed) : new NotFoundResult();
        return Task.CompletedTask;
    }
}
