using Diapason.Platform.Language;

namespace Diapason.Consultations.Collecting;

/// <summary>
/// What the columns of a table are called, language by language. A file is written in one of them and read in any, by its codes too: whoever
/// takes it may not be who brings it back.
/// </summary>
/// <param name="beginning">Of the keys of the names, <c>links.column.</c>.</param>
/// <param name="codes">The columns, in order.</param>
internal sealed class ColumnNames(string beginning, IReadOnlyList<string> codes)
{
    private readonly TextCatalog _texts = TextCatalog.Of(typeof(ConsultationsModule).Assembly);

    public IReadOnlyList<string> In(string language) => [.. codes.Select(code => _texts.Find(beginning + code, language)!)];

    /// <summary>The code of a column that is called so; itself when none is.</summary>
    /// <param name="written">In the first row.</param>
    /// <param name="languages">Those of the council, beside the house's.</param>
    public string Code(string written, IReadOnlyList<string> languages)
    {
        var name = written.Trim();
        bool Is(string code, string called) => called.Equals(name, StringComparison.OrdinalIgnoreCase) || code.Equals(name, StringComparison.OrdinalIgnoreCase);
        return codes.FirstOrDefault(code => Languages.OfTheHouse.Union(languages).Any(language => Is(code, _texts.Find(beginning + code, language)!))) ?? name.ToLowerInvariant();
    }
}
