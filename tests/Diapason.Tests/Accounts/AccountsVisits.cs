using System.Text.RegularExpressions;
using Diapason.Platform.Mail;
using Diapason.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Tests.Accounts;

/// <summary>What people with an account do, in a line each.</summary>
internal static partial class AccountsVisits
{
    public const string Administrator = "administrator@culture.example";
    public const string Analyst = "analyst@culture.example";
    public const string OtherAdministrator = "administrator@rivage.example";

    /// <summary>Fills the sign-in form and lands where it leads.</summary>
    public static async Task<Page> SignInAsync(this Visitor visitor, string email, string password = DiapasonApp.Password, string address = "/fr/account/sign-in")
    {
        var page = await visitor.GoAsync(address);
        return await visitor.SubmitAsync(page.Form("Se connecter").Fill("Adresse courriel", email).Fill("Mot de passe", password), "Se connecter");
    }

    public static async Task<Visitor> SignedInAsync(this DiapasonApp app, string email)
    {
        var visitor = app.Visitor();
        var page = await visitor.SignInAsync(email);
        return page.Address.EndsWith("/backstage", StringComparison.Ordinal) || page.Address.EndsWith("/notebook", StringComparison.Ordinal) ? visitor : throw new InvalidOperationException($"Not signed in: {page.Main}");
    }

    /// <summary>Asks for a link; the page that follows is returned.</summary>
    public static async Task<Page> AskForLinkAsync(this Visitor visitor, string email)
    {
        var page = await visitor.GoAsync("/fr/account/sign-in");
        return await visitor.SubmitAsync(page.Form("Se connecter").Fill("Adresse courriel", email), "Recevoir un lien par courriel");
    }

    /// <summary>Lets the outbox do its work, then reads the last link mailed to an address; null when there is none.</summary>
    public static async Task<string?> MailedLinkAsync(this DiapasonApp app, string email)
    {
        await app.RunJobsAsync("platform.dispatch-outbox");
        var mail = app.Services.GetRequiredService<Mailer>().Written().FirstOrDefault(m => m.To == email && Link().IsMatch(m.Text));
        return mail.Text is null ? null : new Uri(Link().Match(mail.Text).Value).PathAndQuery;
    }

    [GeneratedRegex(@"http\S+")]
    private static partial Regex Link();
}
