namespace Diapason.Forms;

/// <summary>Walks random respondents through a questionnaire, page by page as people go: what they answer is posted, checked and routed as theirs is.</summary>
public static class RandomWalks
{
    // Drawn answers may break a bound; so many in a row mean that nothing is accepted.
    private const int MostTries = 20;

    /// <summary>Walks.</summary>
    /// <param name="questionnaire">The questionnaire.</param>
    /// <param name="walks">How many respondents, from one.</param>
    /// <param name="seed">The same seed walks the same ways.</param>
    /// <exception cref="ArgumentOutOfRangeException">No walk at all.</exception>
    public static WalkReport Of(Questionnaire questionnaire, int walks = 1000, int seed = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(walks, 1);
        var (draw, tally) = (new DrawnAnswers(questionnaire, new Random(seed)), new WalkTally(questionnaire));
        for (var walk = 0; walk < walks; walk++) Walk(questionnaire, draw, tally);
        return tally.Report(walks, seed);
    }

    private static void Walk(Questionnaire questionnaire, DrawnAnswers draw, WalkTally tally)
    {
        var route = questionnaire.RouteFor(AnswerSet.Empty);
        tally.Begin();
        for (var page = route.First; page is not null; page = route.After(page))
        {
            tally.Meet(page, route);
            if (Answer(page, route, draw) is not { } answers)
            {
                tally.Stop(page);
                break;
            }

            route = questionnaire.RouteFor(answers);
        }

        tally.End();
    }

    private static AnswerSet? Answer(Page page, Route route, DrawnAnswers draw)
    {
        PagePost? post = null;
        for (var tried = 0; tried < MostTries; tried++)
        {
            post = PagePost.Read(page, route, draw.Page(page, route, tried));
            if (post.IsValid) return route.Answers.Merge(post.Answers);
        }

        // Chance seldom meets a constraint; whoever answers knows what it asks.
        return post!.Problems.All(problem => problem.Code == FieldProblemCodes.Constraint) ? route.Answers.Merge(post.Answers) : null;
    }
}

/// <summary>Counts what is met.</summary>
internal sealed class WalkTally(Questionnaire questionnaire)
{
    private readonly HashSet<string> _reached = new(StringComparer.Ordinal), _asked = new(StringComparer.Ordinal), _ways = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _stops = new(StringComparer.Ordinal);
    private readonly List<double> _minutes = [];
    private readonly List<double> _pages = [];
    private readonly Dictionary<(Page, string), double> _times = [];
    private readonly List<double>[] _byPage = [.. questionnaire.Pages.Select(_ => new List<double>())];
    private readonly List<int> _way = [];
    private double _seconds;

    public void Begin()
    {
        _seconds = 0;
        _way.Clear();
    }

    public void Meet(Page page, Route route)
    {
        var shown = page.Questions.Where(route.Shows).ToList();
        _reached.Add(page.Code);
        foreach (var question in shown) _asked.Add(question.Code);
        _way.Add(page.Index);
        var key = (page, string.Join(' ', shown.Select(question => question.Index)));
        if (!_times.TryGetValue(key, out var time)) _times[key] = time = PageTime.Seconds(page, shown, questionnaire.Heading.Languages[0]);
        _byPage[page.Index].Add(time);
        _seconds += time;
    }

    public void Stop(Page page) => _stops[page.Code] = _stops.GetValueOrDefault(page.Code) + 1;

    public void End()
    {
        _pages.Add(_way.Count);
        _minutes.Add(_seconds / 60);
        _ways.Add(string.Join(' ', _way));
    }

    public WalkReport Report(int walks, int seed) => new()
    {
        Walks = walks,
        Seed = seed,
        Ways = _ways.Count,
        FewestPages = (int)_pages.Min(),
        MedianPages = Median(_pages),
        MostPages = (int)_pages.Max(),
        MedianMinutes = Median(_minutes),
        MostMinutes = _minutes.Max(),
        Reached = _reached,
        Asked = _asked,
        NeverReached = [.. questionnaire.Pages.Select(page => page.Code).Where(code => !_reached.Contains(code))],
        Pages = [.. questionnaire.Pages.Select(page => new WalkedPage(page.Code, _byPage[page.Index].Count, _byPage[page.Index].Count == 0 ? 0 : Median(_byPage[page.Index]), _stops.GetValueOrDefault(page.Code)))],
        DeadEnds = [.. questionnaire.Pages.Where(page => _stops.ContainsKey(page.Code)).Select(page => (page.Code, _stops[page.Code]))],
    };

    private static double Median(List<double> values)
    {
        values.Sort();
        return (values[(values.Count - 1) / 2] + values[values.Count / 2]) / 2;
    }
}
