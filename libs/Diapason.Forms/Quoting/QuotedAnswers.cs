using System.Text;
using Diapason.Text;

namespace Diapason.Forms;

/// <summary>
/// Texts that quote earlier answers. In a title, a hint, the words of a note or under a page's title, <c>${role}</c> becomes what was answered, in the
/// reader's language: the label of the option, a number, a day, the words. What is given is plain text, which whoever shows it encodes.
/// </summary>
public static class QuotedAnswers
{
    /// <summary>What stands for an answer that is not there, where the text says nothing of it.</summary>
    public const string Nothing = "…";

    private const string ToFill = "__________";

    private const int LongestTitle = 40;

    private const string Opens = "${";

    /// <summary>Whether a text quotes something.</summary>
    public static bool IsIn(string text) => text.Contains(Opens, StringComparison.Ordinal);

    /// <summary>What a text quotes, in order.</summary>
    public static IReadOnlyList<QuotedAnswer> Of(string text)
    {
        var found = new List<QuotedAnswer>();
        Replace(text, quoted =>
        {
            found.Add(quoted);
            return "";
        });
        return found;
    }

    /// <summary>The text as one person reads it.</summary>
    /// <param name="text">The text, in the language.</param>
    /// <param name="route">What they answered; what is not shown to them counts as not answered.</param>
    /// <param name="language">The language of the page.</param>
    public static string Fill(string text, Route route, string language) =>
        IsIn(text) ? Replace(text, quoted => SaidAnswer.Of(route, quoted.Code, language) ?? (quoted.Instead.Length > 0 ? quoted.Instead : Nothing)) : text;

    /// <summary>The text as nobody in particular reads it, in a file or in an editor: <c>[role]</c>.</summary>
    public static string Named(string text) => IsIn(text) ? Replace(text, quoted => $"[{quoted.Code}]") : text;

    /// <summary>The text as nobody in particular reads it, what it quotes by its title: <c>[What is your role?]</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="title">What a variable is called; <see langword="null"/> for its code.</param>
    public static string Titled(string text, Func<string, string?> title) => IsIn(text) ? Replace(text, quoted => $"[{(title(quoted.Code) is { Length: > 0 } known ? Shortened(Blank(known)) : quoted.Code)}]") : text;

    /// <summary>The text as paper says it, which knows no answer: what is said when there is none, or a blank to fill.</summary>
    public static string Blank(string text) => IsIn(text) ? Replace(text, quoted => quoted.Instead.Length > 0 ? quoted.Instead : ToFill) : text;

    /// <summary>The text of every language as nobody in particular reads it.</summary>
    public static LocalizedText Named(LocalizedText text) => text.All.Any(pair => IsIn(pair.Value)) ? text.Map((_, said) => Named(said)) : text;

    /// <summary>The text with other names for what it quotes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="rename">The new code; <see langword="null"/> to keep the one that is there.</param>
    public static string Rename(string text, Func<string, string?> rename) => IsIn(text) ? Replace(text, quoted => Write(quoted with { Code = rename(quoted.Code) ?? quoted.Code })) : text;

    /// <summary>The text as a form of others says it, which knows nothing to say instead.</summary>
    internal static string Plain(string text) => IsIn(text) ? Replace(text, quoted => Write(quoted with { Instead = "" })) : text;

    private static string Shortened(string title) => title.Length <= LongestTitle ? title : string.Concat(title.AsSpan(0, title.LastIndexOf(' ', LongestTitle) is > 0 and var word ? word : LongestTitle), Nothing);

    internal static string Replace(string text, Func<QuotedAnswer, string> say)
    {
        var (written, from) = (new StringBuilder(text.Length), 0);
        for (var at = text.IndexOf(Opens, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Opens, from, StringComparison.Ordinal))
        {
            var end = text.IndexOf('}', at);
            if (end < 0) break;
            var parts = text[(at + Opens.Length)..end].Split('|', 2);
            written.Append(text, from, at - from).Append(say(new(parts[0].Trim(), parts.Length > 1 ? parts[1].Trim() : "")));
            from = end + 1;
        }

        return from == 0 ? text : written.Append(text, from, text.Length - from).ToString();
    }

    private static string Write(QuotedAnswer quoted) => quoted.Instead.Length > 0 ? $"${{{quoted.Code}|{quoted.Instead}}}" : $"${{{quoted.Code}}}";
}
