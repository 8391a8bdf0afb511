using Microsoft.Playwright;

namespace Diapason.EndToEnd.Pictures;

/// <summary>The declared list of all that is pictured, page after page. A respondent's pages follow one another as they are answered.</summary>
internal static class Sheets
{
    private const string Specimens = "/fr/design";

    public static readonly Sheet Specimen = new(
        Eyes.Visitor,
        Bringing.To(Specimens),
        new("masthead", "body > header"),
        new("footer", "body > footer"),
        new("opening", "section.ouverture"),
        new("code-box", "section.code"),
        new("actions", "section[aria-labelledby=t-actions]"),
        new("fields-written", ".volet:has(> #t-champs) > .volet-titre, .saisie:has([name=Email]), .saisie:has([name=Hours]), .saisie:has([name=password]), .saisie:has([name=closing])"),
        new("fields-chosen", ".saisie:has([name=region]), .saisie:has([name=file])"),
        new("radios", ".saisie:has([name=status])"),
        new("checkboxes", ".saisie:has([name=tasks])"),
        new("checkbox-textarea", ".saisie:has([name=consent]), .saisie:has([name=comment])"),
        new("progress", ".volet:has(> #t-enonces) > .volet-titre, .avancement"),
        new("statements-grid", ".ensemble:has(.en-grille)"),
        new("statements-list", ".ensemble:has(.enonce):not(:has(.en-grille))"),
        new("pairs", ".ensemble:has(.paire)"),
        new("notices", ".volet:has(> #t-avis) > .volet-titre, .avis"),
        new("tags-facts", ".rang:has(> .etiquette), .fiche"),
        new("codes", "#codes"),
        new("table", ".volet:has(> #t-avis) .defile"),
        new("chart-dots", ".volet:has(> #t-figures) > .volet-titre, .figure:nth-of-type(1)"),
        new("chart-likert", ".figure:nth-of-type(2)"),
        new("chart-bars", ".figure:nth-of-type(3)"),
        new("chart-heat", ".figure:nth-of-type(4)"),
        new("chart-levels", ".figure:nth-of-type(5)"),
        new("path", "section[aria-labelledby=t-parcours]"),
        new("programme", ".volet:has(> #t-programme) > .volet-titre, .programme"),
        new("posters", ".affiches"),
        new("large-figures", ".chiffres, .chiffres + .note"));

    public static readonly IReadOnlyList<Sheet> All =
    [
        Specimen,
        new(
            Eyes.Visitor,
            Bringing.To(Specimens + "?errors=true"),
            new("error-summary", ".erreurs"),
            new("fields-error", ".saisie:has([name=Email]), .saisie:has([name=Hours])"),
            new("radios-error", ".saisie:has([name=status])"),
            new("statements-grid-error", ".ensemble:has(.en-grille)"),
            new("statements-list-error", ".ensemble:has(.enonce):not(:has(.en-grille))")),
        new(Eyes.Visitor, Bringing.ToOpen(Specimens, ".figure:nth-of-type(3) details.donnees"), new Subject("chart-table", ".figure:nth-of-type(3) details.donnees")),
        new(Eyes.Visitor, Bringing.ToFocus(Specimens, ".volet:has(> #t-actions) button", "[name=status]"), new Subject("focus", ".saisie:has([name=status])")),
        new(Eyes.Visitor, Bringing.To("/fr/"), new Subject("home", ".ouvertes, .engagements")),
        new(Eyes.Visitor, Bringing.ToOpen("/fr/", "details.menu"), new Subject("menu-open", "body > header")),
        new(Eyes.Visitor, Bringing.To("/fr/notebook"), new Subject("empty-notebook", "main")),
        new(Eyes.Visitor, Bringing.To("/fr/search?q=zzzzz"), new Subject("empty-search", "main")),
        new(Eyes.Visitor, Bringing.To("/fr/c/formes/portrait"), new Subject("empty-portrait", "main")),
        new(Eyes.Visitor, Bringing.To("/fr/nulle-part"), new Subject("not-found", "main")),
        new(Eyes.Visitor, Bringing.ToRead("J’ai peur que mes textes nourrissent une IA pis je sais pas quoi signer."), new("own-words", ".mots"), new("own-words-corrected", ".limites:has([name='Input.Task'])")),
        new(Eyes.Visitor, Bringing.ToRead("Je n’en peux plus, j’ai envie de mourir."), new Subject("own-words-help", ".secours")),
        new(Eyes.Visitor, Bringing.ToSteps("J’ai peur que mes textes nourrissent une IA pis je sais pas quoi signer."), new Subject("next-steps", ".bloc:first-of-type")),
        new(Eyes.Visitor, Bringing.ToOpen("/fr/learning?region=online", ".facettes"), new("sessions-filter", ".facettes"), new("sessions", ".puces, .offres > li:nth-child(-n+3)")),
        new(Eyes.Visitor, Bringing.To("/fr/learning/possibilites-et-limites"), new Subject("seats", ".places")),
        new(Eyes.Visitor, Bringing.To("/fr/c/formes/consultation/formes/poster"), new Subject("poster", ".a-poser")),
        new(Eyes.Administrator, Bringing.ToBackstage, new("coulisses-masthead", "body > header"), new("coulisses-awaits", ".titre-page, .attente"), new("coulisses-year", ".volet:has(> #annee)"), new("coulisses-work", ".volet:has(> #travail)")),
        new(Eyes.Administrator, Bringing.ToPaper, new("paper-head", ".questionnaire-papier > header, .questionnaire-papier > section:nth-of-type(1)"), new("paper-questions", ".questionnaire-papier > section:nth-of-type(3)"), new("paper-statements", "#enonces"), new("paper-lines", "#lignes"), new("paper-slip", ".questionnaire-papier > footer")),
        new(Eyes.Administrator, Bringing.ToTyped, new Subject("paper-typed", "main section:not(section ~ section) > .a-saisir:nth-of-type(-n+2)")),
        new(Eyes.Administrator, Bringing.To("/fr/manage/offer"), new Subject("list-as-cards", ".en-fiches thead, .en-fiches tbody tr:nth-child(-n+3)")),
        new(Eyes.Administrator, Bringing.To("/fr/manage/sessions/edit"), new Subject("session-edited", ".trio")),
        new(Eyes.Administrator, Bringing.ToDraft, new("editor", ".etabli"), new("editor-complete", ".complet")),
        new(Eyes.Administrator, Bringing.ToCopy, new Subject("editor-rules", ".regles > li:nth-child(-n+3)")),
        new(Eyes.Administrator, Bringing.ToItsQuestion, new("editor-sheets", ".vers-plan, .moities"), new("editor-properties", ".proprietes"), new("editor-rows", ".liste .rangee:nth-of-type(-n+2)")),
        .. AskedKinds.Sheets,
        new(Eyes.Respondent, Bringing.ToWholePage("single"), new("question-page", "main .avancement, main .tete-question, #answers > :not([data-keep]), main .apart"), new("sober-masthead", "body > header"), new("sober-footer", "body > footer")),
        new(Eyes.Respondent, Bringing.ToCheck, new Subject("check-answers", "main .question")),
        new(Eyes.Respondent, Bringing.ToNotebook, new Subject("notebook", ".carnet")),
    ];

    public static IEnumerable<Subject> Subjects => All.SelectMany(sheet => sheet.Subjects);
}
