using Diapason.Platform.Language;
using Diapason.Platform.Outcomes;
using Diapason.Text;

namespace Diapason.Sample.Entries;

/// <summary>What a kit or a person writes of an entry.</summary>
internal sealed record EntryContent(string Code, LocalizedText Title, LocalizedText Text, DateOnly Review)
{
    public const int LongestTitle = 120;

    /// <summary>A title too long for a page, in any language.</summary>
    public bool IsTitleTooLong => Title.All.Any(said => said.Value.Length > LongestTitle);

    /// <summary>With the typography of each language.</summary>
    public EntryContent Typeset() => this with { Title = Title.Typeset(), Text = Text.Typeset() };

    /// <summary>What is wrong, field by field: <c>title.fr</c>.</summary>
    public IReadOnlyList<Problem> Problems(IEnumerable<string> languages)
    {
        var problems = new List<Problem>();
        foreach (var language in languages)
        {
            if (!Title.Has(language)) problems.Add(Problem.Invalid("sample.title_missing", $"title.{language}", ("language", Languages.NameOf(language))));
            else if (Title.In(language).Length > LongestTitle) problems.Add(Problem.Invalid("sample.title_too_long", $"title.{language}", ("most", LongestTitle)));
            if (!Text.Has(language)) problems.Add(Problem.Invalid("sample.text_missing", $"text.{language}", ("language", Languages.NameOf(language))));
        }

        return problems;
    }
}
