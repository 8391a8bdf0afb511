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

    public static CampaignDescription? Read(string text, string file, KitProblems problems)
    {
        var yaml = new KitYaml(file, problems);
        if (yaml.Parse(text) is not { } root) return null;
        yaml.OnlyKeys(root, "slug", "title", "purpose", "anonymity", "opens", "closes");
        var slug = yaml.Text(root, "slug");
        if (slug.Length > 0 && (!Slug().IsMatch(slug) || Reserved.Contains(slug))) yaml.Problem(root, "kit.bad_slug", ("slug", slug));
        var anonymity = yaml.Text(root, "anonymity");
        if (!Enum.TryParse<Anonymity>(anonymity, ignoreCase: true, out var promised)) yaml.Problem(root, "campaign.unknown_anonymity", ("anonymity", anonymity));
        var (opens, closes) = (Day(yaml, root, "opens"), Day(yaml, root, "closes"));
        if (opens?.From(default(DateOnly).AddYears(1)) > closes?.From(default(DateOnly).AddYears(1)) && opens?.Date is null == closes?.Date is null)
            yaml.Problem(root, "campaign.closes_before_opening");
        return new CampaignDescription(slug, yaml.Localized(root, "title"), yaml.Localized(root, "purpose"), promised, opens, closes);
    }

    private static KitDay? Day(KitYaml yaml, YamlMappingNode root, string key)
    {
        if (KitYaml.OptionalText(root, key) is not { Length: > 0 } written) return null;
        if (DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return new KitDay(date, 0);
        if (written[0] is '+' or '-' && int.TryParse(written, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var days)) return new KitDay(null, days);
        yaml.Problem(root, "campaign.bad_day", ("key", key), ("value", written));
        return null;
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{1,39}$", RegexOptions.None, 100)]
    private static partial Regex Slug();
}
