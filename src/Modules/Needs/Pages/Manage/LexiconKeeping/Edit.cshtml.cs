using System.Globalization;
using System.Text;
using Diapason.Design;
using Diapason.Needs.Authoring;
using Diapason.Needs.Contracts;
using Diapason.Needs.Kit;
using Diapason.Needs.Reference;
using Diapason.Needs.Wording;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Web;
using Diapason.Text;
using Diapason.Words;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Needs.Pages.Manage.LexiconKeeping;

/// <summary>One idea of the lexicon, added or changed. What is refused comes back as it was typed.</summary>
internal sealed class EditIdeaModel(ReferenceLibrary library, CurrentCouncil council, SaveIdea save, RemoveIdea remove, Texts<NeedsModule> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    public NeedsReference Reference { get; private set; } = null!;

    /// <summary>As it is stored; null for a new one.</summary>
    public LexiconIdea? Stored { get; private set; }

    /// <summary>As it is in the form.</summary>
    public LexiconIdea Idea { get; private set; } = null!;

    /// <summary>The stamp of what the form was filled from.</summary>
    public string? Seen { get; private set; }

    /// <summary>What somebody else has saved meanwhile.</summary>
    public LexiconIdea? Theirs { get; private set; }

    public IReadOnlyList<string> Languages => [.. council.Languages, .. (Stored?.Name.Languages ?? []).Except(council.Languages)];

    public IReadOnlyList<Choice> Meanings => [.. Enum.GetValues<IdeaMeaning>().Select(m => new Choice(SnakeCase.Of(m), texts["lexicon.means." + SnakeCase.Of(m)]))];

    public static IReadOnlyList<Choice> Strengths => [.. Enumerable.Range(1, ReadLexicon.StrongestPoint).Select(n => n.ToString(CultureInfo.InvariantCulture)).Select(n => new Choice(n, n))];

    public IReadOnlyList<(string Kind, IReadOnlyList<Choice> Items)> Facets =>
    [
        ("task", [.. Reference.Quick.Task.Options.Select(o => new Choice(o.Code, o.Name.Here))]),
        ("obstacle", [.. Reference.Framework.Obstacles.Select(o => new Choice(o.Code, o.Name.Here))]),
        ("goal", [.. Reference.Quick.Goal.Options.Select(o => new Choice(o.Code, o.Name.Here))]),
        ("status", [.. Reference.Framework.Statuses.Select(s => new Choice(s.Code, s.Name.Here))]),
        ("link", [.. Reference.Quick.Link.Options.Select(o => new Choice(o.Code, o.Name.Here))]),
    ];

    public static string Lines(LexiconIdea idea, string language) => string.Join('\n', idea.Phrases.GetValueOrDefault(language) ?? []);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        Idea = Stored ?? new LexiconIdea("", LocalizedText.Empty, new Dictionary<string, int>());
        Seen = Stored is null ? null : LexiconMerge.StampOf(Stored);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        (Idea, Seen) = (Read(Request.Form), Stored is null ? null : Request.Form["seen"].ToString());
        var outcome = await save.RunAsync(Idea, Seen, cancel);
        if (outcome.Refusal is not { } refusal) return this.SeeOther(NeedsLinks.Lexicon.With("done", "saved"));
        if (refusal.Kind == ProblemKind.Lost && await FindAsync(cancel) && Stored is not null)
        {
            // Both are shown; sending the form again then says that the other was seen.
            (Theirs, Seen) = (Stored, LexiconMerge.StampOf(Stored));
        }

        return this.Answer(outcome, NeedsLinks.Lexicon);
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || Stored is null) return NotFound();
        (Idea, Seen) = (Stored, LexiconMerge.StampOf(Stored));
        return this.Answer(await remove.RunAsync(Stored.Code, cancel), NeedsLinks.Lexicon.With("done", "removed"));
    }

    private LexiconIdea Read(IFormCollection form)
    {
        var name = new LocalizedText(Languages.Select(language => KeyValuePair.Create(language, form["name." + language].ToString().Trim()))).Typeset();
        return new LexiconIdea(Stored?.Code ?? CodeOf(name), name, Points(form))
        {
            Means = Enum.GetValues<IdeaMeaning>().FirstOrDefault(m => SnakeCase.Of(m) == form["means"].ToString()),
            Strength = Stored?.Strength ?? 100,
            Task = Known(form, "task"),
            Obstacle = Known(form, "obstacle"),
            Goal = Known(form, "goal"),
            Status = Known(form, "status"),
            Link = Known(form, "link"),
            Phrases = Languages.ToDictionary(language => language, language => PhrasesOf(form["phrases." + language].ToString())),
        };
    }

    private string? Known(IFormCollection form, string kind) => Facets.Single(f => f.Kind == kind).Items.FirstOrDefault(i => i.Value == form[kind].ToString())?.Value;

    private Dictionary<string, int> Points(IFormCollection form) => Reference.Framework.Competencies
        .Select(c => (c.Code, Value: Strengths.FirstOrDefault(s => s.Value == form["points." + c.Code].ToString())?.Value))
        .Where(p => p.Value is not null).ToDictionary(p => p.Code, p => int.Parse(p.Value!, CultureInfo.InvariantCulture));

    private static IReadOnlyList<string> PhrasesOf(string lines) =>
        [.. lines.Split(['\n', '\r', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Made of the first name, and of a number when it is taken: it is stored and never changes.</summary>
    private string CodeOf(LocalizedText name)
    {
        var plain = new StringBuilder();
        foreach (var c in (name.All.Select(said => said.Value).FirstOrDefault(v => v.Length > 0) ?? "").Normalize(NormalizationForm.FormD).ToLowerInvariant())
            if (char.IsAsciiLetterOrDigit(c)) plain.Append(c);
            else if (plain.Length > 0 && plain[^1] != '-' && char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) plain.Append('-');
        var code = plain.ToString().Trim('-');
        code = code.Length == 0 ? "idea" : code[..Math.Min(40, code.Length)].Trim('-');
        var number = 1;
        while (Reference.Lexicon!.Idea(number == 1 ? code : $"{code}-{number}") is not null) number++;
        return number == 1 ? code : $"{code}-{number}";
    }

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await library.FindAsync(council.Id, cancel) is not { Lexicon: { } lexicon } reference) return false;
        (Reference, Stored) = (reference, Code is null ? null : lexicon.Idea(Code));
        return Code is null || Stored is not null;
    }
}
