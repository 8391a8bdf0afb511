using System.Globalization;
using System.Text.RegularExpressions;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Kits;
using Diapason.Text;
using Diapason.Yaml;

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
    public const string File = "campaign.yaml";

    /// <summary>First segments under /consultation that are pages of their own.</summary>
    private static readonly string[] Reserved = ["resume", "verify"];

    /// <summary>Ten years: more is a slip of the keyboard.</summary>
    private const int MostDays = 3650;

    public static CampaignDescription? Read(KitFolder folder, KitProblems problems) => folder.ReadYaml(File, problems, Campaign);

    /// <summary>Whether a campaign can be found under this name.</summary>
    public static bool IsSlug(string slug) => Slug().IsMatch(slug) && !Reserved.Contains(slug);

    private static CampaignDescription Campaign(YamlMap root)
    {
        var slug = root.Text("slug");
        if (slug.Length > 0 && !IsSlug(slug)) root.ReportAt("slug", "kit.bad_slug", ("slug", slug));
        var promised = root.Word<Anonymity>("anonymity");
        var (opens, closes) = (Day(root, "opens"), Day(root, "closes"));
        // A date and a number of days can only be compared on the day of loading.
        if (opens?.Date > closes?.Date || (opens is { Date: null } && closes is { Date: null } && opens.Days > closes.Days))
            root.ReportAt("closes", "campaign.closes_before_opening");
        return new CampaignDescription(slug, root.Localized("title"), root.Localized("purpose"), promised, opens, closes);
    }

    private static KitDay? Day(YamlMap root, string key)
    {
        if (root.OptionalText(key) is not { Length: > 0 } written) return null;
        if (DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 2000 and < 2200) return new KitDay(date, 0);
        if (written[0] is '+' or '-' && int.TryParse(written, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var days) && days is >= -MostDays and <= MostDays)
            return new KitDay(null, days);
        root.ReportAt(key, "campaign.bad_day", ("key", key), ("value", written), ("days", MostDays));
        return null;
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{1,39}$", RegexOptions.None, 100)]
    private static partial Regex Slug();
}
