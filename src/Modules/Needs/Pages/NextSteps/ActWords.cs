using System.Globalization;
using Diapason.Needs.Offers;
using Diapason.Needs.Reference;
using Diapason.Platform.Language;
using Microsoft.AspNetCore.Http;

namespace Diapason.Needs.Pages.NextSteps;

/// <summary>Says in words what can be done with an entry, and where: "Télécharger (DOCX, 24 ko)", "Écrire à …".</summary>
internal sealed class ActWords(Texts<NeedsModule> texts, IHttpContextAccessor http)
{
    private const int Kibibyte = 1024;

    /// <summary>Every act, the one to do first: where somebody waits or a day is set, write, call or book; else take the document.</summary>
    public IReadOnlyList<EntryAct> Of(OfferEntry entry)
    {
        var (documents, others) = (Documents(entry), Others(entry));
        return entry.Acts.Contact is not null || entry.Acts.Dates.Count > 0 ? [.. others, .. documents] : [.. documents, .. others];
    }

    /// <summary>"50,25 $, payant": the amount first, when there is one.</summary>
    public string Price(OfferEntry entry, Offer offer)
    {
        var (amount, name) = (entry.Cents is { } cents ? Amount(cents) : null, offer.Price(entry)?.Name.Here);
        return string.Join(texts["step.kind_separator"], new[] { amount, amount is null || name is null ? name : StepWords.Inside(name) }.Where(part => part is not null));
    }

    private List<EntryAct> Documents(OfferEntry entry)
    {
        var acts = new List<EntryAct>();
        foreach (var document in entry.Acts.Documents.OrderByDescending(d => IsOnPhone && Preferred(d)?.File.Kind.IsRead == true))
            if (Preferred(document) is var (language, file)) acts.Add(Take(entry, file, language));
        return acts;
    }

    private List<EntryAct> Others(OfferEntry entry)
    {
        var acts = new List<EntryAct>();
        if (entry.Acts.Contact is { Email: { } email } by) acts.Add(new EntryAct(texts["act.write", by.Name.Here], $"mailto:{email}?subject={Uri.EscapeDataString(entry.Title.Here)}"));
        if (entry.Acts.Contact is { Phone: { } phone } at) acts.Add(new EntryAct(texts["act.call", at.Name.Here, phone], "tel:" + string.Concat(phone.Where(c => char.IsAsciiDigit(c) || c == '+'))));
        if (entry.Acts.Link?.Here is { Length: > 0 } link) acts.Add(new EntryAct(texts["act.visit", new Uri(link).Host], link));
        return acts;
    }

    /// <summary>The same documents in the languages the page is not in.</summary>
    public IReadOnlyList<EntryAct> Elsewhere(OfferEntry entry) =>
    [
        .. from document in entry.Acts.Documents
           from pair in document.Files
           where pair.Key != Languages.Current && Preferred(document)?.File != pair.Value
           orderby pair.Key == Languages.French descending
           select Take(entry, pair.Value, pair.Key),
    ];

    public string Days(OfferEntry entry, DateOnly today) => string.Join(texts["act.day_separator"], entry.Acts.Upcoming(today).Select(LocalDates.Of));

    public static string Amount(int cents) => (cents / 100m).ToString(cents % 100 == 0 ? "C0" : "C2", CultureInfo.CurrentCulture);

    /// <summary>A phone opens a page at once, and often has nothing to open a word processor's file with. Every phone's browser says "Mobi".</summary>
    private bool IsOnPhone => http.HttpContext!.Request.Headers.UserAgent.ToString().Contains("Mobi", StringComparison.Ordinal);

    /// <summary>In the reader's language; failing that, in the one there is.</summary>
    private static (string Language, StoredFile File)? Preferred(OfferDocument document) =>
        document.Files.OrderByDescending(f => f.Key == Languages.Current).ThenByDescending(f => f.Key == Languages.French).Select(f => ((string, StoredFile)?)(f.Key, f.Value)).FirstOrDefault();

    private EntryAct Take(OfferEntry entry, StoredFile file, string language)
    {
        var text = texts[file.Kind.IsRead ? "act.read" : "act.take", file.Kind.Name, Size(file.Size)];
        if (language != Languages.Current) text = texts["act.in_language", text, Languages.Culture(language).Parent.DisplayName];
        return new EntryAct(text, http.HttpContext!.Request.PathBase + DocumentEndpoints.Address(entry.Code, file), language == Languages.Current ? null : language);
    }

    private string Size(int bytes) => bytes < Kibibyte * Kibibyte
        ? texts["act.kilobytes", Math.Max(1, (bytes + (Kibibyte / 2)) / Kibibyte)]
        : texts["act.megabytes", Math.Round(bytes / (double)(Kibibyte * Kibibyte), 1)];
}

/// <summary>One thing to do, as a link.</summary>
/// <param name="Language">Of what it leads to, when it is not the page's.</param>
internal sealed record EntryAct(string Text, string Href, string? Language = null);
