using Diapason.TestKit;

namespace Diapason.Tests.Learning;

/// <summary>What people do to say that they wait for a session, in a line each.</summary>
internal static class InterestVisits
{
    public const string Gaspesie = "Gaspésie–Îles-de-la-Madeleine";

    public static async Task<(Visitor Visitor, Page Waiting)> WaitingAsync(this DiapasonApp app, string who, string region = Gaspesie, string wish = "L’un ou l’autre", string entry = "contract-clauses")
    {
        var visitor = app.Visitor();
        var page = await visitor.FollowAsync(await visitor.GoAsync($"/fr/next-steps/offer/{entry}"), "Ça m’intéresse en groupe");
        var form = page.Form("Ajouter mon nom").Fill("Votre région", region).Choose(wish).Choose("Je veux que le conseil garde cette demande jusqu’à ce que la liste ferme ou que la session ait lieu");
        form.Fill(who.Contains('@', StringComparison.Ordinal) ? "Adresse courriel" : "Téléphone", who);
        return (visitor, await visitor.SubmitAsync(form, "Ajouter mon nom"));
    }

    /// <summary>The same for a competency alone, by mail.</summary>
    public static async Task<Page> AskingAsync(this DiapasonApp app, string email, string region, string name, string competency = "entrepreneur")
    {
        var visitor = app.Visitor();
        var page = await visitor.GoAsync($"/fr/learning/interest?competency={competency}");
        return await visitor.SubmitAsync(page.Form("Ajouter mon nom").Fill("Votre région", region).Choose("L’un ou l’autre").Fill("Adresse courriel", email).Fill("Votre nom ou un pseudonyme (facultatif)", name)
            .Choose("Je veux que le conseil garde cette demande jusqu’à ce que la liste ferme ou que la session ait lieu"), "Ajouter mon nom");
    }
}
