using System.Text.RegularExpressions;
using Diapason.Platform.Mail;
using Diapason.Platform.Outcomes;

namespace Diapason.Learning.Places;

/// <summary>What somebody types to have a place.</summary>
internal sealed partial record SignUpForm
{
    public const int LongestName = 100;
    public const int LongestNeeds = 500;
    private const int LongestPhone = 40;

    public string? Name { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public string? Language { get; init; }
    public string? Needs { get; init; }
    public bool Consent { get; init; }

    /// <summary>Drawn with the form: sent twice, it is one place.</summary>
    public string? Key { get; init; }

    public SignUpForm Trimmed() => this with { Name = Line(Name), Email = Line(Email).ToLowerInvariant(), Phone = Dialled(Line(Phone)), Needs = Needs?.Trim() ?? "", Language = Language ?? "" };

    /// <summary>All that is wrong, of a trimmed one.</summary>
    /// <param name="languages">Those of the council.</param>
    /// <param name="isByStaff">Somebody of the council types it, who has the person on the phone.</param>
    /// <param name="isForList">It is a request for a list of interest, not for a place.</param>
    public IReadOnlyList<Problem> Problems(IReadOnlyList<string> languages, bool isByStaff, bool isForList = false)
    {
        var problems = new List<Problem>();
        if (Name!.Length > LongestName) problems.Add(Problem.Invalid("place.too_long", nameof(Name), ("most", LongestName)));
        if (Email!.Length == 0 && Phone!.Length == 0) problems.Add(Problem.Invalid("place.no_way", nameof(Email)));
        if (Email.Length > 0 && !MailboxAddress.IsComplete(Email)) problems.Add(Problem.Invalid("place.email_wrong", nameof(Email)));
        if (Phone!.Length > 0 && (Phone.Length > LongestPhone || Digits().Count(Phone) < 7 || !PhoneLike().IsMatch(Phone))) problems.Add(Problem.Invalid("place.phone_wrong", nameof(Phone)));
        if (!languages.Contains(Language!)) problems.Add(Problem.Invalid("place.language_missing", nameof(Language)));
        if (Needs!.Length > LongestNeeds) problems.Add(Problem.Invalid("place.too_long", nameof(Needs), ("most", LongestNeeds)));
        if (!Consent && isByStaff) problems.Add(Problem.Invalid("place.consent_said", nameof(Consent)));
        if (!Consent && !isByStaff && !isForList) problems.Add(Problem.Invalid("place.consent", nameof(Consent)));
        if (!Consent && isForList) problems.Add(Problem.Invalid("interest.consent_missing", nameof(Consent)));
        return problems;
    }

    /// <summary>A number of ten digits is written one way, so that one person is one.</summary>
    private static string Dialled(string phone)
    {
        var digits = string.Concat(phone.Where(char.IsAsciiDigit));
        if (digits is ['1', ..] && digits.Length == 11) digits = digits[1..];
        return digits.Length == 10 && !phone.Any(char.IsAsciiLetter) ? $"{digits[..3]} {digits[3..6]}-{digits[6..]}" : phone;
    }

    private static string Line(string? typed) => (typed ?? "").ReplaceLineEndings(" ").Trim();

    [GeneratedRegex("[0-9]", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^[0-9 .,()+\-–a-zA-Zé#]+$", RegexOptions.NonBacktracking)]
    private static partial Regex PhoneLike();
}
