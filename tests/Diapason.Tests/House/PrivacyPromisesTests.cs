using System.Text.RegularExpressions;
using Diapason.Platform.Jobs;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Diapason.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.House;

/// <summary>
/// What the privacy page says of published results, in both languages. Each sentence is played: what fakes gain and a group that thinks alike in the library's
/// <c>AttackTests</c>, withdrawals, the number received and all that does not follow it in <c>LivePortraitTests</c> and <c>MarginsTests</c>, what analysts see in <c>CoveragePageTests</c>, backups in <c>RestoreTests</c> and <c>WhatABackupSaysTests</c>.
/// </summary>
public sealed class PrivacyPromisesTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Theory]
    [InlineData("/fr/privacy", "jusqu’à 63 fois sur 100 au lieu de 50", "Un groupe où presque tout le monde pense pareil", "la prochaine édition ne vous compte plus", "voient les réponses exactes", "par dizaines", "arrondi sans hasard", "recalculé que lorsqu’il a doublé", "effacées après 30 jours", "deux sauvegardes et la clé qui les ouvre", "dans une consultation nominative", "moins de cinq personnes ont répondu est réunie à une autre")]
    [InlineData("/en/privacy", "up to 63 times in 100 instead of 50", "A group where nearly everyone thinks alike", "the next edition no longer counts you", "see exact answers", "by tens", "rounded without chance", "recalculated only when it has doubled", "erased after 30 days", "two backups and the key that opens them", "in a nominative consultation", "fewer than five people have answered is merged with another")]
    public async Task The_page_says_what_remains_possible(string address, params string[] sentences)
    {
        var page = await app.Visitor().GoAsync(address);
        foreach (var sentence in sentences) page.Main.ShouldContain(sentence);
        page.Main.ShouldNotContain("soustraction");
        page.Main.ShouldNotContain("subtraction");
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task What_each_module_keeps_for_a_while_is_told_once_in_its_own_words(string language)
    {
        var told = (await app.Visitor().GoAsync($"/{language}/privacy")).Document.QuerySelectorAll("[aria-labelledby=answers] p").Select(p => Page.Words(p.TextContent)).ToList();
        var kept = app.Services.GetRequiredService<ModuleCatalog>().Modules.SelectMany(module => module.Kept.Select(part => TextCatalog.Of(module.Assembly).Find(part.Text, language)!)).ToList();
        kept.Count.ShouldBeGreaterThan(8);
        foreach (var sentence in kept)
        {
            var wanted = "^" + string.Join(".+", sentence.Split("{0}").Select(piece => Regex.Escape(Page.Words(piece).Trim()))).Replace(".+", "\\s?.+?\\s?", StringComparison.Ordinal) + "$";
            told.Count(line => Regex.IsMatch(line, wanted)).ShouldBe(1, wanted);
        }
    }

    /// <summary>The house looks these up by their key alone: two assemblies that had one would have one of them say the other's words.</summary>
    [Fact]
    public async Task What_the_house_says_for_a_module_has_one_author()
    {
        var catalog = app.Services.GetRequiredService<ModuleCatalog>();
        var jobs = await app.InScopeAsync(services => Task.FromResult(services.GetServices<IJob>().Select(job => job.TextKey).ToList()));
        var texts = catalog.Modules.Select(module => module.Assembly).Append(typeof(ModuleCatalog).Assembly).Select(TextCatalog.Of).ToList();
        string[] keys = [.. jobs, .. catalog.Modules.SelectMany(module => module.Cookies).Select(cookie => cookie.Use), .. catalog.Roles.SelectMany(role => new[] { "role." + role.Code, "role_hint." + role.Code })];
        keys.Where(key => texts.Count(text => text.Find(key, Languages.French) is not null) != 1).ShouldBeEmpty();
    }
}
