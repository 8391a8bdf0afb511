using Diapason.Needs.Reference;
using Diapason.Needs.Wording;
using Diapason.Platform.Kits;

namespace Diapason.Needs.Kit;

/// <summary>Reads <c>lexicon.yaml</c> with, when there is one, <c>needs.csv</c>. A kit may have neither: then words are compared with the framework's own.</summary>
internal static class ReadWholeLexicon
{
    public static Lexicon? From(KitFolder folder, KitProblems problems, NeedsReference reference)
    {
        if (!folder.Has(ReadLexicon.File)) return null;
        var lexicon = folder.ReadYaml(ReadLexicon.File, problems, new ReadLexicon(reference).Of);
        if (lexicon is null || !folder.Has(ReadNeeds.File)) return lexicon;
        return folder.Read(ReadNeeds.File, problems) is { } text ? lexicon with { Examples = ReadNeeds.From(text, problems, reference) } : null;
    }
}
