using System.Globalization;
using System.Text.RegularExpressions;
using Diapason.Design.Components;
using Diapason.Platform.Language;
using Diapason.Statistics;
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

    /// <summary>A moment's day in Montréal for machines. Never the time: it would say when somebody answered.</summary>
    public static string IsoDay(DateTime utc) => utc.LocalMoment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>To the whole point: decimals would let one person's answer be read in what moves.</summary>
    public static double Whole(double share) => Math.Round(share, 2, MidpointRounding.AwayFromZero);

    public static string Period(Portrait portrait)
    {
        if (portrait is not { FirstAnswer: { } first, LastAnswer: { } last }) return "";
        if (first.LocalDay == last.LocalDay) return first.LocalDay;
        var start = first.LocalMoment.Year == last.LocalMoment.Year ? first.LocalMoment.ToString("M", CultureInfo.CurrentCulture).Replace(' ', '\u00a0') : first.LocalDay;
        return T.Format("portrait.period.two", start, last.LocalDay);
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

    public static string Interval(Estimate estimate) =>
        estimate.Interval is { } interval ? T.Format("portrait.interval", Percent(interval.Low), Percent(interval.High)) : T["portrait.table.hidden"];

    public static string Mark(Reliability reliability) => T[reliability switch
    {
        Reliability.Caution => "portrait.mark.caution",
        Reliability.Unreliable => "portrait.mark.unreliable",
        _ => "portrait.mark.good",
    }];

    public static string Cv(Estimate estimate) => WholeCv(estimate) is { } cv ? Percent(cv) : T["portrait.table.unknown"];

    /// <summary>Rounded up to the whole point, as effective numbers are rounded down: the rule of marks then holds for what is printed.</summary>
    public static double? WholeCv(Estimate estimate) => estimate is { Cv: { } cv, StandardError: > 0 } ? Math.Ceiling((cv * 100) - Rounding) / 100 : null;

    public static double WholeEffective(Share share) => Math.Floor(share.KishN + Rounding);

    public static string Effective(Share share) => Number(WholeEffective(share));

    /// <summary>The mark in words, with what the figure carries it for.</summary>
    public static string MarkAndWhy(Share share) =>
        share.IsSure ? Mark(share.Reliability) : T.Format("portrait.mark.why", Mark(share.Reliability), Reasons(share));

    /// <summary>The criteria that give a share its mark; empty without one.</summary>
    public static string Reasons(Share share) => string.Join(", ", share.Reasons.Select(r => Reason(r, share)));

    /// <summary>The answers received, as anyone may know them.</summary>
    public static string Received(StudyState state) =>
        PublicCount.AtLeast(state.Received) is > 0 and var count ? T.Format("portrait.fact.at_least", Number(count)) : T["portrait.fact.few"];

    private static string Reason(MarkReason reason, Share share) => (reason, share.Reliability == Reliability.Unreliable) switch
    {
        (MarkReason.FewAnswers, var worst) => T.Format("portrait.reason.few_answers", worst ? JudgeShare.FewestAnswers : JudgeShare.EnoughAnswers),
        (MarkReason.HeavyAnswer, var worst) => T.Format("portrait.reason.heavy_answer", Percent(worst ? 2 * JudgeShare.Heavy : JudgeShare.Heavy)),
        (_, var worst) when WholeCv(share.Estimate) is not null => T.Format("portrait.reason.error", Percent(worst ? MostError : FairError)),
        _ => T["portrait.reason.unmeasured"],
    };

    /// <summary>A sentence of the definition, its <c>{code}</c> places filled with the figures' values.</summary>
    public static string Fill(LocalizedText sentence, Portrait portrait) => Place().Replace(Say(sentence), place =>
        portrait.Find(place.Groups["code"].Value)?.Overall is { } share ? Percent(share.Value) : T["portrait.hidden.value"]);

    /// <summary>Whether every figure that a sentence of the definition names is shown without a mark.</summary>
    public static bool IsSure(LocalizedText sentence, Portrait portrait) =>
        Place().Matches(Say(sentence)).All(place => portrait.Find(place.Groups["code"].Value)?.Overall is { IsSure: true });

    public static string Finding(Figure figure, Share share) => Say(figure.Definition.Finding).Replace("{value}", Percent(share.Value), StringComparison.Ordinal);

    [GeneratedRegex(@"\{(?<code>[a-z_]+)\}", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Place();
}
