using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Diapason.Architecture.Tests;

/// <summary>
/// What a kind of question is, its class says, and what is made of it a visitor does: a test of the class somewhere else is a place that nobody remembers
/// when the next kind comes (ADR 20).
/// </summary>
public sealed class KindsTests
{
    private static readonly string Classes = Path.Combine("libs", "Diapason.Forms", "Kinds") + Path.DirectorySeparatorChar;

    /// <summary>The partial view of a kind, which draws what that kind alone has.</summary>
    private static readonly string Views = Path.Combine("src", "Modules", "Consultations", "Pages", "Consultation", "Kinds") + Path.DirectorySeparatorChar;

    /// <summary>Where there is no question yet, and a kind is a word: the forms of others become kinds there, and a draft is text.</summary>
    private static readonly string[] ByWord =
    [
        Path.Combine("libs", "Diapason.Forms", "XlsForms"),
        Path.Combine("libs", "Diapason.Forms", "LimeSurvey"),
        Path.Combine("libs", "Diapason.Forms", "Drafting"),
        Path.Combine("src", "Modules", "Consultations", "Pages", "Manage", "Questionnaires", "Author"),
    ];

    [Fact]
    public void No_code_asks_a_question_of_which_class_it_is()
    {
        var asks = new Regex($@"\b(is|as|or|not|case|and)\s+{Kind}\b(?!\.)|\({Kind}\)|OfType<{Kind}>|[\[:,]\s*{Kind}\s*[{{\]]|\b{Kind}( \w+)?( when .*)?\s=>");
        asks.IsMatch("if (question is NoteQuestion { Title.IsEmpty: true })").ShouldBeTrue();
        asks.IsMatch("{ Question: CalculatedQuestion { Calculation: { } value } worked }").ShouldBeTrue();
        asks.IsMatch("NumberQuestion number => (number.Min, number.Max)").ShouldBeTrue();
        asks.IsMatch("public string Visit(NoteQuestion question) => Of(\"Note\");").ShouldBeFalse();
        Lines(asks, file => !file.StartsWith(Views, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Only_what_reads_text_chooses_by_the_word_of_a_kind()
    {
        var asks = new Regex($@"\b(is|or|case)\s+{Kind}\.Word\b|[!=]= {Kind}\.Word\b|\b{Kind}\.Word\s=>");
        var found = Lines(asks, _ => true).ToList();
        found.Where(line => !ByWord.Any(folder => line.StartsWith(folder, StringComparison.Ordinal))).ShouldBeEmpty();
        ByWord.Where(folder => !found.Exists(line => line.StartsWith(folder, StringComparison.Ordinal))).ShouldBeEmpty("what is allowed and not used would be used in silence");
    }

    private static string Kind { get; } = $"(?:{string.Join('|', Directory.EnumerateFiles(Path.Combine(Product.Root, Classes), "*Question.cs").Select(Path.GetFileNameWithoutExtension).Where(name => name != "Question"))})";

    private static IEnumerable<string> Lines(Regex asks, Func<string, bool> isLookedAt) =>
        from folder in new[] { "src", "libs" }
        from pattern in new[] { "*.cs", "*.cshtml" }
        from file in Product.Sources(folder, pattern)
        let name = Path.GetRelativePath(Product.Root, file)
        where !name.StartsWith(Classes, StringComparison.Ordinal) && isLookedAt(name)
        from line in File.ReadLines(file)
        where asks.IsMatch(line)
        select $"{name}: {line.Trim()}";
}
