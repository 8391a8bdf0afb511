using System.Text.Json.Serialization;
using Diapason.Forms;
using Diapason.Text;

namespace Diapason.Studies.Portraits;

/// <summary>What a portrait shows, in which order, read how: written by a kit, computed from the answers.</summary>
internal sealed record PortraitDefinition
{
    public required string Code { get; init; }
    public required string Version { get; init; }
    public required LocalizedText Title { get; init; }

    /// <summary>Code of the figure whose finding is the title of the page.</summary>
    public required string Headline { get; init; }

    /// <summary>Two lines under the title; <c>{code}</c> stands for a figure's value.</summary>
    public required LocalizedText Nuance { get; init; }

    public required IReadOnlyList<Breakdown> Breakdowns { get; init; }

    /// <summary>Null when no earlier study stands beside the estimates.</summary>
    public PublishedStudy? Published { get; init; }

    public required IReadOnlyList<PortraitSection> Sections { get; init; }
    public required IReadOnlyList<Takeaway> Takeaways { get; init; }

    [JsonIgnore]
    public IEnumerable<FigureDefinition> Figures => Sections.SelectMany(s => s.Figures);

    /// <summary>The variables it reads.</summary>
    [JsonIgnore]
    public IEnumerable<string> Variables =>
        Figures.SelectMany(f => f.Counts.Append(f.Among)).OfType<CountedAnswers>().Select(c => c.Variable).Concat(Breakdowns.Select(b => b.Variable)).Distinct(StringComparer.Ordinal);
}

/// <summary>A variable by which every figure asked of everyone can be read.</summary>
/// <param name="Names">Short names for options that the questionnaire words as sentences; the others keep their own.</param>
internal sealed record Breakdown(string Variable, LocalizedText Label, IReadOnlyList<SegmentName> Names)
{
    public LocalizedText NameOf(Option option) => Names.FirstOrDefault(n => n.Code == option.Code)?.Label ?? option.Label;

    public LocalizedText NameOf(Segment segment) => Names.FirstOrDefault(n => n.Code == segment.Code)?.Label ?? segment.Label;

    /// <summary>The variable and its categories: other categories make another breakdown.</summary>
    public string Signature(IEnumerable<Option> options) => $"{Variable}={string.Join(',', options.Select(o => o.Code).Order(StringComparer.Ordinal))}";
}

internal sealed record SegmentName(string Code, LocalizedText Label);

/// <summary>The study whose published figures stand beside the estimates.</summary>
internal sealed record PublishedStudy(LocalizedText Name, LocalizedText Citation, LocalizedText Note, string Link);

internal sealed record PortraitSection(string Code, LocalizedText Title, IReadOnlyList<FigureDefinition> Figures);

/// <summary>The share of respondents who gave certain answers.</summary>
/// <param name="Counts">Someone counts who gave an answer of any entry.</param>
/// <param name="Among">When the question is routed: the only respondents asked. Such a figure has no breakdown.</param>
/// <param name="Finding">A sentence with <c>{value}</c>, true whatever the value.</param>
/// <param name="Published">The earlier study's figure in points of a hundred, when there is one.</param>
internal sealed record FigureDefinition(
    string Code, IReadOnlyList<CountedAnswers> Counts, CountedAnswers? Among, LocalizedText Finding, LocalizedText Measure, double? Published)
{
    /// <summary>What is counted, among whom, whatever it is called: a figure that counts otherwise is another figure.</summary>
    [JsonIgnore]
    public string Signature => string.Join('|', Counts.Select(c => c.Signature).Order(StringComparer.Ordinal)) + (Among is null ? "" : "@" + Among.Signature);

    /// <summary>The variables it looks at, which its budget counts.</summary>
    [JsonIgnore]
    public IReadOnlyCollection<string> Looked => [.. Counts.Select(c => c.Variable).Distinct(StringComparer.Ordinal)];
}

/// <summary>Answers of one variable, by option code.</summary>
internal sealed record CountedAnswers(string Variable, IReadOnlyList<string> Answers)
{
    [JsonIgnore]
    public string Signature => $"{Variable}={string.Join(',', Answers.Order(StringComparer.Ordinal))}";
}

/// <summary>One of the three things to remember.</summary>
/// <param name="Tone"><c>strength</c>, <c>prepare</c> or <c>discuss</c>.</param>
internal sealed record Takeaway(string Tone, LocalizedText Title, LocalizedText Text);
