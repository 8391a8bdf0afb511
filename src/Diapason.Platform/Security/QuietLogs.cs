using Microsoft.Extensions.Logging;

namespace Diapason.Platform.Security;

/// <summary>Quiets the framework's categories that write whole addresses or the values of forms: links and codes are secrets at any level.</summary>
internal static class QuietLogs
{
    public static void Apply(ILoggingBuilder logging)
    {
        // The address of every request, with the code of a sign-in link in it.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        // Codes and tokens of a sign-in by a provider: what went wrong is said by our own line, in a word.
        logging.AddFilter("Microsoft.AspNetCore.Authentication.OpenIdConnect", LogLevel.None);
        logging.AddFilter("Microsoft.IdentityModel", LogLevel.None);
        // Every link made, with what its query carries.
        logging.AddFilter("Microsoft.AspNetCore.Routing.DefaultLinkGenerator", LogLevel.Warning);
        // The arguments of handlers, resume and receipt codes among them. A filter wins over configuration in both directions:
        // a lower level here would also write five lines a page where the configuration asks for none.
        logging.AddFilter("Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure", LogLevel.Warning);
        // Ten lines for a cookie that anyone may have written; the answer says what is wrong, and a key ring that cannot be read is told by others.
        logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Critical);
    }
}
