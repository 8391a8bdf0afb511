using System.Text.RegularExpressions;
using Diapason.TestKit;
using Diapason.Tests.Accounts;

namespace Diapason.Tests.Workshops;

/// <summary>What people do in a room, in a line each.</summary>
internal static partial class WorkshopsVisits
{
    /// <summary>A day made from the model of the kit under a title of its own, and opened; the facilitator’s page.</summary>
    public static async Task<(Visitor Facilitator, Page Lead, string Room)> OpenedAsync(this DiapasonApp app, string title)
    {
        var (facilitator, lead) = await app.PreparedAsync(title);
        lead = await facilitator.SubmitAsync(lead.Form("Ouvrir la salle"), "Ouvrir la salle");
        return (facilitator, lead, Number().Match(lead.Main).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal));
    }

    public static async Task<(Visitor Facilitator, Page Lead)> PreparedAsync(this DiapasonApp app, string title)
    {
        var facilitator = await app.SignedInAsync(AccountsVisits.Administrator);
        var list = await facilitator.GoAsync("/fr/manage/workshops");
        var edit = await facilitator.SubmitAsync(list.Form("Partir de ce modèle : Confier ou garder? L’IA dans nos métiers"), "Partir de ce modèle : Confier ou garder? L’IA dans nos métiers");
        return (facilitator, await facilitator.SubmitAsync(edit.Form("Enregistrer").Fill("Titre (français)", title).Fill("Jour", "2026-12-03"), "Enregistrer"));
    }

    /// <summary>Opens an activity by its place in the script.</summary>
    public static async Task<Page> OpenActivityAsync(this Visitor facilitator, Page lead, string title) => await facilitator.PressAsync(lead, $"Ouvrir : {title}");

    public static async Task<Page> PressAsync(this Visitor visitor, Page page, string button) => await visitor.SubmitAsync(page.Form(button), button);

    /// <summary>Enters a room with its number; the page of the room.</summary>
    public static async Task<(Visitor Visitor, Page Room)> JoiningAsync(this DiapasonApp app, string room, string table = "4", bool keepsWords = true, bool onDevice = false)
    {
        var visitor = app.Visitor();
        var start = await visitor.GoAsync("/fr/workshops");
        var join = await visitor.SubmitAsync(start.Form("Entrer").Fill("Numéro de la salle", $"{room[..3]} {room[3..]}"), "Entrer");
        var form = join.Form("Entrer dans la salle").Fill("Numéro de votre table (facultatif)", table).Choose(keepsWords ? "Oui, gardez mes mots" : "Non, comptez seulement mes choix");
        if (onDevice) form.Choose("Garder mon code sur cet appareil");
        return (visitor, await visitor.SubmitAsync(form, "Entrer dans la salle"));
    }

    /// <summary>A code of a card, of somebody in a room of its own.</summary>
    public static async Task<string> CardAsync(this DiapasonApp app)
    {
        var (_, _, room) = await app.OpenedAsync("Une carte");
        var (visitor, page) = await app.JoiningAsync(room);
        return Page.Words((await visitor.FollowAsync(page, "Ma carte et mon code")).Document.QuerySelector(".code-garde")!.TextContent);
    }

    /// <summary>The page of the room, asked again.</summary>
    public static Task<Page> LookAsync(this Visitor visitor, Page room) => visitor.GoAsync(room.Address.Split('?')[0]);

    /// <summary>Writes one card.</summary>
    public static async Task<Page> CardAsync(this Visitor visitor, Page room, string words) => await visitor.SubmitAsync(room.Form("Envoyer cette carte").Fill("Une idée, une seule", words), "Envoyer cette carte");

    public const string Cards = "Qu’est-ce que l’IA change déjà dans votre travail, en bien ou en mal?";
    public const string Votes = "D’accord ou pas d’accord?";
    public const string Piles = "Dans votre métier, où va chaque tâche?";
    public const string Dots = "Cinq points à poser : par quoi commencer?";

    [GeneratedRegex("Salle ([0-9]{3} [0-9]{3})")]
    private static partial Regex Number();
}
