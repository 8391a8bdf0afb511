namespace Diapason.Design.Components;

/// <summary>The home-drawn line icons, decorative: the text beside them says it all.</summary>
internal static class Icons
{
    public const string Check =
        "<svg viewBox=\"0 0 18 18\" aria-hidden=\"true\" focusable=\"false\"><path d=\"M3.5 9.5l4 4 7-9\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2.4\"/></svg>";

    public const string Mark =
        "<svg viewBox=\"0 0 24 40\" width=\"24\" height=\"40\" aria-hidden=\"true\" focusable=\"false\"><path d=\"M5 1v15a7 7 0 0 0 14 0V1M12 23v16\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"4\"/></svg>";
}
