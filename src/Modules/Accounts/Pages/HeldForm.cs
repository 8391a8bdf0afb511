using System.IO.Compression;
using System.Text.Json;
using Diapason.Accounts.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Diapason.Accounts.Pages;

/// <summary>
/// A form of a usual length held back while its sender says who they are: compressed, in an encrypted cookie until it is sent. The page that asks is then
/// reached by a redirect, and Back meets no form to send again. A longer one is given back in the answer to its post.
/// </summary>
/// <param name="Account">Whoever typed it: of two people at one computer, the second sees nothing of the first.</param>
/// <param name="To">The page and handler it was sent to.</param>
/// <param name="Fields">What was typed, secrets aside.</param>
internal sealed record HeldForm(Guid Account, string To, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    /// <summary>The key under which its page is asked.</summary>
    public const string Asked = "held";

    private const string Kept = "HeldForm";

    /// <summary>In bytes. Encrypted and written in letters it takes twice that, of the eight thousand that proxies give to all cookies together.</summary>
    private const int Largest = 2500;

    /// <returns>The address at which the page asks who is there; null when the form is too long.</returns>
    public static string? TryHold(PageModel page, IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        var form = new HeldForm(page.User.AccountId(), Here(page.Request), fields);
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) JsonSerializer.Serialize(brotli, form);
        if (packed.Length > Largest) return null;
        page.TempData[Kept] = Convert.ToBase64String(packed.ToArray());
        return QueryHelpers.AddQueryString(form.To, Asked, "1");
    }

    /// <summary>The form held for this page, which stays until it is sent; null when there is none.</summary>
    public static HeldForm? Of(PageModel page)
    {
        if (!page.Request.Query.ContainsKey(Asked) || page.TempData.Peek(Kept) is not string packed) return null;
        using var brotli = new BrotliStream(new MemoryStream(Convert.FromBase64String(packed)), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<HeldForm>(brotli) is { } form && form.Account == page.User.AccountId() && form.To == Here(page.Request) ? form : null;
    }

    /// <summary>The page is asked for a form that is not held any more: another took its place, or it was sent.</summary>
    public static bool IsLost(PageModel page) => page.Request.Query.ContainsKey(Asked) && Of(page) is null;

    public static void Forget(PageModel page) => page.TempData.Remove(Kept);

    private static string Here(HttpRequest request) => QueryHelpers.AddQueryString(
        request.PathBase + request.Path, request.Query.Where(pair => pair.Key != Asked).SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value)));
}
