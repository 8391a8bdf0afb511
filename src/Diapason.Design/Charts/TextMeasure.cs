using System.Globalization;
using System.Text;

namespace Diapason.Design.Charts;

/// <summary>Measures and breaks text as Public Sans will set it, so that labels neither collide nor overflow.</summary>
internal static class TextMeasure
{
    public static double Width(string text, double size, bool bold = false)
    {
        var total = 0;
        foreach (var character in text.EnumerateRunes()) total += Advance(character, bold);
        return total * size / 1000;
    }

    /// <summary>Breaks at spaces (never at no-break ones), inside a word only when it is alone too long, and never inside what reads as one character.</summary>
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
            while (Width(line, size, bold) > width && Fitting(line, size, width, bold) is var fit && fit < line.Length)
            {
                lines.Add(line[..fit]);
                line = line[fit..];
            }
        }
        if (line.Length > 0) lines.Add(line);
        return lines;
    }

    private static int Fitting(string word, double size, double width, bool bold)
    {
        var length = StringInfo.GetNextTextElementLength(word);
        while (length < word.Length)
        {
            var longer = length + StringInfo.GetNextTextElementLength(word.AsSpan(length));
            if (Width(word[..longer], size, bold) > width) break;
            length = longer;
        }
        if (length == word.Length) return length;
        // Saguenay–Lac-Saint-Jean breaks where it is joined, when that fits.
        var joint = word.AsSpan(0, length).LastIndexOfAny('-', '–');
        return joint > 0 ? joint + 1 : length;
    }

    private static int Advance(Rune character, bool bold)
    {
        if (character.Value is >= ' ' and <= 'ÿ') return (bold ? PublicSansWidths.SemiBold : PublicSansWidths.Regular)[character.Value - ' '];
        // Accents set apart and joiners are drawn over their letter.
        if (Rune.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format) return 0;
        var other = character.IsBmp ? PublicSansWidths.OtherSigns.IndexOf((char)character.Value) : -1;
        // A sign the font may lack is counted as the widest letter, a pictogram as wider still: better too much room than too little.
        if (other < 0) return character.IsBmp ? 1000 : 1400;
        return (bold ? PublicSansWidths.SemiBoldOthers : PublicSansWidths.RegularOthers)[other];
    }
}
