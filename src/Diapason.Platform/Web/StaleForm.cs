using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Diapason.Platform.Web;

/// <summary>
/// A form whose token has expired gets a page that holds everything typed and one button that sends it again with a fresh token.
/// The person presses it: another site's forged post therefore still does nothing by itself.
/// </summary>
internal sealed class StaleForm : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        var request = context.HttpContext.Request;
        if (context.Result is not IAntiforgeryValidationFailedResult) return;
        // Its token could not even be read.
        if (ReadableForm.RefusalOf(context.HttpContext) is { } status) context.Result = new StatusCodeResult(status);
        else if (!request.HasFormContentType) return;
        else if (KeptForm.IsTooLarge(request)) context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
        else if (KeptForm.IsOurs(request) && KeptForm.GiveBack(request, isUnsaved: false) is { } page) context.Result = page;
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
