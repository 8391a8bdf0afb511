using System.Globalization;
using System.Net.Mail;
using System.Text.RegularExpressions;
using Diapason.Needs.Reference;
using Diapason.Platform.Kits;
using Diapason.Text;
using YamlDotNet.RepresentationModel;

namespace Diapason.Needs.Kit;

/// <summary>Reads the ways to act on an entry, and refuses one that has none.</summary>
internal sealed partial class ReadActs(KitYaml yaml, ReadDocuments documents)
{
    public static readonly string[] Keys = ["provider", "link", "contact", "place", "dates", "documents", "licence"];

    public OfferActs Read(YamlMappingNode node, string code)
    {
        var acts = new OfferActs
        {
            Provider = yaml.OptionalLocalized(node, "provider")?.Typeset(),
            Link = Link(node),
            Contact = Contact(node),
            Place = yaml.OptionalLocalized(node, "place")?.Typeset(),
            Dates = Dates(node),
            Documents = documents.Read(node),
            Licence = yaml.OptionalText(node, "licence"),
        };
        // Whether its dates are over is a matter for the day it is proposed.
        if (!acts.CanBeDone(DateOnly.MinValue)) yaml.Problem(node, "needs.no_way_to_act", ("code", code));
        return acts;
    }

    /// <summary>One address for all, or one a language.</summary>
    private LocalizedText? Link(YamlMappingNode node)
    {
        if (KitYaml.Child(node, "link") is not { } child) return null;
        var link = child is YamlScalarNode { Value: { } same } ? yaml.InEach(same) : yaml.Localized(node, "link");
        foreach (var (_, address) in link.All)
            if (address.Length > 0 && !IsWeb(address)) yaml.Problem(child, "needs.bad_link", ("link", address));
        return link;
    }

    private static bool IsWeb(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && uri.UserInfo.Length == 0;

    private OfferContact? Contact(YamlMappingNode node)
    {
        if (KitYaml.Child(node, "contact") is not { } child) return null;
        if (child is not YamlMappingNode contact)
        {
            yaml.Problem(child, "kit.wrong_type", ("key", "contact"), ("expected", "mapping"));
            return null;
        }

        yaml.OnlyKeys(contact, "name", "email", "phone");
        var (email, phone) = (yaml.OptionalText(contact, "email"), yaml.OptionalText(contact, "phone"));
        if (email is not null && !MailAddress.TryCreate(email, out _)) yaml.Problem(KitYaml.At(contact, "email"), "needs.bad_email");
        if (phone is not null && !Phone().IsMatch(phone)) yaml.Problem(KitYaml.At(contact, "phone"), "needs.bad_phone");
        if (email is null && phone is null) yaml.Problem(contact, "needs.contact_without_way");
        return new OfferContact(yaml.Localized(contact, "name").Typeset(), email, phone);
    }

    private List<DateOnly> Dates(YamlMappingNode node)
    {
        var days = new List<DateOnly>();
        foreach (var written in yaml.Codes(node, "dates"))
        {
            if (DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) days.Add(day);
            else yaml.Problem(KitYaml.At(node, "dates"), "kit.bad_date", ("key", "dates"), ("value", written));
        }

        return days;
    }

    [GeneratedRegex(@"^\+?[0-9][0-9 .()-]{5,24}$", RegexOptions.None, 100)]
    private static partial Regex Phone();
}
