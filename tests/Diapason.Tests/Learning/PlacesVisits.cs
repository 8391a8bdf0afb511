using System.Text.RegularExpressions;
using Diapason.Learning.Data;
using Diapason.Platform.Data;
using Diapason.Platform.Mail;
using Diapason.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Tests.Learning;

/// <summary>What people do to have a place, in a line each.</summary>
internal static partial class PlacesVisits
{
    /// <summary>Signs up with a mail and lands on one’s own page.</summary>
    public static async Task<(Visitor Visitor, Page Place)> SigningUpAsync(this DiapasonApp app, string session, string email, string name = "")
    {
        var visitor = app.Visitor();
        var page = await visitor.GoAsync($"/fr/learning/{session}/sign-up");
        return (visitor, await visitor.SubmitAsync(Filled(page, email, name)));
    }

    public static Form Filled(Page page, string email, string name = "") =>
        page.Form().Fill("Adresse courriel", email).Fill("Votre nom ou un pseudonyme (facultatif)", name).Choose("Je veux que le conseil garde ces renseignements jusqu’à 12 mois après la session");

    /// <summary>Lets the post go, then reads the last mail to an address: its subject, and the page it leads to.</summary>
    public static async Task<(string Subject, string Link)> LetterAsync(this DiapasonApp app, string email)
    {
        await app.RunJobsAsync("learning.send-letters");
        var mail = app.Services.GetRequiredService<Mailer>().Written().First(m => m.To == email);
        return (Page.Words(mail.Subject), new Uri(Link().Match(mail.Text).Value).PathAndQuery);
    }

    /// <summary>The text of the last mail to an address.</summary>
    public static string LastTo(this DiapasonApp app, string email) => Page.Words(app.Services.GetRequiredService<Mailer>().Written().First(m => m.To == email).Text);

    /// <summary>Signs up and confirms by the mail, which leads to the address given back.</summary>
    public static async Task<string> ConfirmedAsync(this DiapasonApp app, string session, string email, string name = "")
    {
        await app.SigningUpAsync(session, email, name);
        var (visitor, letter) = (app.Visitor(), await app.LetterAsync(email));
        await visitor.SubmitAsync((await visitor.GoAsync(letter.Link)).Form("Confirmer ma place"), "Confirmer ma place");
        await app.RunJobsAsync("learning.send-letters");
        return letter.Link;
    }

    public static Task<Session> SessionAsync(this DiapasonApp app, string code) =>
        app.InScopeAsync(services => services.GetRequiredService<DiapasonDb>().EveryCouncil<Session>().AsNoTracking().SingleAsync(s => s.Code == code));

    public static Task<Registration> PlaceAsync(this DiapasonApp app, string email) =>
        app.InScopeAsync(services => services.GetRequiredService<DiapasonDb>().EveryCouncil<Registration>().AsNoTracking().SingleAsync(r => r.Email == email));

    public static int Letters(this DiapasonApp app, string email) => app.Services.GetRequiredService<Mailer>().Written().Count(m => m.To == email);

    [GeneratedRegex(@"http\S+")]
    private static partial Regex Link();
}
