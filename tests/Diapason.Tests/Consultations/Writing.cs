using Diapason.TestKit;
using Page = Diapason.TestKit.Page;

namespace Diapason.Tests.Consultations;

/// <summary>What authors do in the editor, said once.</summary>
internal static class Writing
{
    /// <summary>Starts a blank draft; its editor.</summary>
    public static async Task<Page> StartBlankAsync(this Visitor author, string french, string english)
    {
        var page = await author.GoAsync("/fr/manage/questionnaires/new");
        return await author.SubmitAsync(page.Form("Commencer").Fill("Titre (français)", french).Fill("Titre (anglais)", english), "Commencer");
    }

    /// <summary>Adds a question of a kind after the one that is shown.</summary>
    public static Task<Page> AddAsync(this Visitor author, Page page, string kind) =>
        author.SubmitAsync(page.Form("Ajouter une question").Fill("Sorte de la nouvelle question", kind), "Ajouter une question");

    /// <summary>Fills the form of what is shown, and saves.</summary>
    public static Task<Page> SaveAsync(this Visitor author, Page page, Func<Form, Form> fill) => author.SubmitAsync(fill(page.Form("Enregistrer")), "Enregistrer");
}
