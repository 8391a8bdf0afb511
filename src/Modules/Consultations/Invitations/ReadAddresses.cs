using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Mail;
using Diapason.Tables;
using Microsoft.AspNetCore.Http;

namespace Diapason.Consultations.Invitations;

/// <summary>Somebody to invite, as a row says.</summary>
internal sealed record AddressRow(int Line, string Email, string? Name, string Language);

/// <summary>What is to be said of a row.</summary>
/// <param name="Line">Of the file.</param>
/// <param name="Code">What is wrong, as a stable code.</param>
/// <param name="Cell">What is written there.</param>
internal sealed record AddressFault(int Line, string Code, string Cell);

/// <summary>Which column holds what, from nought; minus one for none.</summary>
internal sealed record AddressColumns(int Email, int Name, int Language)
{
    public static readonly AddressColumns None = new(-1, -1, -1);

    /// <summary>The column of first names, where they stand apart.</summary>
    public int First { get; init; } = -1;
}

/// <summary>A list that was sent: its rows, and the columns they have.</summary>
internal sealed record AddressTable(IReadOnlyList<TableRow> Rows, IReadOnlyList<string> Headings, AddressColumns Proposed);

/// <summary>Reads a list of addresses: a file (CSV, XLSX) or pasted text, with headings or without; columns are proposed by their headings, then by what they hold.</summary>
internal sealed class ReadAddresses(CurrentCouncil council)
{
    public const int MostRows = 10_000;
    private const int MostBytes = 4 << 20;
    private static readonly TableLimits Limits = new(MostBytes, MostRows + 1, Columns: 100);

    private static readonly string[] EmailWords = ["courriel", "e-mail", "email", "mail", "mél", "adresse"];
    private static readonly string[] FirstWords = ["prénom", "prenom", "first name", "firstname", "given"];
    private static readonly string[] NameWords = ["nom", "name", "personne", "person"];
    private static readonly string[] LanguageWords = ["langue", "language", "lang", "idioma"];

    private readonly Dictionary<string, IReadOnlySet<string>> _names = council.Languages.ToDictionary(language => language, language => Languages.NamesOf(language, council.Languages));

    /// <summary>What was sent; or the code of what is wrong with the whole.</summary>
    public static async Task<(AddressTable? Table, TableProblem? Problem)> FromAsync(IFormFile? file, string? pasted, CancellationToken cancel)
    {
        if (file is not { Length: > 0 }) return From(MailProgramList.AsRows(pasted ?? ""));
        await using var stream = file.OpenReadStream();
        return From(await ReadTable.RowsAsync(stream, Limits, cancel));
    }

    public static (AddressTable? Table, TableProblem? Problem) From(string text) => From(ReadCsv.Rows(text, null, Limits));

    private static (AddressTable? Table, TableProblem? Problem) From(Table read)
    {
        if (read.Problem is not null || read.Rows.Count == 0) return (null, read.Problem);
        var width = read.Rows.Max(row => row.Cells.Count);
        var isHeaded = !read.Rows[0].Cells.Any(cell => Address(cell) is not null);
        var headings = Enumerable.Range(0, width).Select(i => isHeaded && i < read.Rows[0].Cells.Count ? read.Rows[0].Cells[i].Trim() : "").ToList();
        IReadOnlyList<TableRow> rows = isHeaded ? [.. read.Rows.Skip(1)] : read.Rows;
        return (new AddressTable(rows, headings, Propose(headings, rows)), null);
    }

    /// <summary>The people of a table, by the columns that were chosen, and what is to be said of each row that is not as it should be.</summary>
    public (IReadOnlyList<AddressRow> People, IReadOnlyList<AddressFault> Faults) Judge(AddressTable table, AddressColumns columns)
    {
        var (people, faults, seen) = (new List<AddressRow>(), new List<AddressFault>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var row in table.Rows)
        {
            string Cell(int column) => column >= 0 && column < row.Cells.Count ? row.Cells[column].Trim() : "";
            var written = Cell(columns.Email);
            if (Address(written) is not { } address) faults.Add(new(row.Line, written.Length == 0 ? "missing" : "invalid", written));
            else if (!seen.Add(AddressHasher.Plain(address))) faults.Add(new(row.Line, "twice", address));
            else
            {
                if (!MailboxAddress.IsPlain(address)) faults.Add(new(row.Line, "accented", address));
                var language = LanguageOf(Cell(columns.Language));
                if (language is null && Cell(columns.Language).Length > 0) faults.Add(new(row.Line, "language", Cell(columns.Language)));
                people.Add(new AddressRow(row.Line, address, NameOf(Cell(columns.First), Cell(columns.Name), written), language ?? council.Languages[0]));
            }
        }

        return (people, faults);
    }

    private static AddressColumns Propose(List<string> headings, IReadOnlyList<TableRow> rows)
    {
        int By(string[] words, params int[] others) => Enumerable.Range(0, headings.Count).Where(i => !others.Contains(i))
            .OrderBy(i => Array.FindIndex(words, word => headings[i].Contains(word, StringComparison.OrdinalIgnoreCase)) is var place and >= 0 ? place : int.MaxValue)
            .FirstOrDefault(i => words.Any(word => headings[i].Contains(word, StringComparison.OrdinalIgnoreCase)), -1);
        // What the rows hold is surer than what a heading says: an address may be a street.
        var email = Enumerable.Range(0, headings.Count).MaxBy(i => (rows.Take(50).Count(row => i < row.Cells.Count && Address(row.Cells[i]) is not null), EmailWords.Any(word => headings[i].Contains(word, StringComparison.OrdinalIgnoreCase))));
        // « Prénom » holds « nom ».
        var first = By(FirstWords, email);
        return new AddressColumns(email, By(NameWords, email, first), By(LanguageWords, email)) { First = first };
    }

    /// <summary>First name then name, or what stands before the address as mail programs copy it.</summary>
    private static string? NameOf(string first, string name, string written)
    {
        var whole = $"{first} {name}".Trim();
        if (whole.Length == 0 && written.IndexOf('<', StringComparison.Ordinal) is > 0 and var open) whole = written[..open].Trim(' ', '"', '\'', '\u00A0');
        return whole.Length is > 0 and <= 100 ? whole : null;
    }

    /// <summary>An address alone, or after a name and between angle brackets as mail programs copy it.</summary>
    private static string? Address(string cell)
    {
        var (open, close) = (cell.LastIndexOf('<'), cell.LastIndexOf('>'));
        var address = (open >= 0 && close > open ? cell[(open + 1)..close] : cell).Trim();
        return MailboxAddress.IsComplete(address) ? address : null;
    }

    /// <summary>By its code, by any name it has, or by the first letter of one when no other language of the council has a name that begins so.</summary>
    private string? LanguageOf(string written)
    {
        bool IsCode(string language) => written.Equals(language, StringComparison.OrdinalIgnoreCase) || written.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase) || written.StartsWith(language + "_", StringComparison.OrdinalIgnoreCase);
        if (council.Languages.FirstOrDefault(IsCode) is { } code) return code;
        var named = council.Languages.Where(language => _names[language].Any(name => written.Length == 1 ? name.StartsWith(written, StringComparison.OrdinalIgnoreCase) : name.Equals(written, StringComparison.OrdinalIgnoreCase))).ToList();
        return named.Count == 1 ? named[0] : null;
    }
}
