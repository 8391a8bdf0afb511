using Diapason.Platform.Kits;
using Diapason.Platform.Language;
using Diapason.TestKit;
using Diapason.Tests.Needs;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Consultations;

public sealed class ConsultationKitTests(DiapasonApp app) : IClassFixture<DiapasonApp>, IDisposable
{
    private readonly string _kit = DemonstrationKit.Copy();

    [Fact]
    public async Task The_same_kit_again_changes_nothing()
    {
        // Another test of this class may have loaded a changed kit before: tests run in no promised order.
        (await LoadAsync()).ShouldBeOfType<KitOutcome.Loaded>();
        var before = await app.ChangesAsync(0);
        var outcome = (await LoadAsync()).ShouldBeOfType<KitOutcome.Loaded>();
        outcome.Done.ShouldNotContain(line => line.Contains("questionnaire") || line.Contains("campagne ia") || line.Contains("réponses"));
        (await app.ChangesAsync(0)).Count.ShouldBe(before.Count);
    }

    [Theory]
    [InlineData("answers.csv", ",self_employed,", ",astronaut,", "answers.bad_value")]
    [InlineData("answers.csv", "submitted_at,language", "submitted_at,langue", "answers.unknown_variable")]
    [InlineData("questionnaire.yaml", "code: subsector", "code: status", "questionnaire.duplicated_code")]
    [InlineData("questionnaire.yaml", "when: threat = 'yes'", "when: danger = 'yes'", "questionnaire.")]
    [InlineData("questionnaire.yaml", "en: \"What is your main role?\"", "en: \"\"", "kit.translation_missing")]
    [InlineData("campaign.yaml", "slug: ia-2026", "slug: resume", "kit.bad_slug")]
    [InlineData("campaign.yaml", "anonymity: anonymous", "anonymity: invisible", "kit.unknown_word")]
    [InlineData("campaign.yaml", "anonymity: anonymous", "anonymity: 1", "kit.unknown_word")]
    [InlineData("campaign.yaml", "closes: \"+70\"", "closes: some day", "campaign.bad_day")]
    [InlineData("campaign.yaml", "closes: \"+70\"", "closes: \"+2000000000\"", "campaign.bad_day")]
    [InlineData("campaign.yaml", "closes: \"+70\"", "closes: 9999-12-31", "campaign.bad_day")]
    [InlineData("campaign.yaml", "closes: \"+70\"", "closes: 2026-09-13", "campaign.closes_before_opening")]
    public async Task A_wrong_kit_is_refused_with_file_line_and_reason(string file, string from, string to, string code)
    {
        var path = Path.Combine(_kit, file);
        var text = await File.ReadAllTextAsync(path);
        text.ShouldContain(from);
        var at = text.IndexOf(from, StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, text[..at] + to + text[(at + from.Length)..]);
        var before = await app.ChangesAsync(0);
        var refused = (await LoadAsync()).ShouldBeOfType<KitOutcome.Refused>();
        var problem = refused.Problems.First(p => p.File == file && p.Code.StartsWith(code, StringComparison.Ordinal));
        problem.Line.ShouldBeGreaterThan(0);
        (await app.ChangesAsync(0)).Count.ShouldBe(before.Count);
    }

    [Fact]
    public async Task Invented_answers_never_enter_a_campaign_of_another_questionnaire()
    {
        // Somebody has really answered the questionnaire, which is then kept; the kit's changed one did not ask the same.
        var visitor = app.Visitor();
        await visitor.SendOneAnswerAsync();
        var before = await app.ChangesAsync(0);
        await ChangeAsync("questionnaire.yaml", "What is your main role?", "What is your first role?");
        var outcome = (await LoadAsync()).ShouldBeOfType<KitOutcome.Loaded>();
        outcome.Done.ShouldContain(line => Page.Words(line).Contains("gardé tel quel, car on y a répondu"));
        outcome.Done.ShouldContain(line => Page.Words(line).Contains("aucune réponse fictive, car elle pose un autre questionnaire"));
        (await app.ChangesAsync(0)).Count.ShouldBe(before.Count);
    }

    [Fact]
    public async Task Invented_answers_never_enter_a_real_campaign()
    {
        await ChangeAsync("campaign.yaml", "slug: ia-2026", "slug: vraie-2026");
        await ChangeAsync("kit.yaml", "synthetic: true", "synthetic: false");
        (await LoadAsync()).ShouldBeOfType<KitOutcome.Loaded>();
        await ChangeAsync("kit.yaml", "synthetic: false", "synthetic: true");
        var outcome = (await LoadAsync()).ShouldBeOfType<KitOutcome.Loaded>();
        outcome.Done.ShouldContain(line => Page.Words(line).Contains("campagne vraie-2026 : aucune réponse fictive, car elle n’est pas fictive"));
        (await app.CountAsync("is_synthetic AND campaign_id IN (SELECT id FROM consultations_campaign WHERE slug = 'vraie-2026')")).ShouldBe(0);
    }

    [Fact]
    public async Task A_file_that_is_not_text_is_said_once()
    {
        await File.AppendAllBytesAsync(Path.Combine(_kit, "questionnaire.yaml"), [0xFF, 0xFE]);
        var refused = (await LoadAsync()).ShouldBeOfType<KitOutcome.Refused>();
        var problem = refused.Problems.Where(p => p.File == "questionnaire.yaml").ShouldHaveSingleItem();
        (problem.Code, problem.Line).ShouldBe(("kit.not_utf8", (await File.ReadAllBytesAsync(Path.Combine(_kit, "questionnaire.yaml"))).Count(b => b == '\n') + 1));
    }

    private async Task ChangeAsync(string file, string from, string to)
    {
        var path = Path.Combine(_kit, file);
        var text = await File.ReadAllTextAsync(path);
        text.ShouldContain(from);
        await File.WriteAllTextAsync(path, text.Replace(from, to, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_kit, recursive: true);

    private Task<KitOutcome> LoadAsync()
    {
        // What was done is said in the language of the machine.
        Languages.Use(Languages.French);
        return app.InScopeAsync(services => services.GetRequiredService<LoadKit>().RunAsync(_kit, default));
    }
}
