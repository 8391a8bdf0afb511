using System.Net;
using AngleSharp.Html.Parser;

namespace Diapason.TestKit;

/// <summary>A person with a browser and no script: goes to pages, fills the real forms by their labels, presses their buttons.</summary>
public sealed class Visitor(HttpClient client)
{
    private const int MostRedirects = 10;
    private static readonly HtmlParser Parser = new();

    /// <summary>For requests no page would make.</summary>
    public HttpClient Client => client;

    /// <summary>The browser's cookies.</summary>
    public CookieContainer Jar { get; init; } = new();

    /// <summary>Throws away the cookies whose name begins so.</summary>
    public void Forget(string prefix)
    {
        foreach (var cookie in Jar.GetAllCookies().Where(cookie => cookie.Name.Contains(prefix, StringComparison.Ordinal))) cookie.Expired = true;
    }

    /// <summary>Takes the cookies whose name begins so from another browser.</summary>
    public void Take(string prefix, Visitor from)
    {
        foreach (var cookie in from.Jar.GetAllCookies().Where(cookie => cookie.Name.Contains(prefix, StringComparison.Ordinal)))
            Jar.Add(new Cookie(cookie.Name, cookie.Value, cookie.Path, cookie.Domain) { Secure = cookie.Secure });
    }

    /// <summary>Closes the browser: what had no term goes.</summary>
    public void CloseBrowser()
    {
        foreach (var cookie in Jar.GetAllCookies().Where(cookie => cookie.Expires == DateTime.MinValue)) cookie.Expired = true;
    }

    /// <summary>Opens an address and follows redirects, as a browser does.</summary>
    public async Task<Page> GoAsync(string address) => await FollowAsync(await client.GetAsync(address), address);

    /// <summary>Opens an address and stays there, redirect or not.</summary>
    public async Task<Page> PeekAsync(string address) => await ReadAsync(await client.GetAsync(address), address);

    /// <summary>Follows the link that has this text.</summary>
    public Task<Page> FollowAsync(Page page, string linkText) => GoAsync(page.Link(linkText));

    /// <summary>Sends a form by one of its buttons and follows redirects.</summary>
    public async Task<Page> SubmitAsync(Form form, string? button = null)
    {
        var (address, response) = await PostAsync(form, button);
        // Asked to send it elsewhere (307), a browser sends it again, whole.
        if (response.StatusCode == HttpStatusCode.TemporaryRedirect && response.Headers.Location is { } elsewhere)
        {
            response.Dispose();
            (address, response) = await PostAsync(form, button, elsewhere.OriginalString);
        }

        return await FollowAsync(response, address);
    }

    /// <summary>Sends a form and stays on the answer, to see its status and address.</summary>
    public async Task<Page> SubmitAndStayAsync(Form form, string? button = null)
    {
        var (address, response) = await PostAsync(form, button);
        return await ReadAsync(response, address);
    }

    private async Task<(string Address, HttpResponseMessage Response)> PostAsync(Form form, string? button, string? elsewhere = null)
    {
        var (address, fields) = form.Submission(button);
        address = elsewhere ?? address;
        if (form.Method != "get")
        {
            // Every browser says which site's page sent a form.
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = Content(form, fields), Headers = { { "Sec-Fetch-Site", "same-origin" } } };
            return (address, await client.SendAsync(request));
        }

        using var query = new FormUrlEncodedContent(fields);
        var asked = $"{address.Split('?')[0]}?{await query.ReadAsStringAsync()}";
        return (asked, await client.GetAsync(asked));
    }

    private static HttpContent Content(Form form, List<KeyValuePair<string, string>> fields)
    {
        if (form.Element.GetAttribute("enctype") != "multipart/form-data") return new FormUrlEncodedContent(fields);
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields) content.Add(new StringContent(value), $"\"{name}\"");
        foreach (var (name, fileName, bytes) in form.Files) content.Add(new ByteArrayContent(bytes), $"\"{name}\"", $"\"{fileName}\"");
        return content;
    }

    private async Task<Page> FollowAsync(HttpResponseMessage response, string address)
    {
        for (var i = 0; i < MostRedirects && (int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is { } next; i++)
        {
            address = next.IsAbsoluteUri ? next.PathAndQuery : next.OriginalString;
            response.Dispose();
            response = await client.GetAsync(address);
        }

        return await ReadAsync(response, address);
    }

    private static async Task<Page> ReadAsync(HttpResponseMessage response, string address)
    {
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync();
            var location = response.Headers.Location is { } next ? next.OriginalString : null;
            return new Page(response.StatusCode, address, location, text, Parser.ParseDocument(text), response.Content.Headers.ContentType?.MediaType);
        }
    }
}

/// <summary>What a request brought back.</summary>
public sealed record Page(HttpStatusCode Status, string Address, string? Location, string Html, AngleSharp.Html.Dom.IHtmlDocument Document, string? MediaType)
{
    public string Title => Document.Title ?? "";

    /// <summary>The text of the first h1, spaces folded.</summary>
    public string Heading => Words(Document.QuerySelector("h1")?.TextContent);

    /// <summary>The text of the main part, spaces folded.</summary>
    public string Main => Words((Document.QuerySelector("main") ?? Document.Body)?.TextContent);

    /// <summary>Lines of the error summary.</summary>
    public IReadOnlyList<string> Errors => [.. Document.QuerySelectorAll("[role=alert] li").Select(line => Words(line.TextContent))];

    /// <summary>The form that holds a button with this text; the only form of the main part when none is named.</summary>
    public Form Form(string? button = null)
    {
        var forms = Document.QuerySelectorAll("main form").OfType<AngleSharp.Html.Dom.IHtmlFormElement>();
        var form = button is null ? forms.FirstOrDefault() : forms.FirstOrDefault(f => TestKit.Form.Buttons(f).Any(b => Words(b.TextContent) == button));
        return form is null
            ? throw new InvalidOperationException($"No form with a button « {button} » at {Address} ({(int)Status}): {Main[..Math.Min(Main.Length, 400)]}")
            : new Form(form, Address);
    }

    /// <summary>The address of the link with this text.</summary>
    public string Link(string text) =>
        Document.QuerySelectorAll("a[href]").FirstOrDefault(a => Words(a.TextContent) == text)?.GetAttribute("href")
        ?? throw new InvalidOperationException($"No link « {text} » at {Address} ({(int)Status}): {Main[..Math.Min(Main.Length, 400)]}");

    /// <summary>Folds spaces, no-break ones included, so that texts compare as they read.</summary>
    public static string Words(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
