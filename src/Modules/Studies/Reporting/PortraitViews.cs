using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Diapason.Platform.Language;
using Diapason.Studies.Following;
using Diapason.Studies.Portraits;
using static Diapason.Studies.Reporting.PortraitWords;

namespace Diapason.Studies.Reporting;

/// <summary>Views already made of a portrait, by language and breakdown: drawn once per computation, dropped with it.</summary>
internal sealed class PortraitViews
{
    /// <summary>Portraits of earlier campaigns kept drawn, the last ones that readers asked for.</summary>
    public const int MostEarlier = 16;

    private readonly ConditionalWeakTable<Portrait, ConcurrentDictionary<(string Language, string? By), PortraitView>> _made = [];
    private readonly ConcurrentQueue<WeakReference<Portrait>> _earlier = new();

    public PortraitView Of(StudyState state, Breakdown? by)
    {
        if (!_made.TryGetValue(state.Portrait, out var views))
        {
            views = _made.GetOrCreateValue(state.Portrait);
            _earlier.Enqueue(new(state.Portrait));
            while (_earlier.Count > MostEarlier && _earlier.TryDequeue(out var oldest))
                if (oldest.TryGetTarget(out var portrait)) _made.Remove(portrait);
        }

        return views.GetOrAdd((Languages.Current, by?.Variable), _ => BorrowedTexts.Unmarked(() => Make(state, by)));
    }

    /// <summary>Draws every view of a current portrait before a reader asks for one; it stays drawn until another takes its place.</summary>
    public void Prepare(StudyState state)
    {
        if (!state.Portrait.IsPublished) return;
        _made.GetOrCreateValue(state.Portrait);
        var (culture, texts) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        foreach (var language in state.Campaign.Questionnaire.Heading.Languages)
        {
            Languages.Use(language);
            foreach (var by in state.Portrait.Definition.Breakdowns.Append(null)) Of(state, by);
        }

        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, texts);
    }

    /// <summary>How many views of a portrait are made.</summary>
    public int Count(Portrait portrait) => _made.TryGetValue(portrait, out var views) ? views.Count : 0;

    private static PortraitView Make(StudyState state, Breakdown? by)
    {
        var (portrait, draw) = (state.Portrait, new DrawFigure(state, by));
        var definition = portrait.Definition;
        // A title and a sentence are remembered without their marks: they speak of sure figures only.
        var headline = portrait.Find(definition.Headline);
        return new PortraitView(
            headline?.Overall is { IsSure: true } share ? Finding(headline, share) : Say(definition.Title),
            IsSure(definition.Nuance, portrait) ? Fill(definition.Nuance, portrait) : T["portrait.fragile"],
            [.. definition.Sections.Select(s => new SectionView(s.Code, Say(s.Title), [.. s.Figures.Select(f => draw.Of(portrait.Find(f.Code)!))]))],
            [.. definition.Takeaways.Where(t => IsSure(t.Text, portrait)).Select(t => new TakeawayView(t.Tone, Say(t.Title), Fill(t.Text, portrait)))]);
    }
}
