using Diapason.Text;

namespace Diapason.Forms;

/// <summary>Reads a questionnaire from its YAML text; says everything that is wrong at once, each with its line. Never throws on bad input.</summary>
public static class QuestionnaireReader
{
    /// <summary>Reads a questionnaire.</summary>
    /// <param name="yamlText">The whole text of the file; kept as it is, it is also the stored form of a questionnaire.</param>
    /// <param name="fileName">The name to give in problems.</param>
    public static QuestionnaireReading Read(string yamlText, string fileName)
    {
        var log = new ProblemLog(fileName);
        if (YamlSource.Open(yamlText, log) is not { } node) return new(null, log.InOrder);
        var context = new ReadingContext(log);
        var root = new YamlMap(node, context);
        if (root.Has("languages")) context.Languages = Languages(root, context);
        var heading = ReadHeading(root);
        OptionsReader.ReadMissing(root, context);
        OptionsReader.ReadShared(root, context);
        var sections = ReadSections(root, context);
        root.Close();
        CodeCheck.Run(sections, context);
        CheckConsent(sections, root, context);
        if (!CodeCheck.CanLink(sections)) return new(null, log.InOrder);
        var questionnaire = new Questionnaire(heading with { Languages = context.Languages }, sections);
        ConditionReader.Bind(questionnaire, context);
        return new(log.IsEmpty ? questionnaire : null, log.InOrder);
    }

    // French and English unless the file names its own.
    private static IReadOnlyList<string> Languages(YamlMap root, ReadingContext context)
    {
        var languages = root.Words("languages");
        foreach (var language in languages)
            if (language.Length is not (2 or 3)) context.Log.Add(root.LineOf("languages"), "unknown_language", ("language", language));
        return languages.Count > 0 ? languages : context.Languages;
    }

    private static Heading ReadHeading(YamlMap root)
    {
        var code = root.NeedCode("code");
        var version = root.NeedWord("version");
        var title = root.NeedText("title");
        var minutes = root.Count("minutes", 10);
        var consent = root.Map("consent");
        var text = new ConsentText(consent?.NeedWord("version") ?? "", consent?.NeedText("text") ?? LocalizedText.Empty);
        consent?.Close();
        return new() { Code = code, Version = version, Title = title, Languages = [], Minutes = minutes, Consent = text };
    }

    private static void CheckConsent(List<Section> sections, YamlMap root, ReadingContext context)
    {
        if (root.Has("consent")) return;
        var asked = sections.SelectMany(section => section.Pages).SelectMany(page => page.Questions).Any(question => question is ConsentQuestion);
        if (asked) context.Log.Add(root.Line, "missing_key", ("key", "consent"));
    }

    private static List<Section> ReadSections(YamlMap root, ReadingContext context)
    {
        if (!root.Has("sections")) context.Log.Add(root.Line, "missing_key", ("key", "sections"));
        var sections = new List<Section>();
        foreach (var map in root.Maps("sections"))
        {
            if (!map.Has("pages")) context.Log.Add(map.Line, "missing_key", ("key", "pages"));
            var section = new Section
            {
                Code = map.NeedCode("code"),
                Title = map.NeedText("title"),
                When = ConditionReader.Read(map, context),
                Pages = [.. map.Maps("pages").SelectMany(page => OnePageAnItem.Cut(ReadPage(page, context), context))],
            };
            map.Close();
            context.SectionLines[section] = map.Line;
            sections.Add(section);
        }

        return sections;
    }

    private static Page ReadPage(YamlMap map, ReadingContext context)
    {
        if (!map.Has("questions")) context.Log.Add(map.Line, "missing_key", ("key", "questions"));
        var questions = map.Maps("questions").Select(question => QuestionKinds.Read(question, context)).OfType<Question>().ToList();
        var only = questions.Count == 1 ? questions[0].Title : LocalizedText.Empty;
        var own = map.Has("title");
        if (!own && questions.Count > 0 && only.IsEmpty) context.Log.Add(map.Line, "missing_key", ("key", "title"));
        var page = new Page
        {
            Code = map.NeedCode("code"),
            Title = own ? map.Text("title") : only,
            HasOwnTitle = own,
            Intro = map.Text("intro"),
            Why = map.Text("why"),
            Who = map.Text("who"),
            When = ConditionReader.Read(map, context),
            Questions = questions,
        };
        map.Close();
        context.PageLines[page] = map.Line;
        return page;
    }
}
