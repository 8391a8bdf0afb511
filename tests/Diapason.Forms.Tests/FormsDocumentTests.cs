using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Diapason.Forms.Tests;

/// <summary><c>docs/xlsform.md</c> says of every type of question what the readers do with it, and of no other.</summary>
public sealed partial class FormsDocumentTests
{
    [Fact]
    public void Every_type_of_xlsform_is_in_the_row_of_what_becomes_of_it()
    {
        var rows = Rows("| words of `type`").ToList();
        rows.SelectMany(row => row.Words).Distinct().Order(StringComparer.Ordinal).ShouldBe(FormType.Words.Distinct().Order(StringComparer.Ordinal));
        foreach (var (words, becomes) in rows)
            foreach (var word in words) Said(FormType.Read(word is "select_one" or "select_multiple" or "rank" ? word + " list" : word)).ShouldBe(becomes, word);
    }

    [Fact]
    public void Every_type_of_limesurvey_is_in_the_table_and_no_other_is_read()
    {
        var rows = Rows("| in LimeSurvey").ToList();
        var told = rows.SelectMany(row => row.Words).Where(word => word.Length == 1).ToList();
        told.ShouldBeUnique();
        for (var letter = '!'; letter <= '~'; letter++) IsKnown(letter, out _).ShouldBe(told.Contains(letter.ToString()), letter.ToString());
        foreach (var (words, becomes) in rows)
        {
            foreach (var word in words.Where(word => word.Length == 1))
            {
                IsKnown(word[0], out var isLeft);
                isLeft.ShouldBe(becomes == "not carried", word);
            }
        }
    }

    private static bool IsKnown(char type, out bool isLeft)
    {
        var reading = new Survey().Add("surveys", "sid=77", "language=fr", "additional_languages=en", "format=G").Group("1", "Vous", "You")
            .Asks("1", type.ToString(), "q", "Un", "One").Row("1", "a", "Un", "One").Row("1", "b", "Deux", "Two").Answer("1", "x", "Oui", "Yes").Answer("1", "y", "Non", "No").Read();
        isLeft = reading.Notices.Any(notice => notice.Code is "needs_device" or "not_collected");
        return reading.Notices.All(notice => notice.Code != "type_unknown");
    }

    private static string Said(FormType type) => type.Row switch
    {
        FormRowKind.Question => "a question",
        FormRowKind.Calculation => "a calculation",
        FormRowKind.Left => $"not carried (`{type.Reason}`)",
        _ => "a section, a page, repetitions",
    };

    /// <summary>The words between backquotes of the first cell of each row, and the second cell.</summary>
    private static IEnumerable<(IReadOnlyList<string> Words, string Becomes)> Rows(string head) =>
        File.ReadAllLines(Path.Combine(Repository, "docs", "xlsform.md")).SkipWhile(line => !line.StartsWith(head, StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Replace("\\|", "\u0001", StringComparison.Ordinal).Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => ((IReadOnlyList<string>)[.. Word().Matches(cells[1]).Select(word => word.Value.Trim('`').Replace('\u0001', '|'))], cells[2]));

    private static string Repository
    {
        get
        {
            for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
                if (File.Exists(Path.Combine(folder, "Diapason.slnx"))) return folder;
            throw new InvalidOperationException("The tests do not run inside the repository.");
        }
    }

    [GeneratedRegex("`[^`]+`", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
