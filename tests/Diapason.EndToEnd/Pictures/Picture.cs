namespace Diapason.EndToEnd.Pictures;

/// <summary>An image in memory: four bytes a pixel (red, green, blue, opacity), row by row from the top.</summary>
internal sealed record Picture(int Width, int Height, byte[] Pixels)
{
    public const int Bytes = 4;

    /// <summary>A part of it, cut to what the image holds.</summary>
    public Picture Cut(int left, int top, int width, int height)
    {
        (left, top) = (Math.Clamp(left, 0, Width - 1), Math.Clamp(top, 0, Height - 1));
        (width, height) = (Math.Min(width, Width - left), Math.Min(height, Height - top));
        var pixels = new byte[width * height * Bytes];
        for (var row = 0; row < height; row++)
            Buffer.BlockCopy(Pixels, (((top + row) * Width) + left) * Bytes, pixels, row * width * Bytes, width * Bytes);
        return new(width, height, pixels);
    }
}
