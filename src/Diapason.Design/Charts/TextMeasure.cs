namespace Diapason.Design.Charts;

/// <summary>Measures and breaks text as Public Sans will set it, so that labels neither collide nor overflow.</summary>
internal static class TextMeasure
{
    public static double Width(string text, double size, bool bold = false)
    {
        var total = 0;
        foreach (var character in text) total += Advance(character, bold);
        return total * size / 1000;
    }

    /// <summary>Breaks at spaces (never at no-break ones), inside a word only when it is alone too long.</summary>
    public static IReadOnlyList<string> Wrap(string text, double size, double width, bool bold = false)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (Width(longer, size, bold) <= width)
            {
                line = longer;
                continue;
            }
            if (line.Length > 0) lines.Add(line);
            line = word;
            while (Width(line, size, bold) > width && line.Length > 1)
            {
                var fit = Fitting(line, size, width, bold);
                lines.Add(line[..fit]);
                line = line[fit..];
            }
        }
        if (line.Length > 0) lines.Add(line);
        return lines;
    }

    private static int Fitting(string word, double size, double width, bool bold)
    {
        var length = 1;
        while (length < word.Length && Width(word[..(length + 1)], size, bold) <= width) length++;
        return length;
    }

    private static int Advance(char character, bool bold)
    {
        if (character is >= ' ' and <= 'ÿ') return (bold ? PublicSansWidths.SemiBold : PublicSansWidths.Regular)[character - ' '];
        var other = PublicSansWidths.OtherSigns.IndexOf(character);
        // A sign the font may lack is counted as the widest letter: better too much room than too little.
        if (other < 0) return 1000;
        return (bold ? PublicSansWidths.SemiBoldOthers : PublicSansWidths.RegularOthers)[other];
    }
}
