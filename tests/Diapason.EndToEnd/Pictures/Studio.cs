using Microsoft.Playwright;
using Xunit;

namespace Diapason.EndToEnd.Pictures;

/// <summary>Takes every picture once, for all tests of a class: each page is opened once, seen at each width and in each theme, and cut into its subjects.</summary>
public sealed class Studio : IAsyncLifetime
{
    public static readonly IReadOnlyList<int> Widths = [320, 390, 768, 1280];
    public static readonly IReadOnlyList<ColorScheme> Schemes = [ColorScheme.Light, ColorScheme.Dark];

    // Rings of focus are drawn around what they speak of.
    private const int Around = 8;

    // A day of the demonstration campaign, always the same: dates are on the pictures.
    private static readonly DateTimeOffset Day = new(2026, 11, 23, 15, 0, 0, TimeSpan.Zero);

    // Fonts and images asked for by this layout, then two frames drawn with them. One box holds all that a selector finds.
    private const string Settle = """
        async areas => {
          document.body.getBoundingClientRect();
          await document.fonts.ready;
          await Promise.all([...document.images].map(image => { image.loading = 'eager'; return image.decode(); }));
          await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
          return areas.map(area => {
            const boxes = [...document.querySelectorAll(area)].map(one => one.getBoundingClientRect()).filter(box => box.width > 0 && box.height > 0);
            const [left, top] = [Math.min(...boxes.map(box => box.left)), Math.min(...boxes.map(box => box.top))];
            return boxes.length === 0 ? [] : [left + scrollX, top + scrollY, Math.max(...boxes.map(box => box.right)) - left, Math.max(...boxes.map(box => box.bottom)) - top];
          });
        }
        """;

    private readonly Browsing _browsing = new(new Server(Day, Path.Combine("kits", "ia-en-culture"), Path.Combine("tests", "Diapason.EndToEnd", "Pictures", "Kit"))
    {
        // Printed on posters, and drawn in their square.
        Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Diapason__PublicAddress"] = "https://diapason.example" },
    });
    private readonly Dictionary<Eyes, IPage> _pages = [];

    /// <summary>Built where Node is absent, the product has the machine's fonts, and no picture would be like another machine's.</summary>
    public bool HasFonts { get; private set; }

    internal Album Album { get; } = new();

    /// <summary>What is drawn on the specimen page outside all that is pictured of it.</summary>
    public IReadOnlyList<string> Unpictured { get; private set; } = [];

    /// <summary>The classes of everything that is pictured, on every page.</summary>
    public HashSet<string> Classes { get; } = new(StringComparer.Ordinal);

    public async ValueTask InitializeAsync()
    {
        await _browsing.InitializeAsync();
        foreach (var sheet in Sheets.All)
        {
            var page = await PageOfAsync(sheet.Eyes);
            await sheet.Bring(page);
            HasFonts = await page.EvaluateAsync<bool>("document.fonts.ready.then(fonts => [...fonts].some(font => font.status === 'loaded') && ![...fonts].some(font => font.status === 'error'))");
            if (!HasFonts) return;
            if (sheet == Sheets.Specimen) Unpictured = await page.EvaluateAsync<string[]>(Coverage.Script, sheet.Subjects.Select(subject => subject.Area));
            Classes.UnionWith(await page.EvaluateAsync<string[]>(Coverage.Classes, sheet.Subjects.Select(subject => subject.Area)));
            await TakeAsync(page, sheet);
            if (sheet == Sheets.Specimen) await SpoilAsync(page, sheet);
        }

        if (Album.Takes) Album.Tidy();
    }

    /// <summary>The pictures of the specimen page with a fault put on it, by its style.</summary>
    internal Dictionary<string, (string File, Picture Picture)> Spoiled { get; } = [];

    public ValueTask DisposeAsync() => _browsing.DisposeAsync();

    private async Task<IPage> PageOfAsync(Eyes eyes)
    {
        if (!_pages.TryGetValue(eyes, out var page)) _pages[eyes] = page = await (await _browsing.PersonAsync()).NewPageAsync();
        return page;
    }

    private async Task TakeAsync(IPage page, Sheet sheet)
    {
        // What lies under the mouse is drawn otherwise.
        await page.Mouse.MoveAsync(0, 0);
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, 900);
            foreach (var scheme in Schemes)
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                var boxes = await page.EvaluateAsync<double[][]>(Settle, sheet.Subjects.Select(subject => subject.Area));
                var (left, top, picture) = await ShootAsync(page, boxes);
                foreach (var (subject, box) in sheet.Subjects.Zip(boxes)) Album.Keep(subject, Album.FileOf(subject, width, scheme), Cut(picture, subject, box, left, top));
            }
        }
    }

    private async Task SpoilAsync(IPage page, Sheet sheet)
    {
        await page.SetViewportSizeAsync(Spoiling.Width, 900);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        foreach (var (style, name) in Spoiling.Faults)
        {
            await Spoiling.PutAsync(page, style);
            var subject = sheet.Subjects.Single(subject => subject.Name == name);
            var boxes = await page.EvaluateAsync<double[][]>(Settle, new[] { subject.Area });
            var (left, top, picture) = await ShootAsync(page, boxes);
            Spoiled[style] = (Album.FileOf(subject, Spoiling.Width, ColorScheme.Light), Cut(picture, subject, boxes[0], left, top));
        }
    }

    /// <summary>One shot that holds all the subjects: most of the time goes into drawing, and none into what is not looked at.</summary>
    private static async Task<(int Left, int Top, Picture Picture)> ShootAsync(IPage page, double[][] boxes)
    {
        var found = boxes.Where(box => box.Length > 0).ToList();
        if (found.Count == 0) throw new InvalidOperationException($"Nothing to picture at {page.Url}");
        var (left, top) = (Math.Max(0, (int)found.Min(box => box[0]) - Around), Math.Max(0, (int)found.Min(box => box[1]) - Around));
        var clip = new Clip { X = left, Y = top, Width = (int)Math.Ceiling(found.Max(box => box[0] + box[2])) + Around - left, Height = (int)Math.Ceiling(found.Max(box => box[1] + box[3])) + Around - top };
        var shot = await page.ScreenshotAsync(new() { FullPage = true, Clip = clip, Animations = ScreenshotAnimations.Disabled });
        return (left, top, PngFile.Read(shot));
    }

    private static Picture Cut(Picture whole, Subject subject, double[] box, int originX, int originY)
    {
        if (box is not [var x, var y, var wide, var high]) throw new InvalidOperationException($"Nothing to see of {subject}: « {subject.Area} »");
        var (left, top) = (Math.Max(0, (int)x - Around), Math.Max(0, (int)y - Around));
        return whole.Cut(left - originX, top - originY, (int)Math.Ceiling(x + wide) + Around - left, (int)Math.Ceiling(y + high) + Around - top);
    }
}
