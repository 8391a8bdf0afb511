namespace Diapason.EndToEnd.Pictures;

/// <summary>
/// Whether two pictures show the same. A pixel agrees when its colour lies among those of its nine neighbours in the other picture, each way, to
/// within <see cref="Tolerance"/> levels of 255, or fewer where one or both are of a single colour: letters smoothed otherwise, or moved by a third of a
/// pixel, agree. Two pictures are alike when no square of <see cref="Square"/> pixels holds more than <see cref="MostInASquare"/> pixels that
/// do not: a large picture hides no small fault.
/// </summary>
internal static class Likeness
{
    public const int Tolerance = 48;

    /// <summary>Where something is drawn in one picture and nothing near it in the other: smoothing reaches no farther than the next pixel.</summary>
    public const int BareTolerance = 20;

    /// <summary>Where both are of one colour.</summary>
    public const int EvenTolerance = 6;
    public const int Square = 32;
    public const int MostInASquare = 28;

    /// <summary>A height or a width may be rounded otherwise.</summary>
    public const int MostInSize = 1;

    /// <summary>Null when alike; otherwise what differs and the places.</summary>
    public static Difference? Between(Picture stored, Picture actual)
    {
        var (width, height) = (Math.Min(stored.Width, actual.Width), Math.Min(stored.Height, actual.Height));
        var sizes = stored.Width == actual.Width && stored.Height == actual.Height ? "" : $"{actual.Width} × {actual.Height} pixels instead of {stored.Width} × {stored.Height}";
        var wrongSize = Math.Abs(stored.Width - actual.Width) > MostInSize || Math.Abs(stored.Height - actual.Height) > MostInSize;
        if (sizes.Length == 0 && stored.Pixels.AsSpan().SequenceEqual(actual.Pixels)) return null;
        var (first, second) = (stored.Cut(0, 0, width, height), actual.Cut(0, 0, width, height));
        var marks = new bool[width * height];
        MarkStrangers(first, second, marks);
        MarkStrangers(second, first, marks);
        var most = MostInOneSquare(marks, width, height);
        if (most <= MostInASquare && !wrongSize) return null;
        var says = most > MostInASquare ? $"{marks.Count(mark => mark)} pixels differ, {most} of them in one square of {Square}" : "";
        return new(string.Join("; ", new[] { wrongSize ? sizes : "", says }.Where(part => part.Length > 0)), Draw(second, marks));
    }

    private static void MarkStrangers(Picture picture, Picture other, bool[] marks)
    {
        for (var y = 0; y < picture.Height; y++)
            for (var x = 0; x < picture.Width; x++)
                if (!marks[(y * picture.Width) + x] && IsStranger(picture, other, x, y)) marks[(y * picture.Width) + x] = true;
    }

    private static bool IsStranger(Picture picture, Picture other, int x, int y)
    {
        var at = ((y * picture.Width) + x) * Picture.Bytes;
        for (var channel = 0; channel < 3; channel++)
        {
            var value = picture.Pixels[at + channel];
            // Most of a page is the same pixel in both.
            if (Math.Abs(value - other.Pixels[at + channel]) <= EvenTolerance) continue;
            var (least, most) = Around(other, x, y, channel);
            var tolerance = !IsEven((least, most)) ? Tolerance : IsEven(Around(picture, x, y, channel)) ? EvenTolerance : BareTolerance;
            if (value < least - tolerance || value > most + tolerance) return true;
        }

        return false;
    }

    private static bool IsEven((int Least, int Most) around) => around.Most - around.Least <= EvenTolerance;

    private static (int Least, int Most) Around(Picture picture, int x, int y, int channel)
    {
        var (least, most) = (255, 0);
        for (var row = Math.Max(0, y - 1); row <= Math.Min(picture.Height - 1, y + 1); row++)
            for (var column = Math.Max(0, x - 1); column <= Math.Min(picture.Width - 1, x + 1); column++)
            {
                var value = picture.Pixels[(((row * picture.Width) + column) * Picture.Bytes) + channel];
                (least, most) = (Math.Min(least, value), Math.Max(most, value));
            }

        return (least, most);
    }

    private static int MostInOneSquare(bool[] marks, int width, int height)
    {
        // Squares overlap by half, so that a fault on an edge is not halved.
        var (columns, rows) = ((width / (Square / 2)) + 1, (height / (Square / 2)) + 1);
        var quarters = new int[columns, rows];
        for (var i = 0; i < marks.Length; i++)
            if (marks[i]) quarters[i % width / (Square / 2), i / width / (Square / 2)]++;
        var most = 0;
        for (var x = 0; x < columns; x++)
            for (var y = 0; y < rows; y++)
            {
                var right = x + 1 < columns;
                var below = y + 1 < rows;
                most = Math.Max(most, quarters[x, y] + (right ? quarters[x + 1, y] : 0) + (below ? quarters[x, y + 1] : 0) + (right && below ? quarters[x + 1, y + 1] : 0));
            }

        return most;
    }

    private static Picture Draw(Picture actual, bool[] marks)
    {
        var pixels = (byte[])actual.Pixels.Clone();
        for (var i = 0; i < marks.Length; i++)
            for (var channel = 0; channel < 3; channel++)
                pixels[(i * Picture.Bytes) + channel] = marks[i] ? (byte)(channel == 0 ? 255 : 0) : (byte)(160 + (pixels[(i * Picture.Bytes) + channel] / 3));
        return new(actual.Width, actual.Height, pixels);
    }
}

/// <summary>What differs, in words, and the actual picture pale with every differing pixel in red.</summary>
internal sealed record Difference(string Says, Picture Drawn);
