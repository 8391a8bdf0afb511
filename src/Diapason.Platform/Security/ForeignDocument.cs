namespace Diapason.Platform.Security;

/// <summary>Marks an endpoint that shows a document somebody wrote, a page included: its own styles pass and it can be typed in, but it runs nothing, loads nothing and sends nothing.</summary>
public sealed class ForeignDocument
{
    internal const string Policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox allow-popups allow-popups-to-escape-sandbox";
}
