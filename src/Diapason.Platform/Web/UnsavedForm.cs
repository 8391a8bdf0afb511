using Diapason.Platform.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Logging;

namespace Diapason.Platform.Web;

/// <summary>
/// A form that the database could not take (disk full, server away) is given back with everything typed: nothing was acknowledged, and nothing is
/// lost. Sending it again is safe whatever was done meanwhile: forms are idempotent.
/// </summary>
internal sealed class UnsavedForm(ILogger<UnsavedForm> log) : IExceptionFilter
{
    private const string Wait = "60";

    public void OnException(ExceptionContext context)
    {
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || !DatabaseFailure.IsIn(context.Exception)) return;
        if (KeptForm.GiveBack(request, isUnsaved: true) is not { } page) return;
        log.LogError(context.Exception, "A form could not be saved and was given back");
        context.HttpContext.Response.Headers.RetryAfter = Wait;
        context.Result = page;
    }
}
