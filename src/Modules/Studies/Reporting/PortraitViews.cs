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
    private readonly ConditionalWeakTable<Portrait, ConcurrentDictionary<(string Language, string? By), PortraitView>> _made = [];

    public PortraitView Of(StudyState state, Breakdown? by) =>
        _made.GetOrCreateValue(state.Portrait).GetOrAdd((Languages.Current, by?.Variable), _ => BorrowedTexts.Unmarked(() => Make(state, by)));

    /// <summary>Draws every view before a reader asks for one.</summary>
    public void Prepare(StudyState state)
    {
        if (state.Portrait.Weights is null) return;
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
        var headline = portrait.Find(definition.Headline);
        return new PortraitView(
            headline?.Overall is { } share ? Finding(headline, share) : Say(definition.Title),
            Fill(definition.Nuance, portrait),
            [.. definition.Sections.Select(s => new SectionView(s.Code, Say(s.Title), [.. s.Figures.Select(f => draw.Of(portrait.Find(f.Code)!))]))],
            [.. definition.Takeaways.Select(t => new TakeawayView(t.Tone, Say(t.Title), Fill(t.Text, portrait)))]);
    }
}
