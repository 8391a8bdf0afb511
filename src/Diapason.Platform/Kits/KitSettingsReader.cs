using System.Globalization;
using Diapason.Platform.Councils;
using Diapason.Text;
using YamlDotNet.RepresentationModel;

namespace Diapason.Platform.Kits;

/// <summary>Reads the <c>settings</c> of a council in <c>kit.yaml</c>; what its page would refuse is refused at its line.</summary>
internal sealed class KitSettingsReader(KitYaml yaml, YamlMappingNode council, YamlMappingNode settings, IReadOnlyList<string> languages)
{
    private static readonly YamlMappingNode Nothing = [];

    public static CouncilSettings? Read(KitYaml yaml, YamlMappingNode council, IReadOnlyList<string> languages)
    {
        switch (KitYaml.Child(council, "settings"))
        {
            case null: return null;
            case YamlMappingNode settings: return new KitSettingsReader(yaml, council, settings, languages).Read();
            case var other:
                yaml.Problem(other, "kit.wrong_type", ("key", "settings"), ("expected", "mapping"));
                return null;
        }
    }

    private CouncilSettings Read()
    {
        yaml.OnlyKeys(settings, "threshold", "retention_months", "languages", "contact", "words", "look", "study");
        var own = yaml.Codes(settings, "languages");
        foreach (var code in own.Where(code => !languages.Contains(code))) yaml.Problem(KitYaml.At(settings, "languages"), "settings.language_not_in_kit", ("value", code));
        var read = new CouncilSettings
        {
            RowThreshold = Whole("threshold") ?? CouncilSettings.DefaultRowThreshold,
            RetentionMonths = Whole("retention_months"),
            Languages = own.Count > 0 ? own : languages,
            Contact = Contact(Part(settings, "contact")),
            Words = Words(Part(settings, "words")),
            Look = Look(Part(settings, "look")),
            Study = Part(settings, "study") is { Children.Count: > 0 } study ? Study(study) : null,
        };
        // What is missing was reported as it was read.
        var wanted = new CouncilChange(yaml.Localized(council, "name"), yaml.Localized(council, "purpose"), read);
        foreach (var problem in CheckSettings.Of(wanted).Where(p => p.Code is not ("settings.text_missing" or "settings.study_date_missing"))) yaml.Problem(At(problem.Field!), problem.Code, [.. problem.Facts]);
        return read;
    }

    private CouncilContact Contact(YamlMappingNode node)
    {
        yaml.OnlyKeys(node, "name", "email", "phone", "officer", "officer_email");
        return new CouncilContact
        {
            Name = Text(node, "name"),
            Email = yaml.OptionalText(node, "email") ?? "",
            Phone = yaml.OptionalText(node, "phone") ?? "",
            Officer = Text(node, "officer"),
            OfficerEmail = yaml.OptionalText(node, "officer_email") ?? "",
        };
    }

    private CouncilWords Words(YamlMappingNode node)
    {
        yaml.OnlyKeys(node, "heading", "promise", "description", "invitation", "next_steps", "help");
        return new CouncilWords
        {
            Heading = Text(node, "heading"),
            Promise = Text(node, "promise"),
            Description = Text(node, "description"),
            Invitation = Text(node, "invitation"),
            NextSteps = Text(node, "next_steps"),
            Help = KitYaml.Child(node, "help") is null ? [] : [.. yaml.Items(node, "help").Select(Help)],
        };
    }

    private HelpAnswer Help(YamlMappingNode node)
    {
        yaml.OnlyKeys(node, "question", "answer");
        return new HelpAnswer(yaml.Localized(node, "question"), yaml.Localized(node, "answer"));
    }

    private CouncilLook Look(YamlMappingNode node)
    {
        yaml.OnlyKeys(node, "mark", "accent");
        return new CouncilLook
        {
            Mark = yaml.OptionalText(node, "mark") ?? "",
            Accent = KitYaml.Child(node, "accent") is null ? CouncilAccent.Fir : yaml.Word<CouncilAccent>(node, "accent"),
        };
    }

    private PublishedStudy Study(YamlMappingNode node)
    {
        yaml.OnlyKeys(node, "lead", "source", "date", "link", "figures");
        return new PublishedStudy
        {
            Lead = yaml.Localized(node, "lead"),
            Source = yaml.Localized(node, "source"),
            Date = yaml.Date(node, "date"),
            Link = yaml.OptionalText(node, "link") ?? "",
            Figures = [.. yaml.Items(node, "figures").Select(Figure)],
        };
    }

    private PublishedFigure Figure(YamlMappingNode node)
    {
        yaml.OnlyKeys(node, "percent", "says");
        yaml.Text(node, "percent");
        return new PublishedFigure(Number(node, "percent") ?? 0, yaml.Localized(node, "says"));
    }

    private LocalizedText Text(YamlMappingNode node, string key) => yaml.OptionalLocalized(node, key) ?? LocalizedText.Empty;

    private YamlMappingNode Part(YamlMappingNode parent, string key)
    {
        if (KitYaml.Child(parent, key) is not { } child) return Nothing;
        if (child is YamlMappingNode part) return part;
        yaml.Problem(child, "kit.wrong_type", ("key", key), ("expected", "mapping"));
        return Nothing;
    }

    private double? Number(YamlMappingNode node, string key)
    {
        if (yaml.OptionalText(node, key) is not { Length: > 0 } written) return null;
        if (double.TryParse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= 1_000_000) return number;
        yaml.Problem(KitYaml.At(node, key), "kit.wrong_type", ("key", key), ("expected", "number"));
        return null;
    }

    private int? Whole(string key)
    {
        if (yaml.OptionalText(settings, key) is not { Length: > 0 } written) return null;
        if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        yaml.Problem(KitYaml.At(settings, key), "kit.wrong_type", ("key", key), ("expected", "whole_number"));
        return null;
    }

    /// <summary>The node that a field names, or the last one above it that is there.</summary>
    private YamlNode At(string field)
    {
        YamlNode at = field is "name" or "purpose" || field.StartsWith("name.", StringComparison.Ordinal) || field.StartsWith("purpose.", StringComparison.Ordinal) ? council : settings;
        foreach (var step in field.Split('.'))
        {
            var below = at switch
            {
                YamlMappingNode map => KitYaml.Child(map, step),
                YamlSequenceNode list when int.TryParse(step, CultureInfo.InvariantCulture, out var index) && index < list.Children.Count => list.Children[index],
                _ => null,
            };
            if (below is null) break;
            at = below;
        }

        return at;
    }
}
