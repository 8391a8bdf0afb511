using System.Globalization;
using System.Text.RegularExpressions;
using Diapason.Design.Components;
using Diapason.Platform.Language;
using Diapason.Statistics;
using Diapason.Statistics.Publication;
using Diapason.Studies.Disclosure;
using Diapason.Studies.Following;
using Diapason.Studies.Frames;
using Diapason.Studies.Portraits;
using Diapason.Text;
using Portrait = Diapason.Studies.Portraits.Portrait;

namespace Diapason.Studies.Reporting;

/// <summary>How figures, dates and sentences of a portrait are said in the current language; page and files say them alike.</summary>
internal static partial class PortraitWords
{
    public static readonly TextCatalog T = TextCatalog.Of(typeof(StudiesModule).Assembly);

    public static string Say(LocalizedText text) => Set(text.In(Languages.Current));

    /// <summary>A sentence made of parts, its typography applied to the whole.</summary>
    public static string Set(string sentence) => LanguageHabits.Here.Typeset(sentence);

    // Coefficients of variation beyond which the library marks an estimate.
    private const double FairError = 0.15;
    private const double MostError = 0.25;
    private const double Rounding = 1e-9;

    public static string Percent(double share) => Set(T.Format("share.percent", Math.Round(share * 100, MidpointRounding.AwayFromZero)));

    public static string Number(double value, int decimals = 0) => value.ToString($"N{decimals}", CultureInfo.CurrentCulture);

