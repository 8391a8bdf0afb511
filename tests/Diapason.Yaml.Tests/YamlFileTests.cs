using System.Diagnostics;
using Shouldly;
using Xunit;

namespace Diapason.Yaml.Tests;

/// <summary>Files that are wrong as files: one problem each, on the line at fault, in bounded time and memory.</summary>
public sealed class YamlFileTests
{
    [Theory]
    [InlineData("", "1:1: not_a_mapping")]
    [InlineData("# nothing\n", "1:1: not_a_mapping")]
    [InlineData("- a\n- b", "1:1: not_a_mapping")]
    [InlineData("words", "1:1: not_a_mapping")]
    [InlineData("a: b\n---\nc: d\n", "2:1: not_a_mapping")]
    [InlineData("a: &x 1\nb: *x", "2:4: alias_refused")]
    [InlineData("a: 1\nb:\n\tc: 2", "3:1: tab")]
    [InlineData("a:\n  b: 1\n \tc: 2\nd: 3", "3:2: tab")]
    [InlineData("a: |\n  one\n  \ttwo\nb:\n\tc: 2", "5:1: tab")]
    [InlineData("a:\n  - b: 1\n\t  c: 2", "3:1: tab")]
    public void Is_refused_at_its_place(string yaml, string expected)
    {
        var problems = new YamlProblems("x.yaml");
        YamlFile.Read<object>(yaml, problems, map => map).ShouldBeNull();
        problems.InOrder.ShouldHaveSingleItem().ToString().ShouldBe("x.yaml:" + expected);
    }

    [Theory]
    [InlineData("a: [1, 2", 1, 2)]
    [InlineData("ok: 1\na: \"unclosed\nb: 2", 2, 4)]
    [InlineData("ok: 1\n  b: 2", 2, 2)]
    [InlineData("ok: 1\nb: c: d", 2, 2)]
    public void Bad_syntax_is_told_once_where_it_starts(string yaml, int first, int last)
    {
        var problems = new YamlProblems("x.yaml");
        YamlFile.Read<object>(yaml, problems, map => map).ShouldBeNull();
        var problem = problems.InOrder.ShouldHaveSingleItem();
        problem.Code.ShouldBe("bad_yaml");
        problem.Line.ShouldBeInRange(first, last);
    }

    [Fact]
    public void A_tab_inside_a_text_is_part_of_it()
    {
        var problems = new YamlProblems("x.yaml");
        YamlFile.Read("a: |\n  one\n  \ttwo\nb: \"x\ty\"\nc:\tz", problems, map => $"{map.Text("a")}|{map.Text("b")}|{map.Text("c")}").ShouldBe("one\n\ttwo|x\ty|z");
        problems.InOrder.ShouldBeEmpty();
    }

    public static TheoryData<string, string> Bombs => new()
    {
        { string.Concat(Enumerable.Repeat("[", 500_000)), "too_deep" },
        { string.Concat(Enumerable.Repeat("{a: ", 300_000)), "too_deep" },
        { string.Concat(Enumerable.Range(0, 20_000).Select(i => new string(' ', i % 100) + "a:\n")), "" },
        { "a: [" + string.Concat(Enumerable.Repeat("x,", 900_000)) + "]", "too_long" },
        { new string(' ', 2_000_001), "too_long" },
        { "a: \"" + new string('x', 1_900_000), "bad_yaml" },
        { "a: " + new string('-', 1_900_000), "" },
        { string.Concat(Enumerable.Repeat("? ", 200_000)), "too_deep" },
        { string.Concat(Enumerable.Repeat("- ", 200_000)), "too_deep" },
        { string.Concat(Enumerable.Range(0, 190_000).Select(i => $"k{i}: \n")), "" },
        { "a: &a [x,x]\n" + string.Concat(Enumerable.Range(0, 50).Select(i => $"b{i}: &b{i} [*a,*a]\n")), "alias_refused" },
        { string.Concat(Enumerable.Repeat("a: ", 300_000)), "bad_yaml" },
        { "%TAG ! tag:x\n--- !<x> {a: 1}\n...\n", "" },
        { string.Concat(Enumerable.Repeat("%YAML 1.1\n", 100_000)), "" },
        { "\uFEFFa: 1\n\0\uD800", "" },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void What_could_exhaust_the_reader_does_not(string yaml, string code)
    {
        var (clock, memory) = (Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread());
        var problems = new YamlProblems("x.yaml");
        YamlFile.Read<object>(yaml, problems, map => map);
        // Far above what it takes (under a second and 300 MB in all), far below what an attack would need.
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
        (GC.GetAllocatedBytesForCurrentThread() - memory).ShouldBeLessThan(1_500_000_000);
        if (code.Length > 0) problems.InOrder.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [Fact]
    public void A_damaged_file_never_throws_and_names_a_place_inside_it()
    {
        var random = new Random(6);
        var lines = "code: a\nname: { fr: A, en: B }\nlist:\n  - { code: b, n: 1 }\n  - code: c\n    text: |\n      words\n      more\n    quoted: \"x: y\"\n".Split('\n');
        const string marks = "{}[]:,-&*!|>'\"%@`#? \t\0\uFFFD\uD800é0\u0085\u2028";
        for (var round = 0; round < Sample.Of(20_000, 400_000); round++)
        {
            var damaged = lines.ToList();
            for (var cut = random.Next(4); cut >= 0; cut--)
            {
                var at = random.Next(damaged.Count);
                if (random.Next(4) == 0 && damaged.Count > 1) damaged.RemoveAt(at);
                else damaged[at] = damaged[at].Insert(random.Next(damaged[at].Length + 1), marks[random.Next(marks.Length)].ToString());
            }

            var problems = new YamlProblems("x.yaml");
            var read = YamlFile.Read<object>(string.Join('\n', damaged), problems, map =>
            {
                map.Text("code");
                map.Localized("name");
                foreach (var item in map.Items("list")) item.Text("code");
                return map;
            });
            (read is not null || !problems.IsEmpty).ShouldBeTrue();
            foreach (var problem in problems.InOrder) problem.Line.ShouldBeInRange(1, damaged.Count + 3);
        }
    }
}
