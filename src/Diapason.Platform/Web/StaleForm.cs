using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Diapason.Platform.Web;

/// <summary>
/// A form whose token has expired gets a page that holds everything typed and one button that sends it again with a fresh token.
/// The person presses it: another site's forged post therefore still does nothing by itself.
/// </summary>
public sealed class StaleForm : IAlwaysRunResultFilter
{
    /// <summary>The view, in the host's shared pages, whose model is this list of fields.</summary>
    public const string View = "/Pages/Shared/StaleForm.cshtml";

    private const string TokenField = "__RequestVerificationToken";

    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is not IAntiforgeryValidationFailedResult || !context.HttpContext.Request.HasFormContentType) return;
        IReadOnlyList<KeyValuePair<string, string>> fields = [..
            from field in context.HttpContext.Request.Form
            // A password is typed again rather than written in a page.
            where field.Key != TokenField && !field.Key.EndsWith("Password", StringComparison.OrdinalIgnoreCase)
            from value in field.Value
            select KeyValuePair.Create(field.Key, value ?? "")];
        context.Result = new ViewResult
        {
            ViewName = View,
            StatusCode = StatusCodes.Status400BadRequest,
            ViewData = new ViewDataDictionary(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = fields },
        };
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
