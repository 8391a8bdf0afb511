using Diapason.Platform.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace Diapason.Design.Layout;

/// <summary>Tells the pages of those who work for the council from those of everyone: the first ask for a role.</summary>
internal static class BackstagePages
{
    public static bool IsBackstage(this HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(asked => asked.Policy is not (null or Policies.SignedIn)) == true;
}
