using Diapason.Text;
using Shouldly;
using Xunit;

namespace Diapason.Yaml.Tests;

/// <summary>What a reader asks of a mapping, and what is said when it is not there, not of that sort, or not asked for.</summary>
public sealed class YamlMapTests
{
    private enum Colour
    {
        Red,
        DeepBlue,
    }

    [Fact]
    public void Reads_each_sort_of_value()
    {
        var read = Read("""
            code: a
            name: { fr: Bonjour, en: Hello }
            many: |
              two
              lines
            on: true
            share: 12.5
            count: 3
            day: 2026-11-22
            colour: deep_blue
            codes: [x, y]
            one: z
            inner: { code: b }
            items: [{ code: c, fr: Un, en: One }, { code: d, fr: Deux, en: Two }]
            nothing: ~
            """, map =>
        {
            map.Text("code").ShouldBe("a");
            map.Localized("name").ShouldBe(new LocalizedText([new("fr", "Bonjour"), new("en", "Hello")]));
            map.Text("many").ShouldBe("two\nlines");
            map.Flag("on").ShouldBeTrue();
            map.Flag("off", otherwise: true).ShouldBeTrue();
            map.OptionalNumber("share").ShouldBe(12.5m);
            map.Whole("count", 1, 3).ShouldBe(3);
            map.OptionalWhole("more", 1, 3, 7).ShouldBe(7);
            map.Date("day").ShouldBe(new DateOnly(2026, 11, 22));
            map.Word<Colour>("colour").ShouldBe(Colour.DeepBlue);
            map.Codes("codes").ShouldBe(["x", "y"]);
            map.Codes("one").ShouldBe(["z"]);
            map.OptionalCodes("none").ShouldBeEmpty();
            map.Map("inner")!.Text("code").ShouldBe("b");
            map.Coded("items", (item, code) => code + item.Languages().In("en")).ShouldBe(["cOne", "dTwo"]);
            map.OptionalText("nothing").ShouldBeNull();
            map.OptionalMap("nothing").ShouldBeNull();
            map.OptionalItems("nothing").ShouldBeEmpty();
            map.LineOf("day").ShouldBe(9);
        });
        read.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("name: { fr: A, en: B }\ncoed: a", "2:1: key_mistyped key=coed meant=code")]
    [InlineData("name: { fr: A, en: B }\ncode: a\nnaem: 3", "3:1: key_unknown key=naem")]
    [InlineData("name: { fr: A, en: B }", "1:1: key_missing key=code")]
    [InlineData("name: { fr: A, en: B }\ncode: ", "2:6: key_missing key=code")]
    [InlineData("name: { fr: A, en: B }\ncode: [a]", "2:7: wrong_type key=code expected=text")]
    [InlineData("name: { fr: A, en: B }\ncode: { a: { b: c } }", "2:7: wrong_type key=code expected=text")]
    [InlineData("name: { fr: A, ne: B }\ncode: a", "1:16: key_mistyped key=ne meant=en")]
    [InlineData("name: { fr: A }\ncode: a", "1:7: translation_missing key=a.name language=en")]
    [InlineData("name: { fr: A, en: }\ncode: a", "1:20: translation_missing key=a.name language=en")]
    [InlineData("name: { fr: A, en: [x] }\ncode: a", "1:20: wrong_type key=en expected=text")]
    [InlineData("name: A\ncode: a", "1:7: wrong_type key=name expected=fr_and_en")]
    [InlineData("name: { fr: A, en: B }\ncode: a\ncode: b", "3:1: key_twice key=code")]
    [InlineData("name: { fr: A, en: B }\ncode: a\ndecimal: 3", "3:1: key_mistyped key=decimal meant=decimals")]
    [InlineData("name: { fr: A, en: B }\ncode: a\ndecimals: 3.5", "3:11: wrong_type key=decimals expected=whole_number")]
    [InlineData("name: { fr: A, en: B }\ncode: a\ndecimals: 11", "3:11: number_out_of_range key=decimals least=0 most=10")]
    [InlineData("name: { fr: A, en: B }\ncode: a\ncolour: blue", "3:9: unknown_word key=colour word=blue known=red, deep_blue")]
    [InlineData("name: { fr: A, en: B }\ncode: a\nday: 22/11/2026", "3:6: bad_date key=day value=22/11/2026")]
    [InlineData("name: { fr: A, en: B }\ncode: a\nitems: [{ code: x }, { code: x }]", "3:30: duplicate_code code=x")]
    [InlineData("name: { fr: A, en: B }\ncode: a\nitems: [x, { code: y }]", "3:9: wrong_type key=items expected=mapping")]
    [InlineData("name: { fr: A, en: B }\ncode: a\nitems: [{ code: x, lable: y }]", "3:20: key_unknown key=lable")]
    [InlineData("name: { fr: A, en: B }\ncode: a\ntags: []", "3:7: key_missing key=tags")]
    [InlineData("name: { fr: A, en: B }\ncode: a\ntags: [x, { y: z }]", "3:11: wrong_type key=tags expected=text")]
    [InlineData("name: { fr: A, en: B }\ncode: a\n? [k]\n: v", "3:3: wrong_type key=? expected=key")]
    public void One_fault_is_one_problem_at_its_place(string yaml, string expected) => Read(yaml, ReadSample).ShouldBe(["x.yaml:" + expected]);

