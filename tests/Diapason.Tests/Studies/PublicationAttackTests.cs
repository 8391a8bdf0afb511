using System.Text.Json;
using AngleSharp.Html.Dom;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Data;
using Diapason.Statistics.Publication;
using Diapason.Studies.Columns;
using Diapason.Studies.Data;
using Diapason.Studies.Frames;
using Diapason.Studies.Portraits;
using Diapason.Studies.Publishing;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Diapason.Tests.Consultations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Studies;

/// <summary>Attacks played on the pages of the product, as people would: what they gain is measured on the library (<c>AttackTests</c>).</summary>
public sealed class PublicationAttackTests
{
    /// <summary>Two people of the demonstration are of it.</summary>
    private const string Small = "Nord-du-Québec";

    private static readonly string[] Segment = ["Je travaille à mon compte", "Arts de la scène"];

    [Fact]
    public async Task Nine_who_say_nothing_and_one_who_answers_move_no_figure()
    {
        await using var app = new DiapasonApp();
        await app.InitializeAsync();
        await SettleAsync(app);
        var before = await PublishedAsync(app);
        for (var i = 0; i < 9; i++) await SendAsync(app, app.Visitor(), null);
        await SendAsync(app, app.Visitor(), 0);
        for (var i = 0; i < 10; i++) await SendAsync(app, app.Visitor(), null);
        (await app.ChangesAsync()).Count.ShouldBe(10, "ten of the twenty are counted");
        for (var night = 0; night < 9; night++)
        {
            await AskAsync(app);
            await NightAsync(app);
            (await PublishedAsync(app) == before).ShouldBeTrue($"night {night}");
        }
    }

    [Fact]
    public async Task Padding_a_hidden_region_opens_it_late_with_noise_and_withdrawing_changes_nothing()
    {
        await using var app = new DiapasonApp();
        await app.InitializeAsync();
        await SettleAsync(app);
        // Patiently: five a day, at leisure, no four alike. Any faster, they would wait for somebody's judgement.
        var fakes = new List<Visitor> { app.Visitor() };
        await SendAsync(app, fakes[^1], 0);
        for (var i = 0; i < 55; i++)
        {
            if (i % 5 == 0) app.Clock.Advance(TimeSpan.FromDays(1));
            fakes.Add(app.Visitor());
            await SendAsync(app, fakes[^1], i);
        }

        (await app.CountAsync("quarantine IS NOT NULL")).ShouldBe(0);

        // Found tonight, and shown seven nights later: not before, whoever asks.
        for (var night = 0; night < 7; night++)
        {
            await NightAsync(app);
            await AskAsync(app);
            PortraitJson.Read(await PublishedAsync(app)).Figures.SelectMany(f => f.By.GetValueOrDefault("region") ?? []).Where(s => s.Label.In("fr") == Small).ShouldAllBe(s => s.IsHidden, $"night {night}");
        }

        await NightAsync(app);
        var rows = await UntilAsync(app, shown => shown.Any(row => !row.GetProperty("hidden").GetBoolean()));
        var open = rows.Where(row => !row.GetProperty("hidden").GetBoolean()).ToList();
        open.Count.ShouldBeGreaterThan(4);
        open.ShouldAllBe(row => row.GetProperty("n").GetInt32() == 30 && row.GetProperty("nMost").GetInt32() == 49, "a band, never how many are not the attacker's");
        var exact = await ExactAsync(app);
        open.Count(row => Math.Abs(row.GetProperty("share").GetDouble() - exact[row.GetProperty("figure").GetString()!]) > 0.005).ShouldBeGreaterThan(0, "noise is in it");

        var (before, shown) = (await PublishedAsync(app), await FiguresAsync(app));
        foreach (var fake in fakes) await fake.SubmitAsync((await fake.GoAsync("/fr/consultation/ia-2026/withdraw")).Form("Effacer mes réponses"), "Effacer mes réponses");
        await NightAsync(app);
        (await PublishedAsync(app)).ShouldBe(before, "what is taken back refreshes nothing");
        await using var restarted = new TwinApp(app.ConnectionString);
        await restarted.InitializeAsync();
        restarted.Clock.Advance(app.Clock.GetUtcNow() - restarted.Clock.GetUtcNow());
        for (var night = 0; night < 3; night++) await NightAsync(restarted);
        (await PublishedAsync(restarted)).ShouldBe(before, "nor does a start");
        await restarted.PortraitReadyAsync();
        (await FiguresAsync(restarted)).ShouldBe(shown);
    }

