namespace Diapason.Forms;

/// <summary>
/// Cuts a page where a question asks to be met one item at a time: on a telephone, four competencies judged twice are seven screens. The first page
/// keeps the code that was written; the others add the item's (<c>skills-ethics</c>), with a dash that no written code can hold.
/// </summary>
internal static class OnePageAnItem
{
    public static IEnumerable<Page> Cut(Page page, ReadingContext context)
    {
        var parts = Parts(page.Questions, context).ToList();
        if (parts.Count == 1) return [page];
        return parts.Select((part, index) => Part(page, part, index, context)).ToList();
    }

    private static IEnumerable<(string Code, List<Question> Questions)> Parts(IReadOnlyList<Question> questions, ReadingContext context)
    {
        List<Question> together = [];
        foreach (var question in questions)
        {
            var cut = question.OneAPage;
            if (cut.Count <= 1)
            {
                together.Add(question);
                continue;
            }

            if (together.Count > 0) yield return (together[0].Code, together);
            together = [];
            foreach (var one in cut)
            {
                context.Places[one] = context.Places[question];
                yield return (one.Items[0].Code, [one]);
            }
        }

        if (together.Count > 0) yield return (together[0].Code, together);
    }

    private static Page Part(Page whole, (string Code, List<Question> Questions) part, int index, ReadingContext context)
    {
        var own = whole.HasOwnTitle || part.Questions is not [{ Title.IsEmpty: false }];
        var page = new Page
        {
            Code = index == 0 ? whole.Code : $"{whole.Code}-{part.Code.Replace('.', '-')}",
            Title = own ? whole.Title : part.Questions[0].Title,
            HasOwnTitle = own,
            Intro = index == 0 ? whole.Intro : Text.LocalizedText.Empty,
            Why = whole.Why,
            Who = whole.Who,
            When = whole.When,
            Questions = part.Questions,
        };
        context.Places[page] = context.Places[whole];
        return page;
    }
}
