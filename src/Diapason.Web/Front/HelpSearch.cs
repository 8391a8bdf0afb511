using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Diapason.Platform.Web;

namespace Diapason.Web.Front;

/// <summary>The sections of the help page and the pages that say what we promise, to be found by words.</summary>
internal sealed class HelpSearch(CurrentCouncil council, Texts<Program> texts) : ISearchable
{
    private static readonly string[] Sections = ["stop", "code", "receipt", "erase"];

    private IReadOnlyList<HelpAnswer> Own => council.Settings.Words.Help;

    public ValueTask<string> StampAsync(CancellationToken cancel) => new(string.Join(' ', Own.Select(help => help.Question.ToJson() + help.Answer.ToJson())));

    public ValueTask<IReadOnlyList<SearchDocument>> DocumentsAsync(CancellationToken cancel) => new(
    [
        .. Sections.Select(section => Document($"help.{section}_title", $"help.{section}_text", HouseLinks.Help.At(section))),
        .. Own.Select((help, i) => new SearchDocument { Kind = texts.InAll("search.help"), Title = help.Question, Text = help.Answer, Link = HouseLinks.Help.At($"own-{i}") }),
        Document("privacy.title", "privacy.lead", HouseLinks.Privacy),
        Document("accessibility.title", "accessibility.lead", HouseLinks.Accessibility),
    ]);

    private SearchDocument Document(string title, string text, PageLink link) => new()
    {
        Kind = texts.InAll("search.help"),
        Title = texts.InAll(title),
        Text = texts.InAll(text),
        Link = link,
    };
}
