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

    /// <summary>What the page is willing to carry, in characters: longer posts get a plain refusal.</summary>
    private const int Largest = 256 * 1024;

    /// <summary>Secrets are never carried: the person types or opens them again.</summary>
    private static readonly HashSet<string> Secret = new(StringComparer.OrdinalIgnoreCase) { TokenField, "code", "token" };

    /// <summary>Null when the form cannot be read, or is too long to be given back.</summary>
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

    /// <summary>What a request posted, secrets aside; null when that cannot be read, or is too long to be carried by a page.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>>? Posted(HttpRequest request)
    {
        try
        {
            // Nothing was read: there is nothing to give back.
            if (request.Form.Count == 0) return null;
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
