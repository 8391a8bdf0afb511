using Diapason.TestKit;
using Diapason.Tests.Accounts;

namespace Diapason.Tests.Learning;

/// <summary>What people do with sessions, in a line each.</summary>
internal static class LearningVisits
{
    public const string Rfc = "rfc@culture.example";

    /// <summary>The form of a new session, filled as somebody would; nothing is sent.</summary>
    public static async Task<(Visitor Visitor, Page Page)> WritingAsync(this DiapasonApp app, string title = "Lire une licence", int seats = 2, string day = "2027-02-10")
    {
        var visitor = await app.SignedInAsync(AccountsVisits.Administrator);
        var page = await visitor.GoAsync("/fr/manage/sessions/edit");
        page.Form("Enregistrer le brouillon").Fill("Titre (français)", title).Fill("Texte pour le public (français)", "Trois licences, une décision.").Fill("Compétence", "risk")
            .Fill("Organisme ou personne", "Atelier du quai").Fill("Pour joindre cet organisme ou cette personne", "quai@atelier.example")
            .Forge("meetings.0.day", day).Forge("meetings.0.start", "13:30").Forge("meetings.0.end", "15:30")
            .Choose("En ligne").Fill("Langue de la session", "fr").Fill("Nombre de places", seats.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return (visitor, page);
    }

    /// <summary>A session written and opened; its page in the Coulisses.</summary>
    public static async Task<(Visitor Keeper, Page Sheet)> OpenedAsync(this DiapasonApp app, string title = "Lire une licence", int seats = 2, string day = "2027-02-10")
    {
        var (keeper, page) = await app.WritingAsync(title, seats, day);
        var sheet = await keeper.SubmitAsync(page.Form("Enregistrer le brouillon"), "Enregistrer le brouillon");
        return (keeper, await keeper.SubmitAsync(sheet.Form("Ouvrir la session"), "Ouvrir la session"));
    }
}
