using System.Text.RegularExpressions;
using Diapason.Platform.Language;
using Diapason.Studies.Frames;
using Diapason.Studies.Portraits;
using Diapason.Studies.Reporting;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Studies;

/// <summary>Many small samples of the kit's answers, as few as an edition may speak of: each gives a portrait that says something true.</summary>
public sealed partial class FewAnswersTests
{
    private const int Samples = 60;

    [Theory]
    [InlineData(30)]
    [InlineData(40)]
    [InlineData(100)]
    [InlineData(300)]
    public void Every_sample_gives_a_portrait_that_says_something_true(int size)
    {
        var (all, random) = (KitStudy.Answers().ToArray(), new Random(20261129 + size));
        Languages.Use(Languages.French);
        for (var sample = 0; sample < Samples; sample++)
        {
            random.Shuffle(all);
            var state = KitStudy.State(KitStudy.Store(all.Take(size)));
            var (portrait, weights) = (state.Portrait, state.Portrait.Weights.ShouldNotBeNull());
            weights.Used.Sum(m => m.Categories.Count - 1).ShouldBeLessThanOrEqualTo(size / 10);
            MethodTables.Shortfalls(weights).Count().ShouldBe(weights.Uses.Count(u => u.Use != MarginUse.Whole));
            state.Coverage.Respondents.ShouldBe(size);
            foreach (var share in portrait.Figures.SelectMany(f => f.By.Values.SelectMany(s => s).Select(s => s.Share).Append(f.Overall)).OfType<Diapason.Studies.Portraits.Share>())
            {
                share.N.Value.ShouldBeGreaterThanOrEqualTo(30);
                share.Value.ShouldBeInRange(0, 1);
                // Fewer than three people are never a number, nor are all but three.
                if (share.Figure.Cut == Diapason.Statistics.Publication.ShareCut.None) (share.Value * share.N.Most).ShouldBeGreaterThan(2.5);
                if (JudgeShare.Effective(share.Figure) < 30) share.IsSure.ShouldBeFalse();
            }

            var view = new PortraitViews().Of(state, portrait.Definition.Breakdowns[0]);
            var headline = portrait.Find(portrait.Definition.Headline)!.Overall;
            Percentage().IsMatch(view.Title).ShouldBe(headline is { IsSure: true });
            foreach (var (figure, drawn) in portrait.Figures.Zip(view.Sections.SelectMany(s => s.Figures)))
            {
                if (figure.Overall is null) drawn.Title.ShouldStartWith("Chiffre masqué");
                else Percentage().IsMatch(drawn.Title).ShouldBe(figure.Overall.IsSure);
                if (figure.Overall is { IsSure: false }) Percentage().IsMatch(drawn.Reading).ShouldBeFalse();
            }

        }
    }

    [GeneratedRegex(@"\d+\s%", RegexOptions.None, 1000)]
    private static partial Regex Percentage();
}
