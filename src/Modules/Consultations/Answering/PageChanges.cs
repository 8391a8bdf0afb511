using System.Text.Json;
using Diapason.Forms;

namespace Diapason.Consultations.Answering;

/// <summary>
/// What the author of a posted page changed on it. A page open in two tabs, or found again by the browser's Back, shows what was there when it was opened: a
/// question they left as it was is what the draft holds now, not what their page shows.
/// </summary>
internal sealed class PageChanges(IReadOnlyCollection<string> touched, IReadOnlyDictionary<string, string[]>? shown, PostedFields posted)
{
    /// <summary>A hidden field of every page: what its fields held when it was shown.</summary>
    public const string ShownField = "-shown";

    /// <summary>Repeated, the fields changed on a page that says so: what it showed may have been saved meanwhile.</summary>
    public const string TouchedField = "-touched";

    /// <summary>Neither of the two is told by what posts the page: all of it is meant.</summary>
    public static PageChanges Read(PostedFields posted) => new([.. posted(TouchedField).OfType<string>()], Parse(posted(ShownField) is [var shown, ..] ? shown : null), posted);

    /// <summary>The value of <see cref="ShownField"/> for a page about to be shown.</summary>
    public static string Shown(FilledPage page) => JsonSerializer.Serialize(
        page.Questions.SelectMany(question => question.Question.Fields).Select(field => (field.Name, Values: page.Values(field))).Where(field => field.Values.Count > 0)
            .ToDictionary(field => field.Name, field => field.Values));

    /// <summary>Whether the author changed something of a question. When the page does not say what it showed, all is theirs.</summary>
    public bool IsMine(Question question) => question.Fields.Any(field => touched.Contains(field.Name) || (shown is null ? touched.Count == 0 : !Same(Was(field.Name), posted(field.Name))));

    /// <summary>The page as it is to be read: what its author changed as they posted it, the rest as the draft holds it.</summary>
    public PostedFields Over(Page page, PostedFields held)
    {
        var others = page.Questions.Where(question => !IsMine(question)).SelectMany(question => question.Fields).Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        return name => others.Contains(name) ? held(name) : posted(name);
    }

    /// <summary>Whether something that the author left alone is no longer as their page shows it.</summary>
    public bool IsBehind(Page page, PostedFields held) =>
        shown is not null && page.Questions.Any(question => !IsMine(question) && question.Fields.Any(field => !Same(Was(field.Name), held(field.Name))));

    private string[] Was(string field) => shown?.GetValueOrDefault(field) ?? [];

    // Boxes come in the order of the page, and a browser sends its own ends of lines.
    private static bool Same(IEnumerable<string?> one, IEnumerable<string?> other) => Plain(one).SetEquals(Plain(other));

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
