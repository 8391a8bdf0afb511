using System.Text.RegularExpressions;
using Diapason.Platform.Mail;
using Diapason.TestKit;
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

    public static int Letters(this DiapasonApp app, string email) => app.Services.GetRequiredService<Mailer>().Written().Count(m => m.To == email);

    [GeneratedRegex(@"http\S+")]
    private static partial Regex Link();
}
