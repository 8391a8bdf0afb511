using Diapason.Needs.Contracts;
using Diapason.Needs.Matching;
using Diapason.Needs.Wording;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Needs;

/// <summary>From three hundred sentences to steps, as the page leads there.</summary>
public sealed class OwnWordsStepsTests
{
    private static readonly Diapason.Needs.Reference.NeedsReference Reference = DemonstrationKit.Reference with { Lexicon = LexiconOfKit.Lexicon };
    private static readonly CouncilWords Words = new(Reference);
    private static readonly ChooseNextSteps Choose = new(Reference);
    private static readonly DateOnly Today = new(2026, 12, 1);

    private static IEnumerable<NeedExample> Needs => LexiconOfKit.Lexicon.Examples.Where(e => e.Id.StartsWith('n') && !e.IsOutside);

    [Fact]
    public void The_first_step_is_about_what_the_sentence_calls_for_and_every_reason_is_true()
    {
        var said = 0;
        foreach (var need in Needs)
        {
            var profile = ProfileOf(need);
            if (profile.Called.Count == 0) continue;
            var steps = Choose.For(profile, [], Today).Steps;
            steps.Count.ShouldBeInRange(1, ChooseNextSteps.Most, need.Text);
            steps[0].Entry.Develops.Select(d => d.Competency).Intersect(profile.Called).ShouldNotBeEmpty(need.Text);
            foreach (var reason in steps.SelectMany(s => s.Reasons).OfType<Reason.Said>())
            {
                profile.Ideas.ShouldContain(reason.Idea);
                said++;
            }
        }

        said.ShouldBeGreaterThan(200);
    }

    [Fact]
    public void Nobody_alone_is_sent_to_gather_a_team()
    {
        foreach (var need in Needs)
        {
            var profile = ProfileOf(need);
            if (profile.Status == "self_employed") Choose.For(profile, [], Today).Steps.ShouldAllBe(s => !s.Entry.IsForTeam);
        }
    }

    [Fact]
    public void A_profile_made_of_words_fits_in_a_cookie_and_holds_none_of_them()
    {
        foreach (var need in Needs)
        {
            var state = new Diapason.Needs.Paths.PathState { Profile = ProfileOf(need), IsComplete = true };
            var json = System.Text.Json.JsonSerializer.Serialize(state, Diapason.Needs.Reference.ReferenceJson.Options);
            json.Length.ShouldBeLessThan(2_500);
            state.Profile.Heard.ShouldBe(NeedOrigin.OwnWords);
            json.ShouldNotContain(need.Text[..Math.Min(12, need.Text.Length)]);
        }
    }

    private static Profile ProfileOf(NeedExample need)
    {
        var found = Words.Matcher.Understand(need.Text, need.Language);
        var facets = found.Facets;
        return ProfileOfWords.Of(found, new Corrections(facets.GetValueOrDefault("task"), facets.GetValueOrDefault("obstacle"), facets.GetValueOrDefault("status"), null), Words, Reference);
    }
}
