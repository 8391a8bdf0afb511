using System.Globalization;

namespace Diapason.Forms;

/// <summary>What became of something in a form of others.</summary>
public enum FormOutcome
{
    /// <summary>It is in the questionnaire as it was.</summary>
    Carried,

    /// <summary>It is in the questionnaire, otherwise than it was.</summary>
    Changed,

    /// <summary>It is not: a questionnaire has no such thing.</summary>
    NotCarried,

    /// <summary>It is not: it makes no sense as it is written.</summary>
    Error,
}

/// <summary>What became of a cell, a row or a sheet of a form, and why.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Sheet">The sheet.</param>
/// <param name="Row">The row of the spreadsheet, from 1; 0 for the whole sheet.</param>
/// <param name="Column">The column's name as the form wrote it; empty for the whole row.</param>
/// <param name="Code">The stable code of the reason; one of <see cref="FormNoticeCodes"/> or of an expression's faults.</param>
/// <param name="Facts">What a sentence needs: <c>name</c>, <c>became</c>, <c>column</c> in the expression…</param>
public sealed record FormNotice(FormOutcome Outcome, string Sheet, int Row, string Column, string Code, IReadOnlyList<(string Name, object? Value)> Facts)
{
    /// <summary>One line for a console: <c>survey:12:relevant: Error condition_quotes position=8</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Sheet}:{Row}:{Column}: {Outcome} {Code}{string.Concat(Facts.Select(fact => string.Create(CultureInfo.InvariantCulture, $" {fact.Name}={fact.Value}")))}");
}

/// <summary>Why something of a form was changed or left out.</summary>
public static class FormNoticeCodes
{
    /// <summary>Carried as it was.</summary>
    public const string Carried = "carried";

    /// <summary>The form has no sheet of questions.</summary>
    public const string NoSurvey = "no_survey";

    /// <summary>The sheet of questions was found under another name.</summary>
    public const string SurveyByItsColumns = "survey_by_its_columns";

    /// <summary>A sheet that a questionnaire has no use for.</summary>
    public const string SheetNotUsed = "sheet_not_used";

    /// <summary>More rows than a form may have; <c>most</c>.</summary>
    public const string TooManyRows = "too_many_rows";

    /// <summary>A column written twice: the first counts.</summary>
    public const string ColumnTwice = "column_twice";

    /// <summary>A column that a questionnaire has no use for.</summary>
    public const string ColumnNotUsed = "column_not_used";

    /// <summary>A language that is not known by this name; a code in brackets tells it: <c>label::Innu-aimun (moe)</c>.</summary>
    public const string LanguageUnknown = "language_unknown";

    /// <summary>A text lacks a language and says another's; <c>language</c>.</summary>
    public const string TranslationMissing = "translation_missing";

    /// <summary>A question without words: its name stands for them.</summary>
    public const string LabelMissing = "label_missing";

    /// <summary>A row without a name; <c>became</c>.</summary>
    public const string NameMissing = "name_missing";

    /// <summary>A name spelt otherwise here; <c>name</c>, <c>became</c>.</summary>
    public const string NameChanged = "name_changed";

    /// <summary>A type nobody knows; <c>type</c>, <c>nearest</c>.</summary>
    public const string TypeUnknown = "type_unknown";

    /// <summary>A type that needs a device, a file or a map; <c>type</c>.</summary>
    public const string NeedsDevice = "needs_device";

    /// <summary>What a device notes by itself, which a consultation does not collect; <c>type</c>.</summary>
    public const string NotCollected = "not_collected";

    /// <summary>A kind of question that does not exist here yet; <c>type</c>.</summary>
    public const string KindNotAvailable = "kind_not_available";

    /// <summary>A kind of question that became another; <c>type</c>, <c>became</c>.</summary>
    public const string KindChanged = "kind_changed";

    /// <summary>A list of choices that the form does not have; <c>list</c>.</summary>
    public const string ListUnknown = "list_unknown";