    [Fact]
    public async Task A_burst_waits_for_a_judgement_and_opens_nothing()
    {
        await using var app = new DiapasonApp();
        await app.InitializeAsync();
        await SettleAsync(app);
        var before = await PublishedAsync(app);
        for (var i = 0; i < 35; i++) await SendAsync(app, app.Visitor(), i, minutes: 10);
        (await app.CountAsync("quarantine IS NULL AND record_key IS NOT NULL AND NOT is_synthetic")).ShouldBe(0, "those who came first wait with the others");
        for (var night = 0; night < 9; night++) await NightAsync(app);
        (await PublishedAsync(app)).ShouldBe(before);
        // What is received is followed beside, as often as it can be.
        var portrait = await app.Visitor().GoAsync("/fr/portrait");
        for (var look = 0; look < 300 && !portrait.Main.Contains("en vérification"); look++)
        {
            await Task.Delay(200, TestContext.Current.CancellationToken);
            // A page is drawn again once a second at most, by the house’s clock.
            app.Clock.Advance(TimeSpan.FromSeconds(1));
            portrait = await app.Visitor().GoAsync("/fr/portrait");
        }

        // By tens, and a tray that is not full yet is not counted.
        portrait.Main.ShouldMatch("Au moins [23]0 réponses reçues sont en vérification",
            customMessage: $"admitted {await app.CountAsync("sequence IS NOT NULL AND NOT is_synthetic")}, apart {await app.CountAsync("quarantine IS NOT NULL AND NOT is_synthetic")}, in a tray {await app.CountAsync("sequence IS NULL AND record_key IS NOT NULL")}; {portrait.Main[^Math.Min(600, portrait.Main.Length)..]}");
    }

    /// <summary>Somebody of the small region answers every question, or only who they are.</summary>
    /// <param name="app">Whose clock goes on while they answer.</param>
    /// <param name="visitor">A browser of their own.</param>
    /// <param name="person">Even ones choose the first and second answers in turn, odd ones the reverse; null says nothing.</param>
    /// <param name="minutes">From consent to sending.</param>
    private static async Task SendAsync(DiapasonApp app, Visitor visitor, int? person, int minutes = 20)
    {
        var page = await visitor.BeginAsync();
        while (!page.Address.EndsWith("/check", StringComparison.Ordinal))
        {
            var form = page.Form("Continuer");
            var radios = form.Element.QuerySelectorAll("input[type=radio]").OfType<IHtmlInputElement>().GroupBy(radio => radio.Name).Select(group => group.ToList()).ToList();
            if (person is { } which)
                foreach (var (at, group) in radios.Index()) group[(which + at) % 2].IsChecked = true;
            var known = Segment.Where(choice => form.Element.QuerySelectorAll("label").Any(label => Page.Words(label.TextContent) == choice)).ToList();
            foreach (var choice in known) form.Choose(choice);
            var selects = form.Element.QuerySelectorAll("select").OfType<IHtmlSelectElement>().SelectMany(select => select.Options.Where(o => Page.Words(o.Text) == Small).Select(o => (select, o.Value))).ToList();
            foreach (var (select, value) in selects) select.Value = value;
            page = await visitor.SubmitAsync(form, person is not null || known.Count + selects.Count > 0 ? "Continuer" : "Passer");
        }

        app.Clock.Advance(TimeSpan.FromMinutes(minutes));
        (await visitor.SubmitAsync(page.Form("Envoyer mes réponses"), "Envoyer mes réponses")).Address.ShouldEndWith("/receipt");
    }

