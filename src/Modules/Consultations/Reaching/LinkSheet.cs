using System.Security.Cryptography;
using System.Text;
using Diapason.Consultations.Data;
using Diapason.Text;

namespace Diapason.Consultations.Reaching;

/// <summary>What is said of an association's link, on its page, in a file or in a kit.</summary>
internal sealed record LinkSheet
{
    public const int LongestName = 120;
    public const int LongestNote = 1000;

    /// <summary>Empty: the link of this name or, when there is none, a new one whose code is made of it.</summary>
    public string Code { get; init; } = "";

    public string Name { get; init; } = "";
    public string Contact { get; init; } = "";
    public string Email { get; init; } = "";

    /// <summary>Codes of the groups it reaches.</summary>
    public IReadOnlyList<string> Reaches { get; init; } = [];

    public string Note { get; init; } = "";
    public bool IsRetired { get; init; }

    /// <summary>The line of its file; nought on a page.</summary>
    public int Line { get; init; }

    /// <summary>It is added: a link that has this code is another.</summary>
    public bool IsNew { get; init; }

    /// <summary>The stamp of what the form was filled from; null where nothing was shown.</summary>
    public string? Seen { get; init; }

    /// <summary>Tells two states of a link apart.</summary>
    public string Stamp => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001F', Name, Contact, Email, string.Join(' ', Reaches), Note, IsRetired))), 0, 8);

    public static LinkSheet Of(AssociationLink link) => new()
    {
        Code = link.Code,
        Name = link.Name,
        Contact = link.Contact,
        Email = link.Email,
        Reaches = link.Reaches.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        Note = link.Note,
        IsRetired = link.IsRetired,
    };

    /// <summary>As it is kept: without what nobody sees, nor white at the ends.</summary>
    public LinkSheet Tidied() => this with
    {
        Code = Tidy(Code).ToLowerInvariant(),
        Name = string.Join(' ', Tidy(Name).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
        Contact = Tidy(Contact),
        Email = Tidy(Email),
        Reaches = [.. Reaches.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        Note = Tidy(Note),
    };

    private static string Tidy(string text) => VisibleText.Of(text).Trim();
}