    /// <summary>A list of choices that no question uses; <c>list</c>.</summary>
    public const string ListNotUsed = "list_not_used";

    /// <summary>A choice without a name or a list.</summary>
    public const string ChoiceIncomplete = "choice_incomplete";

    /// <summary>Every choice of the list is offered: the filter looks at a column that is not there, or at what is asked later.</summary>
    public const string FilterNotCarried = "filter_not_carried";

    /// <summary>Every choice of the list is offered: the filter would offer none to anybody.</summary>
    public const string FilterOffersNothing = "filter_offers_nothing";

    /// <summary>Nothing was written where words are needed: three dots stand for them, to be written over.</summary>
    public const string WordsInvented = "words_invented";

    /// <summary>A constraint that rests on what is asked later, or names what is spelt otherwise here; nothing judges the answer.</summary>
    public const string ConstraintNotCarried = "constraint_not_carried";

    /// <summary>Own words of a constraint that is not carried: the house says what is wrong.</summary>
    public const string MessageNotCarried = "message_not_carried";

    /// <summary>A question required on a condition is never required.</summary>
    public const string RequiredOnCondition = "required_on_condition";

    /// <summary>An answer quoted in a text became an ellipsis, for it is not one of earlier pages; <c>name</c>.</summary>
    public const string AnswerInText = "answer_in_text";

    /// <summary>Marks of a page's markup were taken out of a text.</summary>
    public const string MarkupRemoved = "markup_removed";

    /// <summary>Something asked again for each became the same questions a number of times; <c>times</c>.</summary>
    public const string RepeatUnrolled = "repeat_unrolled";

    /// <summary>A group that is not closed, or closed without being open.</summary>
    public const string GroupUnbalanced = "group_unbalanced";

    /// <summary>What is shown is decided on the page where it is asked: the page was cut in two.</summary>
    public const string PageCut = "page_cut";

    /// <summary>A condition that rests on what is asked later, or not carried; <c>name</c>. It is always shown.</summary>
    public const string RestsOnLater = "rests_on_later";

    /// <summary>An expression names what is not in the form; <c>name</c>, <c>nearest</c>.</summary>
    public const string NameUnknown = "name_unknown";

    /// <summary>An expression compares with what is not a choice; <c>name</c>, <c>option</c>.</summary>
    public const string OptionUnknown = "option_unknown";

    /// <summary>Quotation marks, spaces or minus signs of a word processor in an expression were understood.</summary>
    public const string MarksUnderstood = "marks_understood";

    /// <summary>An expression asks the day, which the pages do not give yet.</summary>
    public const string AsksTheDay = "asks_the_day";

    /// <summary>An appearance that changes nothing here.</summary>
    public const string AppearanceNotUsed = "appearance_not_used";

    /// <summary>A cell that a questionnaire has no use for.</summary>
    public const string CellNotUsed = "cell_not_used";

    /// <summary>What is told of a missing kind differs between lists: the first words count; <c>name</c>.</summary>
    public const string MissingSaidOnce = "missing_said_once";

    /// <summary>Written: a question of several items became one question an item, under a note; <c>kind</c>, <c>times</c>.</summary>
    public const string Unrolled = "unrolled";

    /// <summary>Written: the unit beside a number became its hint.</summary>
    public const string UnitInHint = "unit_in_hint";

    /// <summary>Written: the title of a note became its first line.</summary>
    public const string TitleInText = "title_in_text";

    /// <summary>Written: a form has one title; <c>language</c>.</summary>
    public const string TitleInOneLanguage = "title_in_one_language";

    /// <summary>Written: the sentence under a page's title became a note; <c>page</c>.</summary>
    public const string IntroAsNote = "intro_as_note";

    /// <summary>Written: a form has no margin; <c>page</c>.</summary>
    public const string MarginLeftOut = "margin_left_out";

    /// <summary>Written: a form says no length; <c>minutes</c>.</summary>
    public const string MinutesLeftOut = "minutes_left_out";

