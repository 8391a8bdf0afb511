using System.Globalization;
using Diapason.Needs.Authoring;
using Diapason.Needs.Reference;
using Diapason.Platform.Language;

namespace Diapason.Needs.Offers;

/// <summary>Gives a new entry its code, made from its title: the same entry sent twice gets the same code, another of that title gets a number. Pure.</summary>
internal static class NameEntry
{
    /// <param name="entry">Its own code is not looked at.</param>
    /// <param name="offer">What it is added to.</param>
    /// <param name="others">Codes of what is added with it.</param>
    public static OfferEntry From(OfferEntry entry, Offer offer, IReadOnlySet<string> others)
    {
        var plain = KeepUpload.Plain(entry.Title.Here);
        for (var i = 1; ; i++)
        {
            var candidate = entry with { Code = i == 1 ? plain : string.Create(CultureInfo.InvariantCulture, $"{plain}-{i}") };
            if (!others.Contains(candidate.Code) && (offer.Entry(candidate.Code) is not { } taken || OfferMerge.AreSame(taken, candidate))) return candidate;
        }
    }

    /// <summary>The same for every entry of a file that has none.</summary>
    public static Offer All(Offer brought, Offer stored)
    {
        var codes = brought.Entries.Select(entry => entry.Code).ToHashSet(StringComparer.Ordinal);
        var entries = new List<OfferEntry>();
        foreach (var entry in brought.Entries)
        {
            var named = entry.Code.StartsWith(EntrySheet.Unnamed, StringComparison.Ordinal) ? From(entry, stored, codes) : entry;
            codes.Add(named.Code);
            entries.Add(named);
        }

        return brought with { Entries = entries };
    }
}
