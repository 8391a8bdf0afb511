using System.Text.Json;
using Diapason.Platform.Language;
using Diapason.Text;

namespace Diapason.Workshops.Preparing;

/// <summary>What is prepared of a workshop.</summary>
internal sealed record WorkshopContent
{
    public const int LongestTitle = 120;
    public const int LongestText = 2000;
    public const int LongestLine = 200;
    public const int MostTables = 200;
    public const int MostActivities = 20;

    public required LocalizedText Title { get; init; }

    /// <summary>What people read before they join.</summary>
    public LocalizedText Welcome { get; init; } = LocalizedText.Empty;

    public required DateOnly Day { get; init; }
    public string Place { get; init; } = "";

    /// <summary>What is done so that everyone can be there and follow.</summary>
    public LocalizedText Accessibility { get; init; } = LocalizedText.Empty;

    /// <summary>Nought when people do not sit at numbered tables.</summary>
    public int Tables { get; init; }

    /// <summary>Who types the sheets of paper, for those who prepare the day.</summary>
    public string PaperBy { get; init; } = "";

    public IReadOnlyList<ActivityContent> Activities { get; init; } = [];

    public ActivityContent? Activity(string? code) => Activities.FirstOrDefault(a => a.Code == code);

    public WorkshopContent Typeset() => this with
    {
        Title = Title.Typeset(),
        Welcome = Welcome.Typeset(),
        Accessibility = Accessibility.Typeset(),
        Activities = [.. Activities.Select(a => a with { Title = a.Title.Typeset(), Items = [.. a.Items.Select(item => item.Typeset())], Choices = [.. a.Choices.Select(choice => choice.Typeset())] })],
    };

    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    public static WorkshopContent FromJson(string json) => JsonSerializer.Deserialize<WorkshopContent>(json, JsonSerializerOptions.Web)!;
}

/// <summary>One thing that a room does together.</summary>
internal sealed record ActivityContent
{
    public const int MostItems = 60;
    public const int LongestItem = 200;
    public const int MostMinutes = 240;
    public const int MostBudget = 20;

    /// <summary>Never given to another: what was said is kept under it.</summary>
    public required string Code { get; init; }

    /// <summary>The code of its kind.</summary>
    public required string Kind { get; init; }

    /// <summary>The question the room is asked.</summary>
    public required LocalizedText Title { get; init; }

    public int Minutes { get; init; }

    /// <summary>Statements, tasks or options, in their order; empty where people say it in their own words.</summary>
    public IReadOnlyList<LocalizedText> Items { get; init; } = [];

    /// <summary>What the choices are called here, in their order, such as the names of three piles; the words of the house where there are none.</summary>
    public IReadOnlyList<LocalizedText> Choices { get; init; } = [];

    public string Choice(int value, string otherwise) => value <= Choices.Count ? Choices[value - 1].Here : otherwise;

    /// <summary>How many dots each person has; nought elsewhere.</summary>
    public int Budget { get; init; }
}
