using Diapason.Text;
using Diapason.Yaml;

namespace Diapason.Forms;

/// <summary>Reads a questionnaire from its YAML text; says everything that is wrong at once, each with its line. Never throws on bad input.</summary>
public static class QuestionnaireReader
{
    /// <summary>Reads a questionnaire.</summary>
    /// <param name="yamlText">The whole text of the file; kept as it is, it is also the stored form of a questionnaire.</param>
    /// <param name="fileName">The name to give in problems.</param>
    public static QuestionnaireReading Read(string yamlText, string fileName)
    {
        var problems = new YamlProblems(fileName);
        var read = YamlFile.Read(yamlText, problems, ReadRoot);
        return new(problems.IsEmpty ? read!.Questionnaire : null, problems.InOrder);
    }

    private static Attempt ReadRoot(YamlMap root)
    {
        var context = new ReadingContext();
        if (root.Has("languages")) root.Reading.Languages = Languages(root);
        var heading = ReadHeading(root);
        OptionsReader.ReadMissing(root, context);
        OptionsReader.ReadShared(root, context);
        var calculations = ConditionReader.ReadCalculations(root, context);
        var sections = root.FilledItems("sections").Select(section => ReadSection(section, context)).ToList();
        CodeCheck.Run(sections, calculations, context);
        CheckConsent(sections, root);
        if (!CodeCheck.CanLink(sections)) return new(null);
        var questionnaire = new Questionnaire(heading with { Languages = root.Reading.Languages }, sections, calculations);
        ConditionReader.Bind(questionnaire, context);
        new QuoteReader(questionnaire, context).Check();
        return new(questionnaire);
    }

    // French and English unless the file names its own.
    private static IReadOnlyList<string> Languages(YamlMap root)
    {
        var languages = root.FilledCodes("languages");
        foreach (var language in languages)
            if (language.Length is not (2 or 3)) root.ReportAt("languages", "unknown_language", ("language", language));
        return languages.Count > 0 ? languages : root.Reading.Languages;
    }

    private static Heading ReadHeading(YamlMap root)
    {
        var consent = root.OptionalMap("consent");
        return new()
        {
            Code = root.Code("code"),
            Version = root.Text("version"),
            Title = root.Said("title"),
            Languages = [],
            Minutes = root.Count("minutes", 10),
            Consent = new ConsentText(consent?.Text("version") ?? "", consent?.Said("text") ?? LocalizedText.Empty),
        };
    }

    private static void CheckConsent(List<Section> sections, YamlMap root)
    {
        if (sections.SelectMany(section => section.Pages).SelectMany(page => page.Questions).Any(question => question.IsConsent)) root.Map("consent");
    }

    private static Section ReadSection(YamlMap map, ReadingContext context)
    {
        var section = new Section
        {
            Code = map.Code("code"),
            Title = map.Said("title"),
            When = ConditionReader.Read(map, context),
            Pages = [.. map.FilledItems("pages").SelectMany(page => OnePageAnItem.Cut(ReadPage(page, context), context))],
        };
        context.Places[section] = map;
        return section;
    }

    private static Page ReadPage(YamlMap map, ReadingContext context)
    {
        var asked = map.FilledItems("questions");
        var questions = asked.Select(question => QuestionKinds.Read(question, context)).OfType<Question>().ToList();
        var seen = questions.Where(question => question.IsSeen).ToList();
        // A page that nobody sees bears the title of what it works out.
        var only = seen.Count == 1 ? seen[0].Title : seen.Count == 0 && questions.Count > 0 ? questions[0].Title : LocalizedText.Empty;
        var own = map.Has("title");
        var page = new Page
        {
            Code = map.Code("code"),
            // Without a title of its own, a page bears its only question's.
            Title = own || asked.Count - questions.Count + seen.Count > 1 || seen is [{ Title.IsEmpty: true, Body.IsEmpty: false }] ? map.Said("title") : only,
            HasOwnTitle = own,
            Intro = map.OptionalSaid("intro"),
            Why = map.OptionalSaid("why"),
            Who = map.OptionalSaid("who"),
            When = ConditionReader.Read(map, context),
            Questions = questions,
        };
        if (questions.SelectMany(question => question.Scales).Sum(scale => scale.Count(option => option.Image is not null)) > OptionImage.MostOnPage) map.ReportAt("questions", "too_many_images", ("most", OptionImage.MostOnPage));
        context.Places[page] = map;
        return page;
    }

    /// <summary>What could be made, sound or not.</summary>
    private sealed record Attempt(Questionnaire? Questionnaire);
}

/// <summary>What came of reading a questionnaire: the questionnaire, or every problem found.</summary>
/// <param name="Questionnaire">The questionnaire; <see langword="null"/> when there is a problem.</param>
/// <param name="Problems">Every problem, in the file's order.</param>
public sealed record QuestionnaireReading(Questionnaire? Questionnaire, IReadOnlyList<YamlProblem> Problems);
