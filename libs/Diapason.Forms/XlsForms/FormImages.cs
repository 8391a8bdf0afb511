namespace Diapason.Forms;

/// <summary>Reads the images of choices: <c>media::image</c>, in one language or in each, and <c>image_alt</c>, which says what they show.</summary>
internal static class FormImages
{
    private const string Column = "image";

    /// <summary>The name of the image of a choice, and what it shows; nothing where there is none.</summary>
    /// <param name="book">The form.</param>
    /// <param name="row">The row of the choice.</param>
    /// <param name="label">Its words, which stand for what the image shows where that is not said.</param>
    public static (string Name, IReadOnlyList<(string Key, object Value)> Alternative) Read(FormBook book, FormRow row, IReadOnlyList<(string Key, object Value)> label)
    {
        if (!book.Choices.Has(Column)) return ("", []);
        var named = book.Choices.Texts(row, Column, book.Main);
        if ((named.GetValueOrDefault(book.Main) ?? named.Values.FirstOrDefault()) is not { } written) return ("", []);
        if (OptionImage.Spell(written) is not { } name)
        {
            Note(FormOutcome.NotCarried, FormNoticeCodes.ImageOtherKind, written);
            return ("", []);
        }

        if (named.Values.Distinct(StringComparer.Ordinal).Count() > 1) Note(FormOutcome.Changed, FormNoticeCodes.ImageSaidOnce, name);
        var said = book.Texts(book.Choices, row, "image_alt");
        if (said.Count == 0) Note(FormOutcome.Changed, FormNoticeCodes.AlternativeMissing, name);
        return (name, said.Count > 0 ? said : label);

        void Note(FormOutcome outcome, string code, string told) => book.Report.Add(outcome, book.Choices.Sheet, row.Line, book.Choices.Written(Column), code, ("name", told));
    }

    /// <summary>Whether the choices of a question may come with images: they are seen at once, and not moved.</summary>
    public static bool HasPlace(FormItem item, bool isList) => item.Type.Kind is SingleQuestion.Word or MultipleQuestion.Word && !(isList && item.Type.Kind == SingleQuestion.Word);
}
