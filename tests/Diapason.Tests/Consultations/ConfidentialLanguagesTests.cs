using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.TestKit;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Consultations;

/// <summary>Who invited people knows the language of each: in a confidential campaign neither a file nor a count names a language of few.</summary>
public sealed class ConfidentialLanguagesTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Theory]
    [InlineData(Anonymity.Confidential, 49, 1, "")]
    [InlineData(Anonymity.Confidential, 9, 40, "")]
    [InlineData(Anonymity.Confidential, 2, 1, "")]
    [InlineData(Anonymity.Confidential, 40, 10, "en fr")]
    [InlineData(Anonymity.Confidential, 3, 0, "")]
    [InlineData(Anonymity.Confidential, 30, 0, "fr")]
    [InlineData(Anonymity.Anonymous, 49, 1, "en fr")]
    [InlineData(Anonymity.Nominative, 49, 1, "en fr")]
    public async Task A_language_is_named_when_nobody_is_alone_in_it(Anonymity promise, int french, int english, string named)
    {
        var campaign = (await app.CampaignAsync()) with { Anonymity = promise };
        (string Language, int Answers)[] counts = [.. new[] { ("fr", french), ("en", english) }.Where(count => count.Item2 > 0)];
        string.Join(' ', CampaignCounts.MayTell(campaign, counts.SelectMany(count => Enumerable.Repeat((string?)count.Language, count.Answers))).Order()).ShouldBe(named);
        string.Join(' ', CampaignCounts.MayTell(campaign, counts).Select(count => count.Language).Order()).ShouldBe(named);
    }
}
