using Diapason.TestKit;
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
    [InlineData("/fr/privacy", "jusqu’à 63 fois sur 100 au lieu de 50", "Un groupe où presque tout le monde pense pareil", "la prochaine édition ne vous compte plus", "voient les réponses exactes", "par dizaines", "arrondi sans hasard", "recalculé que lorsqu’il a doublé", "effacées après 30 jours", "deux sauvegardes et la clé qui les ouvre", "dans une consultation nominative")]
    [InlineData("/en/privacy", "up to 63 times in 100 instead of 50", "A group where nearly everyone thinks alike", "the next edition no longer counts you", "see exact answers", "by tens", "rounded without chance", "recalculated only when it has doubled", "erased after 30 days", "two backups and the key that opens them", "in a nominative consultation")]
    public async Task The_page_says_what_remains_possible(string address, params string[] sentences)
    {
        var page = await app.Visitor().GoAsync(address);
        foreach (var sentence in sentences) page.Main.ShouldContain(sentence);
        page.Main.ShouldNotContain("soustraction");
        page.Main.ShouldNotContain("subtraction");
    }
}
