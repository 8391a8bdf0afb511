using System.Collections.Frozen;
using System.Text;
using Diapason.Text;

namespace Diapason.Forms;

/// <summary>What a thing says, in the few words that make a code of it: whole words, without accents, joined by <c>_</c>.</summary>
internal static class WordsOfCode
{
    private const int Longest = 30, MostWords = 4;

    // Words that say nothing of what is asked. Negations, figures and comparisons stay: they are what tells a code from another.
    private static readonly FrozenSet<string> Small = FrozenSet.ToFrozenSet(
        """
        a ai as au aux avec avez c ca ce ces cet cette ceux chez ci d dans de depuis des du elle elles en entre est et etes etre eu eux ils il j je l la le les leur leurs lors lui m ma mes mon n ne nos notre nous on ont
        ou par pendant pour qu quand que quel quelle quelles quels qui quoi s sa se selon ses si son sont sous sur t ta te tes toi ton tu un une vers vos votre vous y
        an and any are at be been by can do does for from has have how i if in is it its me my of on or our that the their them there these they this those to us was we were what when where which who whom whose why will with would you your
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The words of a question or a title that tell it from others; empty when none of them can be spelt in plain letters.</summary>
    public static string Telling(LocalizedText words)
    {
        var all = Plain(words);
        List<string> telling = [.. all.Where(word => !Small.Contains(word))];
        return Joined(telling.Count > 0 ? telling : all, MostWords);
    }

    /// <summary>All the words of a choice, as many as there is room for.</summary>
    public static string All(LocalizedText words) => Joined(Plain(words), int.MaxValue);

    private static string Joined(List<string> words, int most)
    {
        var code = new StringBuilder();
        foreach (var word in words.Take(most))
        {
            if (code.Length > 0 && code.Length + 1 + word.Length > Longest) break;
            code.Append(code.Length > 0 ? "_" : "").Append(word.AsSpan(0, Math.Min(word.Length, Longest)));
        }

        return code.ToString();
    }

    private static List<string> Plain(LocalizedText words)
    {
        var (plain, word) = (new List<string>(), new StringBuilder());
        var said = words.In(LocalizedText.FrenchCode).Normalize(NormalizationForm.FormC).Replace("œ", "oe", StringComparison.OrdinalIgnoreCase).Replace("æ", "ae", StringComparison.OrdinalIgnoreCase);
        foreach (var c in said.Append(' '))
        {
            if (PlainLetters.Of(c.ToString()) is [(>= 'a' and <= 'z') or (>= '0' and <= '9')] letter) word.Append(letter);
            else if (word.Length > 0)
            {
                plain.Add(word.ToString());
                word.Clear();
            }
        }

        return plain;
    }
}
