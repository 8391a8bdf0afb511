using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Diapason.Consultations.Answering;

/// <summary>What in someone's words looks like a way to reach them.</summary>
internal enum PersonalTrace
{
    Email,
    Phone,
    Address,
    Handle,
    Name,
}

/// <summary>Looks for what its author may not have wanted to leave in an anonymous answer. A guess, told gently: it stops nobody and is kept nowhere.</summary>
internal static class PersonalTraces
{
    // Whatever is typed, the time taken is in proportion to its length.
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly Regex Email = new(@"[\w.+-]@[\w-]+(\.[\w-]{2,63})+", Linear);

    // Ten digits as they are written in North America, or a plus sign and the digits of another country.
    private static readonly Regex Phone = new(@"(^|[^\d.,])(\+?1[ .\u00A0-]?)?\(?\d{3}\)?[ .\u00A0-]?\d{3}[ .\u00A0-]?\d{4}(\D|$)|\+\d{1,3}([ .\u00A0-]?\d){7,12}(\D|$)", Linear);

    private static readonly Regex PostalCode = new(@"\b[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z][ \u00A0-]?\d[ABCEGHJ-NPRSTV-Z]\d\b", Linear | RegexOptions.IgnoreCase);

    // A number, then the word for a street: before its name in French, after it in English.
    private static readonly Regex Street = new(@"\b\d{1,5}[A-Za-z]?,?\s+(rue|avenue|av\.|boulevard|boul\.|chemin|rang|montée|impasse|allée)\s+\p{L}|\b\d{1,5}\s+([A-Z][\w’'-]*\s+){1,3}(Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Lane|Crescent)\b", Linear);

    // A site, or a name by which one is found on a network.
    private static readonly Regex Handle = new(@"(^|\s|\()(https?://|www\.)[\w-]+\.\w|(^|[\s(])@[\w.-]{3,}", Linear | RegexOptions.IgnoreCase);

    // Who says who they are, by two words that begin with a capital.
    private static readonly Regex Name = new(@"\b([Jj]e m[’']appelle|[Jj]e suis|[Mm]on nom est|[Mm]y name is|I am|I[’']m|[Ss]igned|[Ss]igné)[ :,]+\p{Lu}\p{Ll}[\p{L}’'-]*\s+(de\s+|du\s+|la\s+)?\p{Lu}\p{Ll}", Linear);

    /// <summary>Each kind found, in a fixed order; none for most texts.</summary>
    public static IReadOnlyList<PersonalTrace> In(string? words) => string.IsNullOrEmpty(words) ? [] : [.. Of(WithPlainDigits(words))];

    private static IEnumerable<PersonalTrace> Of(string words)
    {
        if (Name.IsMatch(words)) yield return PersonalTrace.Name;
        if (Email.IsMatch(words)) yield return PersonalTrace.Email;
        if (Phone.IsMatch(words)) yield return PersonalTrace.Phone;
        if (PostalCode.IsMatch(words) || Street.IsMatch(words)) yield return PersonalTrace.Address;
        if (Handle.IsMatch(words)) yield return PersonalTrace.Handle;
    }

    /// <summary>Digits of any script or style, those outside the basic plane too, as the ones the patterns know.</summary>
    private static string WithPlainDigits(string words)
    {
        if (!words.Any(c => char.IsSurrogate(c) || (c > '9' && char.IsDigit(c)))) return words;
        var plain = new StringBuilder(words.Length);
        foreach (var rune in words.EnumerateRunes()) plain.Append(Rune.IsDigit(rune) ? ((int)Rune.GetNumericValue(rune)).ToString(CultureInfo.InvariantCulture) : rune.ToString());
        return plain.ToString();
    }
}
