using Diapason.Accounts.Contracts;
using Diapason.Accounts.Settings;
using Diapason.Design;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Accounts.Pages;

/// <summary>What a council settles for itself: its name, whom to write to, how long answers are kept, its languages and words, its look.</summary>
internal sealed class SettingsModel(CurrentCouncil council, ChangeCouncil change, Texts<AccountsModule> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public SettingsSheet Sheet { get; private set; } = null!;

    /// <summary>What was on the page: a change made on another state is refused.</summary>
    public string Seen { get; private set; } = "";

    public IReadOnlyList<string> Lacking => council.Settings.LackingToOpen;

    public IReadOnlyList<Choice> Accents => [.. Enum.GetNames<CouncilAccent>().Select(name => new Choice(name, texts["settings.accent." + name.ToLowerInvariant()]))];

    public void OnGet() => Show(SettingsSheet.Of(council.Value), ChangeCouncil.StampOf(council.Value));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Show(SettingsSheet.Read(Request.Form), Request.Form["seen"].ToString());
        return this.Answer(await change.RunAsync(Sheet.Change(), Seen, cancel), AccountsLinks.Settings.With("done", "saved"), FieldOf);
    }

    // A list that is too short or too long is mended in its first place.
    private static string FieldOf(string field) => field == "study.figures" ? "study.figures.0.percent" : field;

    private void Show(SettingsSheet sheet, string seen) => (Sheet, Seen) = (sheet, seen);
}
