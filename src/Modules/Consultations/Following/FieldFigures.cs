using System.Globalization;
using Diapason.Consultations.Contracts;
using Diapason.Design.Charts;
using Diapason.Design.Components;
using Diapason.Platform.Language;

namespace Diapason.Consultations.Following;

/// <summary>A chart of counts with all that a figure must carry.</summary>
internal sealed record FieldFigure(string Title, string Measure, string Reading, FigureSource Source, Chart Chart);

/// <summary>Draws the counts of a field as the house's bars.</summary>
internal sealed class FieldFigures(Texts<ConsultationsModule> texts)
{
    /// <summary>Beyond, days are drawn by weeks: a phone reads so many bars.</summary>
    private const int MostDays = 21;

    public FieldFigure? Days(CampaignFacts campaign, FieldReport report)
    {
        if (report.Days.Count == 0) return null;
        var byWeek = report.Days[^1].Day.DayNumber - report.Days[0].Day.DayNumber >= MostDays;
        var rows = (byWeek ? Weeks(report.Days) : report.Days).Select(day => (texts[byWeek ? "following.week" : "following.day", LocalDates.Of(day.Day)], day.Answers)).ToList();
        var fullest = rows.MaxBy(row => row.Answers);
        return Figure(campaign, report, ("days", byWeek ? "following.by_week" : "following.by_day"), rows, (texts["following.days_title", fullest.Item1], texts["following.days_reading", fullest.Item1, fullest.Answers.ToString("N0", CultureInfo.CurrentCulture)]));
    }

    public FieldFigure? Languages(CampaignFacts campaign, FieldReport report)
    {
        if (report.Languages.Count == 0) return null;
        var rows = report.Languages.Select(l => (Label: Capital(Platform.Language.Languages.NameOf(l.Language)), l.Answers)).ToList();
        var share = ((double)rows[0].Answers / report.Counted).ToString("P0", CultureInfo.CurrentCulture);
        var reading = texts["following.reading", rows[0].Label, rows[0].Answers.ToString("N0", CultureInfo.CurrentCulture), report.Counted.ToString("N0", CultureInfo.CurrentCulture)];
        return Figure(campaign, report, ("languages", "following.by_language"), rows, (texts["following.languages_title", rows[0].Label, share], reading));
    }

    private FieldFigure Figure(CampaignFacts campaign, FieldReport report, (string Id, string Key) named, IReadOnlyList<(string Label, int Answers)> rows, (string Title, string Reading) said)
    {
        var ((title, reading), measure) = (said, texts[named.Key]);
        var text = new ChartText { Id = "suivi-" + named.Id, Title = title, Description = reading, RowHead = texts["following.head"] };
        var source = new FigureSource
        {
            Question = measure,
            N = report.Counted.ToString("N0", CultureInfo.CurrentCulture),
            Base = texts["following.base"],
            Frame = texts["following.frame"],
            Date = report.Days is [var first, .., var last] && first.Day != last.Day ? texts["following.between", LocalDates.Of(first.Day), LocalDates.Of(last.Day)] : LocalDates.Of(report.Days[0].Day),
            Weighting = Weighting.Unweighted,
            Note = campaign.IsSynthetic ? texts["manage.synthetic"] : null,
        };
        return new FieldFigure(title, measure, reading, source, Bars.Draw(text, new Scale(Top(rows.Max(row => row.Answers))), [measure], [.. rows.Select(row => new BarRow(row.Label, [new BarValue(row.Answers)]))]));
    }

    private static string Capital(string name) => CultureInfo.CurrentCulture.TextInfo.ToUpper(name[0]) + name[1..];

    private static IReadOnlyList<(DateOnly Day, int Answers)> Weeks(IReadOnlyList<(DateOnly Day, int Answers)> days) =>
        [.. days.GroupBy(day => day.Day.AddDays(-(((int)day.Day.DayOfWeek + 6) % 7))).Select(week => (week.Key, week.Sum(day => day.Answers)))];

    /// <summary>An end that four steps divide into round numbers.</summary>
    private static int Top(int most)
    {
        var top = 4;
        for (var next = 2; top < most; next = next == 2 ? 5 : 2) top = next == 2 ? top * 2 : top / 2 * 5;
        return top;
    }
}
