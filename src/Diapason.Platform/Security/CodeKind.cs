using System.Reflection;
using Diapason.Platform.Language;
using Diapason.Platform.Web;

namespace Diapason.Platform.Security;

/// <summary>
/// One kind of secret code that people keep. Its module registers it as a singleton; its texts give its <c>word</c>, written before the code
/// (REPRISE), what it <c>is</c>, in one sentence, and the name of the <c>page</c> where it is typed.
/// </summary>
/// <param name="TextKey">Where its texts begin, with the last dot: <c>code.resume.</c></param>
/// <param name="Assembly">Whose texts.</param>
/// <param name="Page">Where it is typed.</param>
public sealed record CodeKind(string TextKey, Assembly Assembly, PageLink Page)
{
    /// <summary>A word that no other kind has, in capitals and without a space: two kinds that begin alike would be taken for each other.</summary>
    public string Word(string language) => TextCatalog.Of(Assembly).Find(TextKey + "word", language) ?? "CODE";

    /// <summary>What it is and what it does, in one sentence.</summary>
    public string Is => TextCatalog.Of(Assembly)[TextKey + "is"];

    /// <summary>The name of the page where it is typed.</summary>
    public string PageName => TextCatalog.Of(Assembly)[TextKey + "page"];

    public override string ToString() => TextKey;
}

/// <summary>What a module knows of its kind of codes: whether one opens something. Registered with the kind, asked when a code is typed in another box.</summary>
public interface ICodeHolder
{
    CodeKind Kind { get; }

    /// <param name="councilId">The council of the request: a code of another opens nothing here.</param>
    /// <param name="code">As <see cref="SecretCode.Read"/> gives it.</param>
    /// <param name="cancel">Ends the wait.</param>
    ValueTask<bool> HoldsAsync(Guid councilId, string code, CancellationToken cancel);
}
