using System.Text;
using Diapason.Needs.Kit;
using Diapason.Needs.Reference;
using Diapason.Platform.Councils;
using Diapason.Yaml;
using Microsoft.AspNetCore.Http;

namespace Diapason.Needs.Wording;

/// <summary>A file of a lexicon, as it was read.</summary>
/// <param name="Text">Its content, to be sent again once it is agreed to.</param>
/// <param name="Fault">What is wrong with the file as a whole; null when it could be read.</param>
internal sealed record SentLexicon(string Text, Lexicon? Lexicon, IReadOnlyList<YamlProblem> Problems, string? Fault = null);

/// <summary>Reads a <c>lexicon.yaml</c> that the council sends, as a kit's is read. Nothing is written.</summary>
internal sealed class ReadLexiconFile(CurrentCouncil council)
{
    private const int MostBytes = 2 << 20;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public async Task<SentLexicon> RunAsync(IFormFile? file, NeedsReference reference, CancellationToken cancel)
    {
        if (file is null || file.Length == 0) return new SentLexicon("", null, [], "lexicon.file_missing");
        if (file.Length > MostBytes) return new SentLexicon("", null, [], "lexicon.file_long");
        using var kept = new MemoryStream();
        await file.CopyToAsync(kept, cancel);
        try
        {
            return Again(Strict.GetString(kept.ToArray()).TrimStart('\uFEFF'), reference);
        }
        catch (DecoderFallbackException)
        {
            return new SentLexicon("", null, [], "lexicon.file_not_utf8");
        }
    }

    /// <summary>The text of an earlier reading, agreed to.</summary>
    public SentLexicon Again(string text, NeedsReference reference)
    {
        var problems = new YamlProblems(ReadLexicon.File);
        var lexicon = ReadLexicon.From(text, problems, reference, LanguagesOf(reference));
        return new SentLexicon(text, problems.IsEmpty ? lexicon : null, [.. problems.InOrder]);
    }

    /// <summary>Those the council offers, and those in which its lexicon is already said.</summary>
    private IReadOnlyList<string> LanguagesOf(NeedsReference reference) =>
        [.. council.Languages, .. (reference.Lexicon?.Ideas ?? []).SelectMany(i => i.Name.Languages).Distinct().Except(council.Languages)];
}
