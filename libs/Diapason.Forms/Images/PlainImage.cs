using System.Globalization;
using System.Security.Cryptography;

namespace Diapason.Forms;

/// <summary>Why a file is not taken as an image.</summary>
public enum ImageFault
{
    /// <summary>It is taken.</summary>
    None,

    /// <summary>It is no PNG, no JPEG and no WebP, whatever its name says.</summary>
    OtherKind,

    /// <summary>It ends too soon, or contradicts itself.</summary>
    Broken,

    /// <summary>It moves.</summary>
    Moves,

    /// <summary>It weighs more than <see cref="PlainImage.MostKibibytes"/>.</summary>
    TooHeavy,

    /// <summary>A side is longer than <see cref="PlainImage.LongestSide"/>.</summary>
    TooLarge,
}

/// <summary>
/// An image told by its content, without anything but what draws it: place and time where it was taken, device, author, comments, thumbnails, colour profiles and what follows its end are
/// left out; pixels are those that came. Of a JPEG’s metadata one number stays, which way up it is.
/// </summary>
public sealed class PlainImage
{
    /// <summary>The heaviest, in kibibytes: a dozen come with a page on a slow line, one after the other.</summary>
    public const int MostKibibytes = 200;

    /// <summary>The longest side, in pixels: more than a screen shows beside an answer, and few enough to be opened by an old phone.</summary>
    public const int LongestSide = 2000;

    private PlainImage(string extension, ImagePixels pixels)
    {
        (Extension, Bytes) = (extension, pixels.Bytes);
        (Width, Height) = pixels.IsOnItsSide ? (pixels.Height, pixels.Width) : (pixels.Width, pixels.Height);
    }

    /// <summary><c>png</c>, <c>jpg</c> or <c>webp</c>.</summary>
    public string Extension { get; }

    /// <summary>As it is shown.</summary>
    public int Width { get; }

    /// <summary>As it is shown.</summary>
    public int Height { get; }

    /// <summary>The whole file.</summary>
    public byte[] Bytes { get; }

    /// <summary>The name under which it is kept: its content and its size.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexStringLower(SHA256.HashData(Bytes).AsSpan(0, 16))}-{Width}x{Height}.{Extension}");

    /// <summary>The type of its content, by the ending of its name.</summary>
    public static string TypeOf(string name) => Path.GetExtension(name) switch { ".png" => "image/png", ".webp" => "image/webp", _ => "image/jpeg" };

    /// <summary>Reads a file; never throws on bad input.</summary>
    /// <returns>The image, or why there is none.</returns>
    public static (PlainImage? Image, ImageFault Fault) Read(byte[] file)
    {
        var (extension, read) = file.AsSpan() switch
        {
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => ("png", (Func<byte[], ImagePixels>)PngPixels.Read),
            [0xFF, 0xD8, 0xFF, ..] => ("jpg", JpegPixels.Read),
            [0x52, 0x49, 0x46, 0x46, _, _, _, _, 0x57, 0x45, 0x42, 0x50, ..] => ("webp", WebpPixels.Read),
            _ => ("", _ => ImagePixels.Of(ImageFault.OtherKind)),
        };
        if (extension.Length > 0 && file.Length > MostKibibytes << 10) return (null, ImageFault.TooHeavy);
        var pixels = read(file);
        if (pixels.Fault != ImageFault.None) return (null, pixels.Fault);
        if (pixels.Width < 1 || pixels.Height < 1) return (null, ImageFault.Broken);
        return pixels.Width > LongestSide || pixels.Height > LongestSide ? (null, ImageFault.TooLarge) : (new(extension, pixels), ImageFault.None);
    }
}

/// <summary>What was found of an image: its plain file and its size, or why there is none.</summary>
internal sealed record ImagePixels(byte[] Bytes, int Width, int Height)
{
    public ImageFault Fault { get; private init; }

    /// <summary>Whether it is shown turned by a quarter.</summary>
    public bool IsOnItsSide { get; init; }

    public static ImagePixels Of(ImageFault fault) => new([], 0, 0) { Fault = fault };
}
