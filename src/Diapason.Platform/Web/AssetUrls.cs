using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Diapason.Platform.Web;

/// <summary>Addresses of static files from the root, fingerprinted so that they can be cached for a year.</summary>
public static class AssetUrls
{
    /// <param name="context">The request whose page links the file.</param>
    /// <param name="path">As in the manifest, without a leading slash: <c>_content/Diapason.Design/diapason.css</c>.</param>
    public static string Asset(this HttpContext context, string path) =>
        "/" + (context.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>()?[path] ?? path);
}
