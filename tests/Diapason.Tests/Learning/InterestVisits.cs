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
}
