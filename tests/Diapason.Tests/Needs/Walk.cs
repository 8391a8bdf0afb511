using Diapason.TestKit;

namespace Diapason.Tests.Needs;

/// <summary>Answers the eight quick questions as a visitor would.</summary>
internal static class Walk
{
    public static readonly string[] French =
    [
        "Je suis membre du personnel d’un organisme", "Gestion", "Bâtir la programmation ou prendre une décision stratégique", "Je n’ai pas le temps",
        "J’ai choisi le bon outil, ou choisi de m’en passer",
    ];

    public static readonly string[] English =
    [
        "I am on an organization’s staff", "Management", "Building the program or making a strategic decision", "I do not have the time",
        "I have chosen the right tool, or chosen to do without",
    ];

    /// <summary>Answers the context questions and arrives at the self-positioning.</summary>
    public static async Task<Page> ToPositionsAsync(Visitor visitor, string prefix = "/fr")
    {
        var english = prefix.StartsWith("/en", StringComparison.Ordinal);
        var page = await visitor.GoAsync(prefix + "/next-steps/quick");
        var form = page.Form();
        foreach (var answer in english ? English : French) form.Choose(answer);
        return await visitor.SubmitAsync(form, english ? "Continue" : "Continuer");
    }

    /// <summary>Goes the whole way and arrives at the steps.</summary>
    public static async Task<Page> ToStepsAsync(Visitor visitor, string prefix = "/fr")
    {
        var english = prefix.StartsWith("/en", StringComparison.Ordinal);
        var page = await ToPositionsAsync(visitor, prefix);
        var form = page.Form();
        string[] names = english ? ["Have the digital basics", "Identify software suited to a task or need", "Evaluate and compare tools"] : ["Avoir les bases numériques", "Trouver un logiciel adapté à une tâche ou à un besoin", "Évaluer et comparer des outils"];
        form.Choose(english ? "I learn new software on my own and work with others in one document." : "J’apprends par moi-même un nouveau logiciel et je travaille à plusieurs dans un même document.", names[0]);
        foreach (var name in names[1..]) form.Choose(english ? "None of these, not yet" : "Aucune de ces phrases, pas encore", name);
        return await visitor.SubmitAsync(form, english ? "See my next steps" : "Voir mes prochaines étapes");
    }

    /// <summary>The titles of the steps proposed, in order, without the goal.</summary>
    public static IReadOnlyList<string> Steps(Page page) => [.. page.Document.QuerySelectorAll("ol.ligne h3 a").Select(a => Page.Words(a.TextContent))];

    public static IReadOnlyList<string> Reasons(Page page) => [.. page.Document.QuerySelectorAll("ol.ligne .pourquoi").Select(a => Page.Words(a.TextContent))];
}