    /// <summary>Written: a choice has no line under it; <c>name</c>.</summary>
    public const string OptionHintLeftOut = "option_hint_left_out";

    /// <summary>Written: beside words, a number or a day there is nothing to tick; <c>missing</c>.</summary>
    public const string MissingLeftOut = "missing_left_out";

    /// <summary>Written: the version of the text consented to is not kept with the answer; <c>version</c>.</summary>
    public const string ConsentVersionLeftOut = "consent_version_left_out";

    /// <summary>The file is XML and no survey of LimeSurvey's.</summary>
    public const string NotLss = "not_lss";

    /// <summary>The file is no sound XML, or names a type of document, which is never read.</summary>
    public const string XmlBroken = "xml_broken";

    /// <summary>A second form of a language that is there already: <c>de-informal</c>; <c>name</c>.</summary>
    public const string LanguageTwice = "language_twice";

    /// <summary>Nobody is ever shown it.</summary>
    public const string NeverShown = "never_shown";

    /// <summary>A comment beside each choice is not asked for.</summary>
    public const string CommentsLeftOut = "comments_left_out";

    /// <summary>Written: a form ranks every choice; <c>top</c>.</summary>
    public const string TopLeftOut = "top_left_out";

    /// <summary>A choice that its filter never offers; <c>name</c>.</summary>
    public const string ChoiceNeverOffered = "choice_never_offered";

    /// <summary>Written: a value that is shown is told by a note too.</summary>
    public const string ShownAsNote = "shown_as_note";

    /// <summary>Written: a total to share became a constraint on the last of its numbers; <c>total</c>.</summary>
    public const string TotalAsConstraint = "total_as_constraint";

    /// <summary>Written: what a text says instead of an answer that is not there; <c>name</c>, <c>instead</c>.</summary>
    public const string InsteadLeftOut = "instead_left_out";

    /// <summary>Written: a form quotes the name of a choice, where a page says its words; <c>name</c>.</summary>
    public const string QuotedByName = "quoted_by_name";

    /// <summary>A file that is named as an image and is no PNG, JPEG or WebP by its name; <c>name</c>.</summary>
    public const string ImageOtherKind = "image_other_kind";

    /// <summary>A choice has one image for every language: the first counts; <c>name</c>.</summary>
    public const string ImageSaidOnce = "image_said_once";

    /// <summary>What an image shows is not said: the words of its choice stand for it.</summary>
    public const string AlternativeMissing = "alternative_missing";

    /// <summary>Images beside choices that are put in order, or in a list that unfolds; <c>list</c>.</summary>
    public const string ImagesOutOfPlace = "images_out_of_place";

    /// <summary>Written: what an image shows has a column of its own, which other tools pass over.</summary>
    public const string AlternativeInColumn = "alternative_in_column";

    /// <summary>A row of a question that is shown on a condition which cannot be said here: it is always shown; <c>name</c>.</summary>
    public const string RowRuleNotCarried = "row_rule_not_carried";

    /// <summary>Rows filtered by a question that comes later, or has no such rows; <c>name</c>.</summary>
    public const string RowFilterNotCarried = "row_filter_not_carried";

    /// <summary>What is put in order shows all its choices: filters and conditions of rows are left out.</summary>
    public const string RankingShowsAll = "ranking_shows_all";

    /// <summary>Statements always come in one order.</summary>
    public const string RowsInOrder = "rows_in_order";

    /// <summary>Questions and groups always come in one order; <c>name</c> of those that would be shuffled together.</summary>
    public const string QuestionsInOrder = "questions_in_order";

    /// <summary>A quota, which would close a survey to some: a consultation refuses nobody; <c>name</c>, <c>limit</c>.</summary>
    public const string QuotaNotCarried = "quota_not_carried";

    /// <summary>Nothing is left to ask.</summary>
    public const string NothingToAsk = "nothing_to_ask";

    /// <summary>The questionnaire that came of it is refused; <c>problem</c>.</summary>
    public const string Refused = "refused";
}