    [Fact]
    public void Says_everything_at_once_in_the_order_of_the_file() =>
        Read("name: { fr: A }\nitems: [{ code: x }, { code: x }]\nflavour: sweet\ncode: a", ReadSample)
            .Select(problem => problem.Split(' ')[1]).ShouldBe(["translation_missing", "duplicate_code", "key_unknown"]);

    [Fact]
    public void A_reader_that_gives_up_blames_no_key_it_did_not_reach()
    {
        var problems = new YamlProblems("x.yaml");
        YamlFile.Read<object>("kind: unheard_of\nlabel: x\nmore: y", problems, map => null).ShouldBeNull();
        problems.InOrder.ShouldBeEmpty();
        YamlFile.Read<object>("kind: unheard_of\nlabel: x", problems, map =>
        {
            map.Text("kind");
            map.IgnoreRest();
            return map;
        }).ShouldNotBeNull();
        problems.InOrder.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("parts: [a]", new[] { "none_is_first" })]
    [InlineData("part: [a]", new[] { "key_mistyped" })]
    public void What_is_wrong_with_the_whole_is_told_of_a_sound_file_alone(string yaml, string[] codes)
    {
        var problems = new YamlProblems("x.yaml");
        YamlFile.Read(yaml, problems, map =>
        {
            var parts = map.Codes("parts");
            map.Reading.OnceSound(() =>
            {
                if (!parts.Contains("first")) map.Report("none_is_first");
            });
            return parts;
        });
        problems.InOrder.Select(problem => problem.Code).ShouldBe(codes);
    }

    [Fact]
    public void A_third_language_is_asked_of_every_text()
    {
        var problems = new YamlProblems("x.yaml");
        YamlFile.Read("name: { fr: A, en: B }\nother: { fr: A, en: B, iu: C }", problems, map => new List<LocalizedText> { map.Localized("name"), map.Localized("other") }, ["fr", "en", "iu"])
            .ShouldNotBeNull()[1].In("iu").ShouldBe("C");
        problems.InOrder.ShouldHaveSingleItem().ToString().ShouldBe("x.yaml:1:7: translation_missing key=name language=iu");
    }

    [Theory]
    [InlineData("titel", "title", true)]
    [InlineData("title", "title", true)]
    [InlineData("prerequisit", "prerequisite", true)]
    [InlineData("min", "max", false)]
    [InlineData("en", "fr", false)]
    [InlineData("label", "value", false)]
    [InlineData("name", "note", false)]
    public void A_slip_is_a_letter_or_two(string written, string meant, bool slip) => UnreadKeys.IsSlip(written, meant).ShouldBe(slip);

    private static void ReadSample(YamlMap map)
    {
        map.Text("code");
        map.Localized("name");
        map.OptionalWhole("decimals", 0, 10, 0);
        if (map.Has("colour")) map.Word<Colour>("colour");
        map.OptionalDate("day");
        if (map.Has("tags")) map.Codes("tags");
        if (map.Has("items")) map.Coded("items", (_, code) => code);
    }

    private static IReadOnlyList<string> Read(string yaml, Action<YamlMap> read)
    {
        var problems = new YamlProblems("x.yaml");
        YamlFile.Read(yaml, problems, map =>
        {
            read(map);
            return map;
        });
        return [.. problems.InOrder.Select(problem => problem.ToString())];
    }
}
