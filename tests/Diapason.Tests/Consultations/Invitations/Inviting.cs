using System.Text.RegularExpressions;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Mail;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Diapason.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Page = Diapason.TestKit.Page;

namespace Diapason.Tests.Consultations.Invitations;

/// <summary>What a council does to invite people, and what those people do, by the pages.</summary>
internal static partial class Inviting
{
    public const string Administrator = "administrator@culture.example";

    /// <summary>A true campaign, planned, with the questions of the demonstration's; its address in the Coulisses.</summary>
    public static async Task<Guid> PlanAsync(this DiapasonApp app, string slug, bool isHonest = true)
    {
        var council = (await app.Services.GetRequiredService<CouncilDirectory>().FindAsync("culture", default))!.Id;
        var id = Guid.CreateVersion7();
        await app.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<DiapasonDb>();
            var like = await db.EveryCouncil<Campaign>().AsNoTracking().SingleAsync(c => c.Slug == "ia-2026" && c.CouncilId == council);
            var questionnaire = like.QuestionnaireId;
            if (isHonest)
            {
                // The demonstration's consent promises anonymity.
                var model = await db.EveryCouncil<StoredQuestionnaire>().AsNoTracking().SingleAsync(q => q.Id == like.QuestionnaireId);
                var definition = model.Definition.Replace("anonymes", "protégées", StringComparison.Ordinal).Replace("anonymous", "protected", StringComparison.Ordinal);
                questionnaire = Guid.CreateVersion7();
                db.Add(new StoredQuestionnaire { Id = questionnaire, CouncilId = council, Code = model.Code, Version = slug, Definition = definition, Checksum = slug, CreatedAt = app.Clock.GetUtcNow().UtcDateTime });
            }

            var text = LocalizedText.Of(("fr", "Nos métiers"), ("en", "Our trades"));
            db.Add(new Campaign { Id = id, CouncilId = council, Slug = slug, Title = text, Purpose = text, QuestionnaireId = questionnaire, IsSynthetic = false, CreatedAt = app.Clock.GetUtcNow().UtcDateTime });
            await db.SaveChangesAsync();
            return true;
        });
        app.Services.GetRequiredService<Diapason.Consultations.Campaigns.CampaignDirectory>().Refresh();
        return id;
    }

    public static string Address(Guid id) => $"/fr/manage/consultations/{id}";

    public static async Task<Page> PromiseAsync(this Visitor council, Guid id, string promise, bool invitedOnly = false)
    {
        var form = (await council.GoAsync(Address(id) + "/promise")).Form("Enregistrer ce choix").Choose(promise);
        if (invitedOnly) form.Choose("Répondre sur invitation seulement");
        return await council.SubmitAsync(form, "Enregistrer ce choix");
    }

    public static async Task<Page> OpenAsync(this Visitor council, Guid id)
    {
        var form = (await council.GoAsync(Address(id) + "/open")).Form("Ouvrir la campagne").Fill("Dernier jour", "2027-02-26");
        if (form.Element.QuerySelector("[name=WordsRead]") is not null) form.Choose("J’ai lu que le consentement dit « anonyme », et je l’assume");
        return await council.SubmitAsync(form, "Ouvrir la campagne");
    }

    /// <summary>What the page says of a list before it is kept.</summary>
    public static async Task<Page> ReadListAsync(this Visitor council, Guid id, string list) =>
        await council.SubmitAsync((await council.GoAsync(Address(id) + "/invitations/bring")).Form("Lire sans garder").Fill("Ou collez la liste (facultatif)", list), "Lire sans garder");

    public static async Task<Page> BringAsync(this Visitor council, Guid id, string slug, int people, string language = "fr")
    {
        var page = await council.ReadListAsync(id, "Courriel;Nom;Langue\n" + string.Join('\n', Enumerable.Range(1, people).Select(i => $"{Person(slug, i)};Personne {i};{language}")));
        return await council.SubmitAsync(page.Form($"Ajouter à la liste ({people})"), $"Ajouter à la liste ({people})");
    }

    public static string Person(string slug, int number) => $"personne{number}@{slug}.example";

    public static async Task<Page> SendAsync(this Visitor council, Guid id, string kind)
    {
        var page = await council.GoAsync($"{Address(id)}/invitations/{kind}/send");
        return await council.SubmitAndStayAsync(page.Form());
    }

    /// <summary>A council that has invited people to a campaign of its own, mails sent.</summary>
    public static async Task<(Guid Id, Visitor Council)> InviteAsync(this DiapasonApp app, string slug, int people, string promise = "Confidentiel", bool invitedOnly = false)
    {
        var (id, council) = (await app.PlanAsync(slug), await app.SignedInAsync(Administrator));
        await council.PromiseAsync(id, promise, invitedOnly);
        await council.OpenAsync(id);
        await council.BringAsync(id, slug, people);
        var begun = await council.SendAsync(id, "Invitation");
        if ((int)begun.Status != 303) throw new InvalidOperationException(begun.Main);
        await app.SendMailsAsync(people);
        return (id, council);
    }

    /// <summary>The job, as many times as so many mails need.</summary>
    public static async Task SendMailsAsync(this DiapasonApp app, int mails)
    {
        for (var i = 0; i <= mails / 20; i++) await app.RunJobsAsync("consultations.send-invitations");
    }

    public static IReadOnlyList<(string To, string Subject, string Text)> MailsTo(this DiapasonApp app, string email) => [.. app.Services.GetRequiredService<Mailer>().Written().Where(m => m.To == email)];

    /// <summary>The link of the last mail somebody got about a campaign.</summary>
    public static string LinkOf(this DiapasonApp app, string email, string slug) =>
        app.MailsTo(email).Select(m => Link().Match(m.Text)).First(m => m.Success && m.Groups["slug"].Value == slug).Groups["path"].Value;

    public static string UnsubscribeLinkOf(this DiapasonApp app, string email) => app.MailsTo(email).Select(m => Unsubscribe().Match(m.Text)).First(m => m.Success).Groups["path"].Value;

    /// <summary>Consents and answers one question; the check page.</summary>
    public static async Task<Page> AnswerAsync(this Visitor person, Page start)
    {
        var page = await person.SubmitAsync(start.Form("Commencer").Choose(Answering.Agree), "Commencer");
        return await person.PassUntilAsync(await person.ContinueAsync(page.Form("Continuer").Choose("Diffusion")));
    }

    public static async Task<Page> AnswerAndSendAsync(this Visitor person, string link)
    {
        var check = await person.AnswerAsync(await person.GoAsync(link));
        return await person.SubmitAsync(check.Form("Envoyer mes réponses"), "Envoyer mes réponses");
    }

    public static async Task<long> CountAsync(this DiapasonApp app, string table, string condition)
    {
        await using var connection = await app.Services.GetRequiredService<DatabaseChoice>().OpenAsync(default);
        await using var command = connection.Command($"SELECT COUNT(*) FROM {table} WHERE {condition}");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    [GeneratedRegex(@"https?://[^/\s]+(?<path>/\S*/consultation/(?<slug>[a-z0-9-]+)/invitation/\S+)")]
    private static partial Regex Link();

    [GeneratedRegex(@"https?://[^/\s]+(?<path>/\S*/unsubscribe/\S+)")]
    private static partial Regex Unsubscribe();
}
