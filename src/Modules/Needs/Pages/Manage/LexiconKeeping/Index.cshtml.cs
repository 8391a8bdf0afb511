using Diapason.Needs.Pages.NextSteps;
using Diapason.Needs.Reference;
using Diapason.Needs.Wording;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Web;
using Diapason.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Needs.Pages.Manage.LexiconKeeping;

/// <summary>The lexicon, an idea a row, and a sentence to try it with: what a person who writes it would be shown, and why.</summary>
internal sealed class LexiconModel(ReferenceLibrary library, WordsLibrary words, CurrentCouncil council, Texts<NeedsModule> texts) : PageModel
{
    private const int MostTopics = 5;

    [BindProperty(SupportsGet = true)]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    /// <summary>The sentence tried. Posted, and in no address.</summary>
    public string Text { get; private set; } = "";

    public Understanding? Found { get; private set; }

    public ShownWords? Shown { get; private set; }

    public NeedsReference Reference { get; private set; } = null!;

    public Lexicon Lexicon => Reference.Lexicon!;

    /// <summary>No kit brought one to this council.</summary>
    public bool IsMissing { get; private set; }

    public IReadOnlyList<LexiconIdea> Rows { get; private set; } = [];

    /// <summary>The first competencies, each with the ideas that brought it.</summary>
    public IReadOnlyList<(string Name, string Because)> Topics => Found is null ? [] :
    [
        .. Found.Topics.Take(MostTopics).Where(t => t.Score > 0).Select(t => (
            Reference.Framework.Competency(t.Topic)!.Short.Here,
            string.Join(texts["act.day_separator"], t.Because.Where(b => b.Part > 0).Select(b => Lexicon.Idea(b.Idea.Code)?.Name.Here))))
    ];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel)) words.Prepare(Reference);
        else IsMissing = true;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        Text = Request.Form["text"].ToString().Trim();
        if (Text.Length == 0) ModelState.AddModelError("text", texts["words.empty"]);
        if (Text.Length > WordMatcher.MostCharacters) ModelState.AddModelError("text", texts["words.too_long", WordsModel.InFigures(Text.Length), WordsModel.InFigures(WordMatcher.MostCharacters)]);
        if (!ModelState.IsValid) return this.Refused();
        Found = words.Of(Reference).Matcher.Understand(Text, Languages.Current);
        Shown = new ShownWords(Found, Text, Reference, texts);
        return Page();
    }

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await library.FindAsync(council.Id, cancel) is not { Lexicon: not null } reference) return false;
        Reference = reference;
        Rows = [.. Lexicon.Ideas.Where(Says).OrderBy(i => i.Means).ThenBy(i => i.Name.Here, StringComparer.CurrentCulture)];
        return true;
    }

    private bool Says(LexiconIdea idea)
    {
        var said = string.Join(' ', idea.Name.All.Select(p => p.Value).Concat(idea.Phrases.SelectMany(p => p.Value)).Append(idea.Code));
        return (Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .All(word => System.Globalization.CultureInfo.InvariantCulture.CompareInfo.IndexOf(said, word, System.Globalization.CompareOptions.IgnoreCase | System.Globalization.CompareOptions.IgnoreNonSpace) >= 0);
    }
}
