namespace Diapason.Platform.Language;

/// <summary>
/// Marks the sentences that a page borrows from French because the house is not written in its language: between two characters that no text
/// holds, until <see cref="MarkBorrowedTexts"/> makes them <c>&lt;span lang="fr-CA"&gt;</c>. Off except while such a page is made.
/// </summary>
public static class BorrowedTexts
{
    internal const char Open = '\uE000';
    internal const char Close = '\uE001';
    private static readonly AsyncLocal<bool> Marking = new();

    /// <summary>Makes something without marks, such as a drawing that is measured and kept for other readers.</summary>
    public static T Unmarked<T>(Func<T> make)
    {
        var before = Marking.Value;
        Marking.Value = false;
        try
        {
            return make();
        }
        finally
        {
            Marking.Value = before;
        }
    }

    internal static void Start() => Marking.Value = true;

    internal static string Mark(string sentence) => Marking.Value ? $"{Open}{sentence}{Close}" : sentence;
}
