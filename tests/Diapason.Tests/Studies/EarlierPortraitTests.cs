using System.Globalization;
using Diapason.Studies.Keeping;
using Diapason.Studies.Publishing;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Studies;

/// <summary>What was kept of a campaign destroyed before there were editions is still read, with no more than is shown today.</summary>
public sealed class EarlierPortraitTests
{
    [Fact]
    public void A_portrait_kept_before_editions_is_edition_nought_with_rounded_numbers_only()
    {
        var figure = KitStudy.Definition.Figures.First();
        var label = figure.Measure.ToJson();
        string Share(double value, int n) => string.Create(CultureInfo.InvariantCulture, $$"""{"estimate":{"name":"x","value":{{value}},"standardError":0.01,"n":{{n}},"degreesOfFreedom":"Infinity"},"unweighted":0.5,"kishN":{{n / 1.23}},"heaviest":0.01}""");
        var portrait = EarlierPortrait.Read($$"""
            {"definition":{{StudiesJson.Write(KitStudy.Definition)}},"frame":{{StudiesJson.Write(KitStudy.Frame)}},"computedAt":"2026-11-23T15:00:00Z","respondents":1187,"threshold":10,
             "firstAnswer":"2026-09-14T10:00:00Z","weights":{"uses":[{"item1":{{StudiesJson.Write(KitStudy.Frame.Margins[0])}},"item2":"Whole"}],"spread":{"effectiveN":900} },
             "figures":[{"definition":{{StudiesJson.Write(figure)}},"questions":[{{label}}],"overall":{{Share(0.83421, 1181)}},
               "by":{"status":[{"code":"a","label":{{label}},"share":{{Share(0.712, 43)}},"isEmpty":false},{"code":"b","label":{{label}},"share":{{Share(0.4, 12)}},"isEmpty":false},{"code":"c","label":{{label}},"share":null,"isEmpty":true}]} }]}
            """);
        portrait.IsPublished.ShouldBeTrue();
        var overall = portrait.Figures[0].Overall.ShouldNotBeNull();
        (overall.Value, overall.N.Value, overall.Figure.DesignEffect, overall.Edition).ShouldBe((0.83, 1200, 1.3, 0));
        var segments = portrait.Figures[0].By["status"];
        segments.Select(s => s.IsHidden).ShouldBe([false, true, true], "twelve were never enough for what is shown today");
        (segments[0].Share!.N.Least, segments[0].Share!.N.Most).ShouldBe((30, 49));
    }
}
