namespace Diapason.Forms;

/// <summary>
/// About how long a page takes. Reading: 200 words a minute, under the 238 of adults who read English to themselves, for a question is read to be answered.
/// Answering: seconds by kind of field, which are ours, stated and not measured; the pages keep no time of anyone.
/// </summary>
/// <remarks>M. Brysbaert, « How many words do we read per minute? A review and meta-analysis of reading rate », <em>Journal of Memory and Language</em> 109 (2019), 104047.</remarks>
public static class PageTime
{
    /// <summary>Words read in a minute.</summary>
    public const int WordsAMinute = 200;

    /// <summary>Seconds to come to a page and to send it.</summary>
    public const int SecondsAPage = 3;

    // Nobody reads a hundred municipalities.
    private const int OptionsRead = 10;

    /// <summary>Seconds to read and answer the questions shown on a page, in a language.</summary>
    public static double Seconds(Page page, IEnumerable<Question> shown, string language)
    {
        var own = page.HasOwnTitle ? Readability.Words(page.Title.In(language)) : 0;
        return SecondsAPage + Reading(own + Readability.Words(page.Intro.In(language))) + shown.Sum(question => Seconds(question, language));
    }

    private static double Seconds(Question question, string language)
    {
        var said = question.Title.In(language) + " " + question.Hint.In(language) + " " + question.Body.In(language);
        var options = question.Scales.Sum(scale => scale.Take(OptionsRead).Sum(option => Readability.Words(option.Label.In(language))));
        var items = question.Items.Sum(item => Readability.Words(item.Label.In(language)));
        return Reading(Readability.Words(said) + options + items) + question.Fields.Sum(Answering);
    }

    private static double Reading(int words) => 60.0 * words / WordsAMinute;

    private static double Answering(Field field) => field switch
    {
        { IsMissingMark: true } => 0,
        { IsOther: true } => 2,
        { Choices.Count: > 0 } => 3,
        { Variable.Question: LongTextQuestion } => 45,
        { Variable.Question: ShortTextQuestion } => 12,
        { Variable.Question: DateQuestion } => 8,
        _ => 6,
    };
}
