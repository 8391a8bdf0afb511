using System.Globalization;
using Diapason.Needs.Contracts;
using Diapason.Needs.Matching;
using Diapason.Needs.Paths;
using Diapason.Needs.Reference;
using Diapason.TestKit;
using Diapason.Text;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Needs;

/// <summary>A person’s own order, what they add, and their days in a calendar that another program reads.</summary>
public sealed class ArrangeStepsTests
{
    private static readonly NeedsReference Reference = DemonstrationKit.Reference;
    private static readonly ChooseNextSteps Choose = new(Reference);
    private static readonly DateOnly Today = new(2026, 12, 1);

    [Fact]
    public void Any_order_can_be_reached_and_what_everything_else_stands_on_stays_first()
    {
        var random = new Random(80);
        foreach (var (profile, dismissed, today) in Profiles.Random(300))
        {
            var state = new PathState { Profile = profile, IsComplete = true, Dismissed = dismissed };
            var before = Arranged(state, today);
            for (var moves = 0; moves < 6 && before.Count > 1; moves++)
            {
                var (at, isUp) = (random.Next(before.Count), random.Next(2) == 0);
                state = ArrangeSteps.Move(state, before, before[at].Entry.Code, isUp, Reference);
                var after = Arranged(state, today);
                var codes = before.Select(s => s.Entry.Code).ToList();
                if (isUp ? ArrangeSteps.CanRise(before, at, Reference) : ArrangeSteps.CanSink(before, at, Reference)) (codes[at], codes[isUp ? at - 1 : at + 1]) = (codes[isUp ? at - 1 : at + 1], codes[at]);
                after.Select(s => s.Entry.Code).ShouldBe(codes);
                after.Select(IsBasics).ShouldBe(after.Select(IsBasics).OrderDescending(), "the basics first");
                before = after;
            }
        }
    }

    [Fact]
    public void The_title_follows_the_step_that_was_put_first()
    {
        var state = new PathState { Profile = Profiles.Quick("reports", "time", "save_time", ("literacy", 2), ("integrate", 0), ("prompt", 0), ("risk", 0)), IsComplete = true };
        for (var at = Arranged(state, Today).Count - 1; at > 0; at--)
        {
            var steps = Arranged(state, Today);
            state = ArrangeSteps.Move(state, steps, steps[at].Entry.Code, isUp: true, Reference);
            var found = ArrangeSteps.Of(Choose.For(state.Profile, [], Today), state, Reference, Today);
            if (found.Steps[0].Answers is { } answered && found.Needs.Any(n => n.Need == answered)) found.Needs[0].Need.ShouldBe(answered);
        }
    }

    [Fact]
    public void What_is_added_comes_beside_what_is_proposed_says_so_and_leaves_when_it_is_set_aside()
    {
        var state = new PathState { Profile = Profiles.Quick("reports", "time", "save_time", ("literacy", 2), ("integrate", 0)), IsComplete = true };
        var proposed = Arranged(state, Today).Select(s => s.Entry.Code).ToList();
        var other = Reference.Offer.Entries.First(e => !proposed.Contains(e.Code)).Code;
        var with = Arranged(state.Adding(other), Today);
        with.Select(s => s.Entry.Code).ShouldBe([.. proposed, other]);
        with[^1].Reasons.ShouldBe([new Reason.Added()]);
        Arranged(state.Adding(other).Adding(other), Today).Count.ShouldBe(with.Count);
        Arranged(state.Adding(other).Without(other), Today).Select(s => s.Entry.Code).ShouldBe(proposed);
        Arranged(state.Adding(proposed[0]), Today).Select(s => s.Entry.Code).ShouldBe(proposed, "what is proposed already keeps its reason");
        var many = Reference.Offer.Entries.Aggregate(state, (path, entry) => path.Adding(entry.Code));
        many.Added.Count.ShouldBe(PathState.MostAdded);
        System.Text.Json.JsonSerializer.Serialize(many, ReferenceJson.Options).Length.ShouldBeLessThan(2_500, "a cookie holds it");
    }

