using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Diapason.EndToEnd.Pictures;

/// <summary>What the comparison lets pass, and what it does not, tried on letters and lines that a browser has drawn.</summary>
public sealed class LikenessTests(LikenessTests.Drawings drawings) : IClassFixture<LikenessTests.Drawings>
{
    [Theory]
    // Letters smoothed anew: a third of a pixel aside, below, both; other spacing of letters; a little paler.
    [InlineData("translate: .33px 0", false)]
    [InlineData("translate: 0 .33px", false)]
    [InlineData("translate: .33px .33px", false)]
    [InlineData("text-rendering: geometricPrecision", false)]
    [InlineData("& p { opacity: .93 }", false)]
    // Moved, or another style: a label, a rule, a border, a weight, a background, a word.
    [InlineData("& label { position: relative; left: 3px }", true)]
    [InlineData("& label { position: relative; top: 2px }", true)]
    [InlineData("& hr { visibility: hidden }", true)]
    [InlineData("& input { border-color: #d9d2c3 }", true)]
    [InlineData("& label { font-weight: 400 }", true)]
    [InlineData("& label { color: #77705f }", true)]
    [InlineData("& p { background: #f3efe5 }", true)]
    [InlineData("& p { font-family: monospace }", true)]
    [InlineData("& i { display: none }", true)]
    public async Task A_picture_of_another_rasteriser_passes_and_a_changed_one_does_not(string style, bool differs)
    {
        foreach (var dark in new[] { false, true })
        {
            var (stored, actual) = (PngFile.Rounded(await drawings.DrawAsync("", dark)), PngFile.Rounded(await drawings.DrawAsync(style, dark)));
            stored.Pixels.SequenceEqual(actual.Pixels).ShouldBeFalse("the style changes nothing");
            (Likeness.Between(stored, actual) is not null).ShouldBe(differs, dark ? "in the dark" : "in the light");
        }
    }

    [Fact]
    public async Task Another_size_is_told_but_for_one_pixel()
    {
        var picture = await drawings.DrawAsync("", dark: false);
        Likeness.Between(picture, picture.Cut(0, 0, picture.Width, picture.Height - 1)).ShouldBeNull();
        Likeness.Between(picture, picture.Cut(0, 0, picture.Width, picture.Height - 2))!.Says.ShouldBe($"{picture.Width} × {picture.Height - 2} pixels instead of {picture.Width} × {picture.Height}");
    }

    [Fact]
    public async Task What_is_stored_is_what_was_drawn()
    {
        var picture = await drawings.DrawAsync("", dark: false);
        PngFile.Read(PngFile.Write(picture)).Pixels.ShouldBe(PngFile.Rounded(picture).Pixels);
        Likeness.Between(PngFile.Rounded(picture), picture).ShouldBeNull();
    }

    /// <summary>A browser alone, without the product.</summary>
    public sealed class Drawings : IAsyncLifetime
    {
        private IPlaywright? _playwright;
        private IBrowser? _browser;
        private IPage? _page;

        public async ValueTask InitializeAsync()
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await Browsing.LaunchAsync(_playwright);
            _page = await _browser.NewPageAsync(new() { ViewportSize = new() { Width = 480, Height = 240 } });
        }

        internal async Task<Picture> DrawAsync(string style, bool dark)
        {
            var (paper, ink, rule) = dark ? ("#10181a", "#f1ede3", "#34453f") : ("#fbf9f4", "#16202b", "#d9d2c3");
            await _page!.SetContentAsync($$"""
                <style>body { margin: 12px; background: {{paper}}; color: {{ink}}; font: 18px/1.55 sans-serif } hr { border: 0; border-top: 1px solid {{rule}} }
                label { display: block; font-weight: 600 } input { border: 2px solid #77705f; background: none } main { {{style}} }</style>
                <main><label>Quel outil employez-vous le plus?</label><input><hr><p>Décider de ce qui se joue sur scène, et signer à ma place. <i>Facultatif</i></p></main>
                """);
            await _page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
            return PngFile.Read(await _page.ScreenshotAsync());
        }

        public async ValueTask DisposeAsync()
        {
            if (_browser is not null) await _browser.DisposeAsync();
            _playwright?.Dispose();
        }
    }
}
