using System.Globalization;
using System.Text.RegularExpressions;
using Diapason.Text;

namespace Diapason.Forms;

/// <summary>
/// The image of an option, by its name: that of a file of a kit or a form, or the name under which a council keeps it, which says its content and its size
/// (<c>3f2a…-640x480.jpg</c>), so that a page is drawn without looking it up and a version never shows another image than the one it was written with.
/// </summary>
public sealed partial record OptionImage
{
    /// <summary>Images on one page at most.</summary>
    public const int MostOnPage = 12;

    private const int Patience = 100;
    private const int Longest = 80;

    internal OptionImage(string name, LocalizedText alternative)
    {
        (Name, Alternative) = (name, alternative);
        if (KeptName().Match(name) is not { Success: true } kept) return;
        Width = int.Parse(kept.Groups["w"].Value, CultureInfo.InvariantCulture);
        Height = int.Parse(kept.Groups["h"].Value, CultureInfo.InvariantCulture);
    }

    /// <summary>The name of its file.</summary>
    public string Name { get; }

    /// <summary>What it shows, for who does not see it.</summary>
    public LocalizedText Alternative { get; }

    /// <summary>Whether the name is one under which it is kept; otherwise the image is still awaited, or beside the file that names it.</summary>
    public bool IsKept => Width > 0;

    /// <summary>Its width in pixels; zero while it is awaited.</summary>
    public int Width { get; }

    /// <summary>Its height in pixels; zero while it is awaited.</summary>
    public int Height { get; }

    /// <summary>An image that is kept, by its name; <see langword="null"/> for any other name.</summary>
    public static OptionImage? Kept(string name, LocalizedText alternative) => IsKeptName(name) ? new(name, alternative) : null;

    /// <summary>Whether a name is one an image may bear: lower-case letters, figures, dashes, underscores and points, and the ending of a PNG, a JPEG or a WebP.</summary>
    public static bool IsName(string name) => AnyName().IsMatch(name);

    /// <summary>Whether a name is one under which an image is kept.</summary>
    public static bool IsKeptName(string name) => KeptName().IsMatch(name);

    /// <summary>The name of a file as an image may bear it: <c>Photo d’atelier.JPG</c> is <c>photo-d-atelier.jpg</c>; <see langword="null"/> when its ending is another’s.</summary>
    public static string? Spell(string name)
    {
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        if (name.LastIndexOf('.') is not (> 0 and var dot)) return null;
        var plain = Dashes().Replace(string.Concat(PlainLetters.Of(name[..dot]).Select(c => char.IsAsciiLetterOrDigit(c) || c is '_' ? c : '-')), "-").Trim('-', '_');
        var spelt = $"{(plain.Length == 0 ? "image" : plain.Length > Longest ? plain[..Longest] : plain)}{name[dot..].ToLowerInvariant()}";
        return IsName(spelt) ? spelt : null;
    }

    /// <summary>The name of one that was kept elsewhere and is not here, as the name of a file that is awaited.</summary>
    public static string Awaited(string name) => KeptName().Match(name) is { Success: true } kept ? $"{kept.Groups["hash"].Value}{Path.GetExtension(name)}" : name;

    [GeneratedRegex(@"^[a-z0-9][a-z0-9._-]{0,90}\.(png|jpg|jpeg|webp)\z", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex AnyName();

    [GeneratedRegex(@"^(?<hash>[0-9a-f]{32})-(?<w>[1-9][0-9]{0,3})x(?<h>[1-9][0-9]{0,3})\.(png|jpg|webp)\z", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex KeptName();

    [GeneratedRegex("-{2,}", RegexOptions.None, Patience)]
    private static partial Regex Dashes();
}