    [Fact]
    public void Another_program_reads_the_days_the_place_and_the_words()
    {
        var text = LocalizedText.Of(("fr", "Deux heures, avec café; « à votre rythme »\\ déjà 😀 " + new string('é', 120)), ("en", "x"));
        var entry = Reference.Offer.Entries[0] with { Text = text, Acts = new OfferActs { Place = LocalizedText.Of(("fr", "Salle des marées, Port-Imaginé"), ("en", "x")), Dates = [Today.AddDays(-1), new DateOnly(2027, 2, 28), Today] } };
        string file;
        var culture = CultureInfo.CurrentUICulture;
        try
        {
            (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (CultureInfo.GetCultureInfo("fr-CA"), CultureInfo.GetCultureInfo("fr-CA"));
            file = System.Text.Encoding.UTF8.GetString(WriteCalendar.Of([entry, Reference.Offer.Entries[1]], Today, new DateTime(2026, 12, 1, 9, 0, 0, DateTimeKind.Utc), e => "https://example.org/fr/next-steps/offer/" + e.Code));
        }
        finally
        {
            (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (culture, culture);
        }

        file.Split("\r\n").ShouldAllBe(line => System.Text.Encoding.UTF8.GetByteCount(line) <= 75);
        file.ShouldEndWith("END:VCALENDAR\r\n");
        var events = Ical.Net.Calendar.Load(file)!.Events.OrderBy(e => e.Start!.Value).ToList();
        events.Select(e => DateOnly.FromDateTime(e.Start!.Value)).ShouldBe([Today, new DateOnly(2027, 2, 28)], "a day that is over is left out");
        events.ShouldAllBe(e => e.IsAllDay && e.Summary == entry.Title.In("fr") && e.Location == "Salle des marées, Port-Imaginé");
        events[0].Description.ShouldBe(text.In("fr") + "\nhttps://example.org/fr/next-steps/offer/" + entry.Code);
        events[1].End!.Value.ShouldBe(new DateTime(2027, 3, 1));
        events.Select(e => e.Uid).ShouldBeUnique();
    }

    private static IReadOnlyList<NextStep> Arranged(PathState state, DateOnly today) => ArrangeSteps.Of(Choose.For(state.Profile, [.. state.Dismissed], today), state, Reference, today).Steps;

    private static bool IsBasics(NextStep step) => step.Answers is { Competency: "literacy", FromLevel: 0 };
}

/// <summary>The same on the pages.</summary>
public sealed class ArrangeStepsPagesTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task A_step_is_moved_by_buttons_and_its_place_travels_with_the_path()
    {
        var visitor = app.Visitor();
        var page = await Walk.ToStepsAsync(visitor);
        var steps = Walk.Steps(page);
        page.Document.QuerySelectorAll("button").Select(b => Page.Words(b.TextContent)).ShouldNotContain($"Monter : {steps[0]}");
        page.Document.QuerySelectorAll("button").Select(b => Page.Words(b.TextContent)).ShouldNotContain($"Descendre : {steps[^1]}");
        page = await visitor.SubmitAsync(page.Form($"Monter : {steps[1]}"));
        Walk.Steps(page).ShouldBe([steps[1], steps[0], .. steps.Skip(2)]);
        var code = KeptPathTests.CodeOf(await visitor.SubmitAsync(page.Form("Garder sous un code"), "Garder sous un code"));
        var other = app.Visitor();
        var back = await KeptPathTests.ResumeAsync(other, code);
        Walk.Steps(back).ShouldBe([steps[1], steps[0], .. steps.Skip(2)]);
        Walk.Steps(await other.SubmitAsync(back.Form($"Descendre : {steps[1]}"))).ShouldBe(steps);
    }

    [Fact]
    public async Task A_step_is_added_from_its_page_and_set_aside_again()
    {
        var visitor = app.Visitor();
        (await visitor.GoAsync("/fr/next-steps/offer/opt-out")).Main.ShouldNotContain("Ajouter à mes étapes");
        await Walk.ToStepsAsync(visitor);
        var entry = await visitor.GoAsync("/fr/next-steps/offer/opt-out");
        var page = await visitor.SubmitAsync(entry.Form("Ajouter à mes étapes"), "Ajouter à mes étapes");
        Walk.Steps(page)[^1].ShouldBe("Dire non à l’entraînement des IA avec ses œuvres");
        Walk.Reasons(page).ShouldContain("Parce que vous l’avez ajoutée.");
        (await visitor.GoAsync("/fr/next-steps/offer/opt-out")).Main.ShouldNotContain("Ajouter à mes étapes");
        page = await visitor.SubmitAsync(page.Form("Pas pour moi : Dire non à l’entraînement des IA avec ses œuvres"));
        Walk.Steps(page).ShouldNotContain("Dire non à l’entraînement des IA avec ses œuvres");
    }

    [Fact]
    public async Task A_calendar_is_empty_of_days_when_no_step_has_any()
    {
        var visitor = app.Visitor();
        var page = await Walk.ToStepsAsync(visitor);
        page.Main.ShouldNotContain("À mon agenda");
        (await app.Visitor().PeekAsync("/fr/next-steps/mine?handler=Calendar")).Location.ShouldBe("/fr/next-steps");
    }
}
