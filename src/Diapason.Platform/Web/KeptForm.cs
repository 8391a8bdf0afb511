using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Diapason.Platform.Web;

/// <summary>Everything typed in a form that could not be taken, given back on a page with one button that sends it again.</summary>
/// <param name="IsUnsaved">The database failed; otherwise the form's token had expired.</param>
/// <param name="Fields">What was posted, secrets aside.</param>
public sealed record KeptForm(bool IsUnsaved, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    /// <summary>The view, in the host's shared pages.</summary>
    private const string View = "/Pages/Shared/KeptForm.cshtml";

    private const string TokenField = "__RequestVerificationToken";

    /// <summary>Of what a person wrote, so much is shown for them to recognise it; the rest is carried with it.</summary>
    private const int LongestShown = 2000;

    /// <summary>Secrets are never carried: the person types or opens them again.</summary>
    private static readonly HashSet<string> Secret = new(StringComparer.OrdinalIgnoreCase) { TokenField, "code", "token" };

    /// <summary>Null when the form cannot be read.</summary>
    internal static ViewResult? GiveBack(HttpRequest request, bool isUnsaved) => Posted(request) is not { } fields ? null : new ViewResult
    {
        ViewName = View,
        StatusCode = isUnsaved ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status400BadRequest,
        ViewData = new ViewDataDictionary(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = new KeptForm(isUnsaved, fields) },
    };

    /// <summary>By the last part of the name: <c>Input.NewPassword</c> is a password, <c>Input.Code</c> a code.</summary>
    private static bool IsSecret(string name)
    {
        var last = name[(name.LastIndexOf('.') + 1)..];
        return Secret.Contains(last) || last.EndsWith("password", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The browser says that our own page sent it: the page must not lend its name to another site's form.</summary>
    public static bool IsOurs(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "same-origin" => true,
        "" => request.Headers.Origin.ToString() == $"{request.Scheme}://{request.Host}",
        _ => false,
    };

    /// <summary>What a person wrote among the fields, as far as it is worth showing: secrets and what machines wrote travel unseen.</summary>
    public static IReadOnlyList<string> Written(IReadOnlyList<KeyValuePair<string, string>> fields) =>
    [..
        from field in fields
        where field.Value.Length > 30 && !field.Key.StartsWith("__", StringComparison.Ordinal) && !field.Value.StartsWith('{') && !IsSecret(field.Key)
        select field.Value.Length <= LongestShown ? field.Value : string.Concat(field.Value.AsSpan(0, LongestShown), " […]")];

    /// <summary>Larger than what the server reads: nothing of it can be kept, and its token could not even be read.</summary>
    public static bool IsTooLarge(HttpRequest request) =>
        request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { MaxRequestBodySize: { } most } && request.ContentLength > most;

    /// <summary>What a request posted, secrets aside, however long: the server read it, and a page carries as much. Null when it cannot be read.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>>? Posted(HttpRequest request)
    {
        try
        {
            // Nothing was read: there is nothing to give back.
            if (request.Form.Count == 0) return null;
            return [..
                from field in request.Form
                where !IsSecret(field.Key)
                from value in field.Value
                select KeyValuePair.Create(field.Key, value ?? "")];
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException)
        {
            return null;
        }
    }
}
