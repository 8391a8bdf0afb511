using System.Text.RegularExpressions;
using Diapason.Consultations.Data;
using Diapason.Platform.Mail;
using Diapason.Platform.Outcomes;

namespace Diapason.Consultations.Reaching;

/// <summary>What is wrong in links, each by its line and field: nothing is kept until nothing is.</summary>
internal static partial class CheckLinks
{
    /// <summary>More is a slip: nobody follows so many by hand.</summary>
    public const int Most = 500;

    private const int MostGroups = 40;

    /// <summary>Each sheet has its code already.</summary>
    public static IReadOnlyList<Problem> Of(IReadOnlyList<LinkSheet> sheets, IReadOnlyList<AssociationLink> known)
    {
        var problems = sheets.SelectMany(Alone).ToList();
        var codes = new HashSet<string>(StringComparer.Ordinal);
        var names = known.Where(link => sheets.All(sheet => sheet.Code != link.Code)).Select(link => link.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var sheet in sheets)
        {
            if (!codes.Add(sheet.Code) || (sheet.IsNew && known.Any(link => link.Code == sheet.Code))) problems.Add(Problem.Invalid("links.code_taken", "Code", ("line", sheet.Line), ("value", sheet.Code)));
            if (sheet.Name.Length > 0 && !names.Add(sheet.Name)) problems.Add(Problem.Invalid("links.name_taken", "Name", ("line", sheet.Line), ("value", sheet.Name)));
        }

        if (codes.Union(known.Select(link => link.Code)).Count() > Most) problems.Add(Problem.Invalid("links.too_many", null, ("most", Most)));
        return problems;
    }

    private static IEnumerable<Problem> Alone(LinkSheet sheet)
    {
        if (sheet.Name.Length == 0) yield return Problem.Invalid("links.name_missing", "Name", ("line", sheet.Line), ("value", ""));
        if (sheet.Name.Length > LinkSheet.LongestName) yield return Problem.Invalid("links.name_long", "Name", ("line", sheet.Line), ("value", LinkSheet.LongestName));
        if (sheet.Contact.Length > LinkSheet.LongestName) yield return Problem.Invalid("links.contact_long", "Contact", ("line", sheet.Line), ("value", LinkSheet.LongestName));
        if (sheet.Note.Length > LinkSheet.LongestNote) yield return Problem.Invalid("links.note_long", "Note", ("line", sheet.Line), ("value", LinkSheet.LongestNote));
        if (sheet.Email.Length > 0 && !MailboxAddress.IsComplete(sheet.Email)) yield return Problem.Invalid("links.email_wrong", "Email", ("line", sheet.Line), ("value", ""));
        if (!LinkCodes.Is(sheet.Code)) yield return Problem.Invalid("links.code_wrong", "Code", ("line", sheet.Line), ("value", sheet.Code));
        if (sheet.Reaches.Count > MostGroups) yield return Problem.Invalid("links.groups_many", "Reaches", ("line", sheet.Line), ("value", MostGroups));
        foreach (var group in sheet.Reaches.Where(group => !Group().IsMatch(group)).Take(1)) yield return Problem.Invalid("links.group_wrong", "Reaches", ("line", sheet.Line), ("value", group));
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_.-]{0,59}:[A-Za-z0-9][A-Za-z0-9_.-]{0,59}$", RegexOptions.None, 100)]
    private static partial Regex Group();
}
