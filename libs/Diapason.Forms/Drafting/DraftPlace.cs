using System.Globalization;

namespace Diapason.Forms;

/// <summary>The kinds of things in a draft that can be pointed at.</summary>
public enum DraftPlaceKind
{
    /// <summary>Title, version, languages, consent text, words of missing kinds.</summary>
    Heading,

    /// <summary>A shared list.</summary>
    List,

    /// <summary>A calculation.</summary>
    Calculation,

    /// <summary>A section.</summary>
    Section,

    /// <summary>A page.</summary>
    Page,

    /// <summary>A question.</summary>
    Question,
}

/// <summary>A place in a draft, by codes: two versions of a draft have the same place where they have the same codes.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Code">Its code; the page's for a question.</param>
/// <param name="Question">The question's code.</param>
/// <param name="Nth">Which of the questions of this code on the page, from one: a question may be cut in several.</param>
public sealed record DraftPlace(DraftPlaceKind Kind, string Code = "", string Question = "", int Nth = 1)
{
    /// <summary>What the questionnaire says of itself.</summary>
    public static readonly DraftPlace Heading = new(DraftPlaceKind.Heading);

    /// <summary>The place of a question on its page.</summary>
    public static DraftPlace Of(DraftPage page, DraftQuestion question) => new(
        DraftPlaceKind.Question, page.Code, question.Code, 1 + page.Questions.TakeWhile(other => !ReferenceEquals(other, question)).Count(other => other.Code == question.Code));

    /// <summary>The place of a page.</summary>
    public static DraftPlace Of(DraftPage page) => new(DraftPlaceKind.Page, page.Code);

    /// <summary>The place of a section.</summary>
    public static DraftPlace Of(DraftSection section) => new(DraftPlaceKind.Section, section.Code);

    /// <summary>The innermost thing that a line of a file is in.</summary>
    /// <param name="places">Where each thing starts, in order, as <see cref="ReadDraft"/> gives it.</param>
    /// <param name="line">The line, from 1.</param>
    public static DraftPlace At(IReadOnlyList<(int Line, DraftPlace Place)> places, int line)
    {
        var at = Heading;
        foreach (var (start, place) in places)
            if (start <= line) at = place;
        return at;
    }

    /// <summary>Reads what <see cref="ToString"/> wrote; the heading for anything else.</summary>
    public static DraftPlace Parse(string? written)
    {
        if ((written ?? "").Split('/') is not [var word, var code, .. var rest] || !Enum.TryParse<DraftPlaceKind>(word, ignoreCase: true, out var kind)) return Heading;
        if (kind != DraftPlaceKind.Question) return kind == DraftPlaceKind.Heading ? Heading : new(kind, code);
        return rest is [var question, .. var nth] ? new(kind, code, question, nth is [var figure] && int.TryParse(figure, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1) : Heading;
    }

    /// <summary><c>question/situation/status</c>, fit for an address.</summary>
    public override string ToString() => Kind switch
    {
        DraftPlaceKind.Heading => "heading",
        DraftPlaceKind.Question when Nth > 1 => string.Create(CultureInfo.InvariantCulture, $"question/{Code}/{Question}/{Nth}"),
        DraftPlaceKind.Question => $"question/{Code}/{Question}",
        _ => $"{Kind.ToString().ToLowerInvariant()}/{Code}",
    };
}
