using System.Text.Json;
using Diapason.Forms;

namespace Diapason.Consultations.Answering;

/// <summary>
/// What the author of a posted page changed on it. A page open in two tabs, or found again by the browser's Back, shows what was there when it was opened: a
/// question they left as it was is what the draft holds now, not what their page shows.
/// </summary>
internal sealed class PageChanges
{
    private readonly IReadOnlyDictionary<string, string[]>? _shown;
    private readonly PostedFields _posted;
    private readonly Page _page;
    private readonly HashSet<string> _mine;

    private PageChanges(Page page, PostedFields posted)
    {
        (_page, _posted, _shown) = (page, posted, Parse(posted(ShownField) is [var shown, ..] ? shown : null));
        HashSet<string?> touched = [.. posted(TouchedField)];
        // Neither of the two is told by what posts the page: all of it is meant.
        _mine = page.Questions.SelectMany(Answers).Where(answer => answer.Any(field => touched.Contains(field.Name) || (_shown is null ? touched.Count == 0 : !Same(Was(field.Name), posted(field.Name)))))
            .SelectMany(answer => answer).Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>A hidden field of every page: what its fields held when it was shown.</summary>
    public const string ShownField = "-shown";

    /// <summary>Repeated, the fields changed on a page that says so: what it showed may have been saved meanwhile.</summary>
    public const string TouchedField = "-touched";

    public static PageChanges Read(Page page, PostedFields posted) => new(page, posted);

    /// <summary>The value of <see cref="ShownField"/> for a page about to be shown.</summary>
    public static string Shown(FilledPage page) => JsonSerializer.Serialize(
        page.Questions.SelectMany(question => question.Question.Fields).Select(field => (field.Name, Values: page.Values(field))).Where(field => field.Values.Count > 0)
            .ToDictionary(field => field.Name, field => field.Values));

    /// <summary>Whether the author changed something of a question. When the page does not say what it showed, all is theirs.</summary>
    public bool IsMine(Question question) => question.Fields.Any(IsMine);

    /// <summary>The page as it is to be read: what its author changed as they posted it, the rest as the draft holds it.</summary>
    public PostedFields Over(PostedFields held)
    {
        var others = _page.Questions.SelectMany(question => question.Fields).Where(field => !IsMine(field)).Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        return name => others.Contains(name) ? held(name) : _posted(name);
    }

    /// <summary>Whether something that the author left alone is no longer as their page shows it.</summary>
    public bool IsBehind(PostedFields held) =>
        _shown is not null && _page.Questions.SelectMany(question => question.Fields).Any(field => !IsMine(field) && !Same(Was(field.Name), held(field.Name)));

    private bool IsMine(Field field) => _mine.Contains(field.Name);

    /// <summary>What is answered as one: a question, or each line of those that have several. Two lines of a grid filled in two tabs are both meant.</summary>
    private static IEnumerable<IEnumerable<Field>> Answers(Question question) =>
        question.IsChangedAsOne ? [question.Fields] : question.Fields.GroupBy(field => field.Variable);

    private string[] Was(string field) => _shown?.GetValueOrDefault(field) ?? [];

    // Boxes come in the order of the page, and a browser sends its own ends of lines.
    private static bool Same(string[] shown, IReadOnlyList<string?> other) => (shown.Length == 0 && other.Count == 0) || Plain(shown).SetEquals(Plain(other));

    private static HashSet<string> Plain(IEnumerable<string?> values) => values.Where(value => !string.IsNullOrWhiteSpace(value)).Select(value => value!.ReplaceLineEndings("\n").Trim()).ToHashSet(StringComparer.Ordinal);

    private static Dictionary<string, string[]>? Parse(string? json)
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize<Dictionary<string, string[]>>(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
