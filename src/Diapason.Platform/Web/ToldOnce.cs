using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.WebUtilities;

namespace Diapason.Platform.Web;

/// <summary>
/// That something is done is said by who did it, and by no address. A form that succeeded leads to <c>?done=…</c> and leaves the same words in an encrypted cookie;
/// a page that is asked for them without that cookie, by a link somebody sent or by its own reload, is asked without them.
/// </summary>
internal sealed class ToldOnce(ITempDataDictionaryFactory kept) : IResourceFilter
{
    private const string Done = "done";
    private const string Key = "diapason.done";

    /// <summary>Remembers what the next page is to say.</summary>
    public static void Keep(PageModel page, string address)
    {
        if (address.IndexOf('?', StringComparison.Ordinal) is not (> 0 and var mark)) return;
        if (QueryHelpers.ParseQuery(address[mark..].Split('#')[0]).TryGetValue(Done, out var done)) page.TempData[Key] = Words(address[..mark], done.ToString());
    }

    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        var request = context.HttpContext.Request;
        if (!request.Query.TryGetValue(Done, out var done)) return;
        var asked = Words((request.PathBase + request.Path).ToUriComponent(), done.ToString());
        // A form sent from the page that said so has its own answer.
        if (HttpMethods.IsGet(request.Method) && string.Equals(kept.GetTempData(context.HttpContext)[Key] as string, asked, StringComparison.OrdinalIgnoreCase)) return;
        request.Query = new QueryCollection(request.Query.Where(pair => pair.Key != Done).ToDictionary(StringComparer.OrdinalIgnoreCase));
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }

    private static string Words(string path, string done) => $"{path}?{done}";
}
