using System.Globalization;
using System.Text.RegularExpressions;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Kits;
using Diapason.Text;
using YamlDotNet.RepresentationModel;

namespace Diapason.Consultations.Kit;

/// <summary>A campaign as a kit describes it.</summary>
internal sealed record CampaignDescription(string Slug, LocalizedText Title, LocalizedText Purpose, Anonymity Anonymity, KitDay? Opens, KitDay? Closes);

/// <summary>A day of a kit: a date, or a number of days from the day it is first loaded.</summary>
internal sealed record KitDay(DateOnly? Date, int Days)
{
    public DateOnly From(DateOnly today) => Date ?? today.AddDays(Days);
}

/// <summary>Reads <c>campaign.yaml</c>.</summary>
internal static partial class CampaignReader
{
    /// <summary>First segments under /consultation that are pages of their own.</summary>
    private static readonly string[] Reserved = ["resume", "verify"];

    /// <summary>Ten years: more is a slip of the keyboard.</summary>
    private const int MostDays = 3650;

    public static CampaignDescription? Read(string text, string file, KitFolder folder, KitProblems problems)
    {
        var yaml = new KitYaml(file, problems, folder.Languages);
        if (yaml.Parse(text) is not { } root) return null;
        yaml.OnlyKeys(root, "slug", "title", "purpose", "anonymity", "opens", "closes");
        var slug = yaml.Text(root, "slug");
        if (slug.Length > 0 && (!Slug().IsMatch(slug) || Reserved.Contains(slug))) yaml.Problem(KitYaml.At(root, "slug"), "kit.bad_slug", ("slug", slug));
        var promised = yaml.Word<Anonymity>(root, "anonymity");
        var (opens, closes) = (Day(yaml, root, "opens"), Day(yaml, root, "closes"));
        // A date and a number of days can only be compared on the day of loading.
        if (opens?.Date > closes?.Date || (opens is { Date: null } && closes is { Date: null } && opens.Days > closes.Days))
            yaml.Problem(KitYaml.At(root, "closes"), "campaign.closes_before_opening");
        return new CampaignDescription(slug, yaml.Localized(root, "title"), yaml.Localized(root, "purpose"), promised, opens, closes);
    }

    private static KitDay? Day(KitYaml yaml, YamlMappingNode root, string key)
    {
        if (yaml.OptionalText(root, key) is not { Length: > 0 } written) return null;
        if (DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 2000 and < 2200) return new KitDay(date, 0);
        if (written[0] is '+' or '-' && int.TryParse(written, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var days) && days is >= -MostDays and <= MostDays)
            return new KitDay(null, days);
        yaml.Problem(KitYaml.At(root, key), "campaign.bad_day", ("key", key), ("value", written), ("days", MostDays));
        return null;
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{1,39}$", RegexOptions.None, 100)]
    private static partial Regex Slug();
}
