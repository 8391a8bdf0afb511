using System.Text.Encodings.Web;
using System.Text.Json;
using Diapason.Accounts.SignIn;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Accounts.Pages;

/// <summary>
/// A form sent from a session that had ended, carried from page to page while the person signs in, then shown with one button that sends it. It is sent by
/// nobody else's hand: whoever signs in sees it first, and its page asks for its token and their rights as ever.
/// </summary>
/// <param name="To">The page it was sent to, of this site.</param>
/// <param name="Fields">What was typed, secrets aside.</param>
public sealed record InterruptedForm(string To, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    /// <summary>The name of the field that carries it.</summary>
    public const string Carrier = "Interrupted";

    /// <summary>Letters as they are: escaped, a long text would outgrow what the server takes.</summary>
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Null for a request that sends no form of ours.</summary>
    public static async Task<InterruptedForm?> OfAsync(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || !KeptForm.IsOurs(request)) return null;
        try
        {
            await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException)
        {
            return null;
        }

        return KeptForm.Posted(request) is { } fields ? new InterruptedForm(request.PathBase + request.Path + request.QueryString, fields) : null;
    }

    public string Carry() => JsonSerializer.Serialize(this, Plain);

    /// <summary>Null when nothing is carried, or something that leads elsewhere.</summary>
    internal static InterruptedForm? Read(PageModel page, string? carried)
    {
        if (string.IsNullOrEmpty(carried)) return null;
        try
        {
            return JsonSerializer.Deserialize<InterruptedForm>(carried, JsonSerializerOptions.Web) is { Fields: not null } form && SignInAddresses.Local(page, form.To) is not null ? form : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