    public static string IsoDay(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>To the whole point, as errors and limits are printed.</summary>
    public static double Whole(double share) => Math.Round(share, 2, MidpointRounding.AwayFromZero);

    public static string Percent(Share share) => Percent(share.Figure);

    /// <summary>A published share as it is printed everywhere: to its own step, or the end that its protected count is near. A bound would be read as certain.</summary>
    public static string Percent(PublishedShare share) => share.Cut switch
    {
        ShareCut.Under => T.Format("share.about", Percent(0)),
        ShareCut.Over => T.Format("share.about", Percent(1)),
        _ => Set(T.Format("share.percent", Number(share.Share * 100, share.N.ShareStep < 0.01 ? 1 : 0))),
    };

    /// <summary>The number of people as it may be told: a band under a hundred.</summary>
    public static string People(RoundedBase n) => n.IsBand ? T.Format("portrait.band", n.Least, n.Most) : Number(n.Value);

    /// <summary>The edition a row comes from; for one that this edition did not look at anew, since when it is unchanged.</summary>
    public static string Edition(Share share, Portrait portrait) => Edition(share.Edition, share.Day, portrait);

    public static string Edition(int edition, DateOnly day, Portrait portrait) => edition == portrait.Edition
        ? T.Format("portrait.row.edition", edition, LocalDates.Of(day))
        : T.Format("portrait.row.unchanged", LocalDates.Of(day), edition);

    public static string Period(Portrait portrait) => Period(portrait, portrait.Day);

    /// <summary>From the day people could first answer to that of the edition that looked: never the day of an answer.</summary>
    public static string Period(Portrait portrait, DateOnly last)
    {
        // What was collected elsewhere is of its own days, whenever it is published.
        if (portrait is { Held: { } end, Opened: { } since }) return T.Format("portrait.period.held", LocalDates.Of(since), LocalDates.Of(end));
        if (portrait.Opened is not { } first || first >= last) return LocalDates.Of(last);
        var start = first.Year == last.Year ? first.ToString("M", CultureInfo.CurrentCulture).Replace(' ', '\u00a0') : LocalDates.Of(first);
        return T.Format("portrait.period.two", start, LocalDates.Of(last));
    }

    public static string Frame(PopulationFrame frame) => T.Format("portrait.frame", Say(frame.Name), Say(frame.Source), frame.Version);

    /// <summary>The questions as they were asked.</summary>
    public static string Questions(Figure figure) => string.Join(", ", figure.Questions.Select(q => T.Format("portrait.question", Say(q))));

    public static string Base(Figure figure, StudyState state)
    {
        if (figure.Definition.Among is not { } among) return T["portrait.base.all"];
        var variable = state.Campaign.Questionnaire.FindVariable(among.Variable);
        var breakdown = state.Portrait.Definition.Breakdowns.FirstOrDefault(b => b.Variable == among.Variable);
        var names = variable?.Options.Where(o => among.Answers.Contains(o.Code)).Select(o => Say(breakdown?.NameOf(o) ?? o.Label)) ?? [];
        return T.Format("portrait.base.among", string.Join(", ", names));
    }

    public static string Interval(Share share)
    {
        var interval = share.Figure.Interval();
        return T.Format("portrait.interval", Percent(interval.Low), Percent(interval.High));
    }

    public static string Mark(Reliability reliability) => T[reliability switch
    {
        Reliability.Caution => "portrait.mark.caution",
        Reliability.Unreliable => "portrait.mark.unreliable",
        _ => "portrait.mark.good",
    }];

    public static string Cv(Share share) => WholeCv(share) is { } cv ? Percent(cv) : T["portrait.table.unknown"];

    /// <summary>Rounded up to the whole point: the rule of marks then holds for what is printed.</summary>
    public static double? WholeCv(Share share) => share.Figure.Cv is { } cv ? Math.Ceiling((cv * 100) - Rounding) / 100 : null;

    /// <summary>The mark in words, with what the figure carries it for.</summary>
    public static string MarkAndWhy(Share share) =>
        share.IsSure ? Mark(share.Reliability) : T.Format("portrait.mark.why", Mark(share.Reliability), Reasons(share));

    /// <summary>The criteria that give a share its mark; empty without one.</summary>
    public static string Reasons(Share share) => string.Join(", ", share.Reasons.Select(r => Reason(r, share)));

    /// <summary>The answers received, as anyone may know them.</summary>
    public static string Received(StudyState state) =>
        PublicCount.AtLeast(state.Received) is > 0 and var count ? T.Format("portrait.fact.at_least", Number(count)) : T["portrait.fact.few"];

    /// <summary>The answers that stand apart, by tens, as anyone may know them; nothing under ten.</summary>
    public static string Apart(StudyState state) => (PublicCount.AtLeast(state.Apart.Waiting), PublicCount.AtLeast(state.Apart.SetAside)) switch
    {
        (0, 0) => "",
        (var waiting, 0) => T.Format("portrait.apart.waiting", Number(waiting)),
        (0, var aside) => T.Format("portrait.apart.aside", Number(aside)),
        var (waiting, aside) => T.Format("portrait.apart.waiting", Number(waiting)) + " " + T.Format("portrait.apart.aside", Number(aside)),
    };

    private static string Reason(MarkReason reason, Share share) => (reason, share.Reliability == Reliability.Unreliable) switch
    {
        (MarkReason.FewAnswers, var worst) => T.Format("portrait.reason.few_answers", worst ? JudgeShare.FewestAnswers : JudgeShare.EnoughAnswers),
        (_, var worst) when WholeCv(share) is not null => T.Format("portrait.reason.error", Percent(worst ? MostError : FairError)),
        _ => T["portrait.reason.unmeasured"],
    };

    /// <summary>A sentence of the definition, its <c>{code}</c> places filled with the figures' values.</summary>
    public static string Fill(LocalizedText sentence, Portrait portrait) => Place().Replace(Say(sentence), place =>
        portrait.Find(place.Groups["code"].Value)?.Overall is { } share ? Percent(share) : T["portrait.hidden.value"]);

    /// <summary>Whether every figure that a sentence of the definition names is shown without a mark.</summary>
    public static bool IsSure(LocalizedText sentence, Portrait portrait) =>
        Place().Matches(Say(sentence)).All(place => portrait.Find(place.Groups["code"].Value)?.Overall is { IsSure: true });

    public static string Finding(Figure figure, Share share) => Say(figure.Definition.Finding).Replace("{value}", Percent(share), StringComparison.Ordinal);

    [GeneratedRegex(@"\{(?<code>[a-z_]+)\}", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Place();
}