    private static async Task AskAsync(DiapasonApp app)
    {
        var analyst = await app.SignedInAsync(AccountsVisits.Analyst);
        (await analyst.SubmitAsync((await analyst.GoAsync("/fr/coverage")).Form("Publier maintenant"), "Publier maintenant")).Main.ShouldContain("Aucun groupe n’est prêt");
    }

    /// <summary>Rows of the demonstration that were found a few nights ago open first: what moves afterwards is the attack's.</summary>
    private static async Task SettleAsync(DiapasonApp app)
    {
        await app.PortraitReadyAsync();
        for (var night = 0; night < 9; night++) await NightAsync(app);
    }

    /// <summary>The last edition, which every public address reads.</summary>
    private static Task<string> PublishedAsync(DiapasonApp app) => app.InScopeAsync(async services =>
    {
        var campaign = (await app.CampaignAsync()).Id.Value;
        return await services.GetRequiredService<DiapasonDb>().EveryCouncil<StoredEdition>().Where(e => e.CampaignId == campaign).OrderByDescending(e => e.Number).Select(e => e.Content).FirstAsync();
    });

    private static Task NightAsync(DiapasonApp app)
    {
        app.Clock.Advance(TimeSpan.FromDays(1));
        return app.RunJobsAsync("studies.");
    }

    private static async Task<string> FiguresAsync(DiapasonApp app)
    {
        using var document = await JsonAsync(app);
        return document.RootElement.GetProperty("figures").GetRawText();
    }

    private static async Task<List<JsonElement>> RegionAsync(DiapasonApp app)
    {
        using var document = await JsonAsync(app);
        return [.. document.RootElement.GetProperty("figures").EnumerateArray().Where(row => row.GetProperty("segmentLabel").GetString() == Small).Select(row => row.Clone())];
    }

    private static async Task<JsonDocument> JsonAsync(DiapasonApp app) => JsonDocument.Parse(await app.Visitor().Client.GetStringAsync("/fr/portrait.json", TestContext.Current.CancellationToken));

    /// <summary>Another edition is laid out at the next look.</summary>
    private static async Task<List<JsonElement>> UntilAsync(DiapasonApp app, Func<List<JsonElement>, bool> reached)
    {
        var rows = await RegionAsync(app);
        for (var looks = 0; looks < 240 && !reached(rows); looks++)
        {
            await Task.Delay(250, TestContext.Current.CancellationToken);
            rows = await RegionAsync(app);
        }

        reached(rows).ShouldBeTrue();
        return rows;
    }

    /// <summary>The weighted shares of the small region, as nobody may see them.</summary>
    private static async Task<Dictionary<string, double>> ExactAsync(DiapasonApp app)
    {
        var study = KitStudy.Study();
        var empty = new ColumnStore([.. study.Variables.Select(v => KitStudy.Questionnaire.FindVariable(v)!)]);
        var people = await AnsweredPeople.ReadAsync(app.Services.GetRequiredService<ISubmittedAnswers>(), (await app.CampaignAsync()).Id, empty, TestContext.Current.CancellationToken);
        var admitted = people.AdmittedUntil(int.MaxValue);
        var region = study.Portrait.Breakdowns.Single(b => b.Variable == "region");
        var place = admitted.Columns.Variable("region").Options.ToList().FindIndex(o => o.Label.In("fr") == Small);
        var weights = WeightSummary.Trimmed(WeighToFrame.Run(study.Frame, admitted.Columns).Design.Weights);
        return study.Portrait.Figures.ToDictionary(f => f.Code, f => RowShares.Of(FigureColumn.Of(f, admitted.Columns), weights, admitted.Segments(region), place + 1)[place]?.Share ?? 0);
    }
}
