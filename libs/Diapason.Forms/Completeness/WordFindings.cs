using System.Text.RegularExpressions;
using Diapason.Text;

namespace Diapason.Forms;

/// <summary>Finds what words alone tell: choices that read the same, texts that were copied and not translated, questions about who one is, sentences too long.</summary>
internal sealed partial class WordFindings(Questionnaire questionnaire, Findings found)
{
    private const int Patience = 5000;
    // A title of a word or two may well be the same in two languages.
    private const int FewWords = 4;

    private static readonly HashSet<string> Personal = new(StringComparer.Ordinal)
    {
        "name", "nom", "prenom", "firstname", "lastname", "surname", "fullname", "email", "mail", "courriel", "phone", "telephone", "tel", "mobile", "cell", "address", "adresse",
        "birth", "birthdate", "birthday", "dob", "naissance", "nas", "sin", "ssn", "nam", "passport", "passeport", "signature",
    };

    public void Look()
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var question in questionnaire.Questions)
        {
            foreach (var scale in question.Scales.Where(seen.Add)) Same(question, FindingPart.Option, scale.Concat(question.MissingOptions).Select(option => (option.Code, option.Label)));
            Same(question, FindingPart.Item, question.Items.Select(item => (item.Code, item.Label)));
            if (question.IsWritten) LookAtWho(question);
        }

        foreach (var said in SaidTexts.Of(questionnaire)) Look(said);
    }

    private void Same(Question question, FindingPart part, IEnumerable<(string Code, LocalizedText Label)> choices)
    {
        var all = choices.ToList();
        foreach (var language in questionnaire.Heading.Languages)
        {
            var read = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (code, label) in all)
                if (!read.TryAdd(Folded(label.In(language)), code)) found.Warn(FindingCodes.SameWords, new(part, code, question.Code), ("language", language), ("other", read[Folded(label.In(language))]));
        }
    }

    private void LookAtWho(Question question)
    {
        var place = new FindingPlace(FindingPart.Question, question.Code);
        var word = question.Code.Split('.', '_').FirstOrDefault(Personal.Contains);
        if (word is not null) found.Warn(FindingCodes.LooksPersonal, place, ("word", word), ("language", ""));
        else foreach (var language in question.Title.Languages)
        {
            if (Possessed().Match(PlainLetters.Of(question.Title.In(language))) is not { Success: true } asked) continue;
            found.Warn(FindingCodes.LooksPersonal, place, ("word", asked.Groups[1].Value), ("language", language));
            return;
        }
    }

    private void Look(SaidText said)
    {
        var languages = questionnaire.Heading.Languages;
        foreach (var (at, language) in languages.Index())
        {
            var text = said.Text.In(language);
            if (languages.Take(at).FirstOrDefault(other => said.Text.In(other) == text) is { } other && Readability.Words(text) >= FewWords)
                found.Warn(FindingCodes.SameInLanguages, said.Place, ("text", said.Key), ("language", language), ("other", other));
            if (said.Key is "title" or "body" && text.Length > 0 && text.AsSpan().TrimStart("….· \u00A0").IsEmpty) found.Block(FindingCodes.WordsMissing, said.Place, ("text", said.Key), ("language", language));
            Read(said, language, text);
        }
    }

    private void Read(SaidText said, string language, string text)
    {
        if (Readability.Sentences(text).FirstOrDefault(sentence => Readability.Words(sentence) > Readability.MostWords) is { } sentence)
            found.Warn(FindingCodes.SentenceTooLong, said.Place, ("text", said.Key), ("language", language), ("words", Readability.Words(sentence)), ("most", Readability.MostWords), ("starts", Readability.Start(sentence)));
        else if (Readability.Words(text) >= Readability.FewestWords && Readability.Lix(text) is var lix && lix > Readability.MostLix(language))
            found.Warn(FindingCodes.HardToRead, said.Place, ("text", said.Key), ("language", language), ("lix", Math.Round(lix)), ("most", Readability.MostLix(language)));
    }

    private static string Folded(string label) => PlainLetters.Of(label) is { Length: > 0 } plain ? string.Join(' ', plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : label;

    [GeneratedRegex(@"\b(votre|vos|your)( \w+){0,2}? (?<1>nom|noms|prenom|prenoms|courriel|telephone|adresse|name|names|e-mail|email|phone|address|date de naissance|birth date|date of birth)\b(?! (de|d.|du|of) )", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Possessed();
}
