using System.Globalization;
using System.Net.Mail;
using System.Text.RegularExpressions;
using Diapason.Needs.Reference;
using Diapason.Text;
using Diapason.Yaml;

namespace Diapason.Needs.Kit;

/// <summary>Reads the ways to act on an entry, and refuses one that has none.</summary>
internal sealed partial class ReadActs(ReadDocuments documents)
{
    public OfferActs Read(YamlMap node, string code)
    {
        var acts = new OfferActs
        {
            Provider = node.OptionalLocalized("provider")?.Typeset(),
            Link = Link(node),
            Contact = Contact(node),
            Place = node.OptionalLocalized("place")?.Typeset(),
            Dates = Dates(node),
            Documents = documents.Read(node),
            Licence = node.OptionalText("licence"),
        };
        // Whether its dates are over is a matter for the day it is proposed.
        node.Reading.OnceSound(() =>
        {
            if (!acts.CanBeDone(DateOnly.MinValue) && !node.Flag("withdrawn")) node.Report("needs.no_way_to_act", ("code", code));
        });
        return acts;
    }

    /// <summary>One address for all, or one a language.</summary>
    private static LocalizedText? Link(YamlMap node)
    {
        var same = node.IsText("link") ? node.OptionalText("link") : null;
        var link = same is null ? node.OptionalLocalized("link") : new LocalizedText(node.Reading.Languages.Select(language => KeyValuePair.Create(language, same)));
        foreach (var address in (link?.All ?? []).Select(text => text.Value).Where(address => address.Length > 0 && !IsWeb(address)).Distinct())
            node.ReportAt("link", "needs.bad_link", ("link", address));
        return link;
    }

    private static bool IsWeb(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && uri.UserInfo.Length == 0;

    private static OfferContact? Contact(YamlMap node)
    {
        if (node.OptionalMap("contact") is not { } contact) return null;
        var (email, phone) = (contact.OptionalText("email"), contact.OptionalText("phone"));
        if (email is not null && !MailAddress.TryCreate(email, out _)) contact.ReportAt("email", "needs.bad_email");
        if (phone is not null && !Phone().IsMatch(phone)) contact.ReportAt("phone", "needs.bad_phone");
        if (email is null && phone is null) contact.Report("needs.contact_without_way");
        return new OfferContact(contact.Localized("name").Typeset(), email, phone);
    }

    private static List<DateOnly> Dates(YamlMap node)
    {
        var days = new List<DateOnly>();
        foreach (var written in node.OptionalCodes("dates"))
        {
            if (DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) days.Add(day);
            else node.ReportAt("dates", "kit.bad_date", ("key", "dates"), ("value", written));
        }

        return days;
    }

    [GeneratedRegex(@"^\+?[0-9][0-9 .()-]{5,24}$", RegexOptions.None, 100)]
    private static partial Regex Phone();
}
