using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
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

    /// <summary>What the page is willing to carry, in characters: longer posts get a plain refusal.</summary>
    private const int Largest = 256 * 1024;

    /// <summary>Secrets are never carried: the person types or opens them again.</summary>
    private static readonly HashSet<string> Secret = new(StringComparer.OrdinalIgnoreCase) { TokenField, "code", "token" };

    public void OnResultExecuting(ResultExecutingContext context)
    {
        var request = context.HttpContext.Request;
        if (context.Result is not IAntiforgeryValidationFailedResult || !request.HasFormContentType) return;
        if (IsTooLarge(request)) context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
        else if (IsOurs(request) && Read(request) is { } fields) context.Result = Again(fields);
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }

    private static ViewResult Again(IReadOnlyList<KeyValuePair<string, string>> fields) => new()
    {
        ViewName = View,
        StatusCode = StatusCodes.Status400BadRequest,
        ViewData = new ViewDataDictionary(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = fields },
    };

    /// <summary>The token of such a form could not even be read.</summary>
    private static bool IsTooLarge(HttpRequest request) =>
        request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { MaxRequestBodySize: { } most } && request.ContentLength > most;

    /// <summary>The browser says that our own page sent it: the page must not lend its name to another site's form.</summary>
    private static bool IsOurs(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "same-origin" => true,
        "" => request.Headers.Origin.ToString() == $"{request.Scheme}://{request.Host}",
        _ => false,
    };

    /// <summary>By the last part of the name: <c>Input.NewPassword</c> is a password, <c>Input.Code</c> a code.</summary>
    private static bool IsSecret(string name)
    {
        var last = name[(name.LastIndexOf('.') + 1)..];
        return Secret.Contains(last) || last.EndsWith("password", StringComparison.OrdinalIgnoreCase);
    }

    private static IReadOnlyList<KeyValuePair<string, string>>? Read(HttpRequest request)
    {
        try
        {
            IReadOnlyList<KeyValuePair<string, string>> fields = [..
                from field in request.Form
                where !IsSecret(field.Key)
                from value in field.Value
                select KeyValuePair.Create(field.Key, value ?? "")];
            return fields.Sum(f => f.Key.Length + f.Value.Length) <= Largest ? fields : null;
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException)
        {
            return null;
        }
    }
}
