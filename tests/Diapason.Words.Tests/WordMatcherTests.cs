using Diapason.Words;
using Shouldly;
using Xunit;

namespace Diapason.Words.Tests;

/// <summary>A lexicon of a dozen phrases, on gardens: the library knows no field.</summary>
public sealed class WordMatcherTests
{
    private static readonly WordMatcher Gardens = Make();

    [Theory]
    [InlineData("Comment arroser mes tomates sans gaspiller?", "water")]
    [InlineData("jveux arosé mais tomate", "water")]
    [InlineData("chu tanné de l'arosage", "water")]
    [InlineData("J’ARROSERAIS BIEN LES PLANTES", "water")]
    [InlineData("des pucerons plein les rosiers", "pests")]
    [InlineData("des pusseron partout", "pests")]
    [InlineData("mes tomates ont des taches", "pests")]
    public void A_need_is_understood_however_it_is_written(string text, string topic)
    {
        var found = Gardens.Understand(text, "fr");
        found.Topics[0].Topic.ShouldBe(topic);
        found.IsOutside.ShouldBeFalse();
    }

    [Theory]
    [InlineData("How do I water my tomatoes?", "water")]
    [InlineData("there are afids on my roses", "pests")]
    public void English_is_read_as_well(string text, string topic) => Gardens.Understand(text, "en").Topics[0].Topic.ShouldBe(topic);

    [Fact]
    public void A_text_in_the_other_language_is_read_in_that_one() => Gardens.Understand("I would like to know how I should water the plants in my garden", "fr").Language.ShouldBe("en");

    [Fact]
    public void Each_mention_names_its_place_in_the_text_and_each_topic_its_mentions()
    {
        const string text = "Bonjour! Quand arroser les tomates?";
        var found = Gardens.Understand(text, "fr");
        var mention = found.Counted.Single(m => m.Idea.Code == "watering");
        text.Substring(mention.Spans[0].At, mention.Spans[0].Length).ShouldBe("arroser");
        found.Topics[0].Because[0].Idea.ShouldBe(mention.Idea);
        found.Topics.Count.ShouldBe(2);
    }

    [Fact]
    public void What_is_repaired_is_said()
    {
        const string text = "des pusseron partout";
        var repair = Gardens.Understand(text, "fr").Repairs.Single();
        (text.Substring(repair.At, repair.Length), repair.As).ShouldBe(("pusseron", "pucerons"));
    }

    [Theory]
    [InlineData("Je ne veux pas de jardin.")]
    [InlineData("J’ai pas besoin d’un jardin pour mes pots")]
    [InlineData("Mes tomates poussent sans jardin")]
    public void A_refusal_of_the_subject_asks_for_none(string text)
    {
        var found = Gardens.Understand(text, "fr");
        found.Mentions.ShouldContain(m => m.Idea.Code == "garden" && m.State == MentionState.Refused);
        found.Counted.ShouldContain(m => m.Idea.Meaning == IdeaMeaning.Without);
        found.IsOutside.ShouldBeFalse();
    }

    [Fact]
    public void A_refusal_ends_with_its_clause() =>
        Gardens.Understand("Je ne veux pas de pelouse, mais un jardin.", "fr").Counted.ShouldContain(m => m.Idea.Code == "garden");

    [Theory]
    [InlineData("Mon char fait un drôle de bruit")]
    [InlineData("Le fabricant de mon char est parti")]
    public void What_is_outside_the_field_is_said(string text) => Gardens.Understand(text, "fr").IsOutside.ShouldBeTrue();

    [Fact]
    public void Distress_is_heard_and_a_struck_idea_is_not()
    {
        Gardens.Understand("J’ai envie de mourir", "fr").IsDistress.ShouldBeTrue();
        Gardens.Understand("J’ai envie de mourir", "fr", struck: ["distress"]).IsDistress.ShouldBeFalse();
    }

    [Fact]
    public void What_a_person_strikes_or_adds_changes_the_topics()
    {
        var found = Gardens.Understand("Arroser mes tomates", "fr", struck: ["watering"], added: ["insects"]);
        found.Topics[0].Topic.ShouldBe("pests");
        found.Mentions.Single(m => m.Idea.Code == "watering").State.ShouldBe(MentionState.Struck);
    }

    [Fact]
    public void Initials_are_no_small_word()
    {
        Gardens.Understand("Le CA du club a décidé", "fr").Counted.ShouldContain(m => m.Idea.Code == "board");
        Gardens.Understand("ca du club", "fr").Counted.ShouldNotContain(m => m.Idea.Code == "board");
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n\t ")]
    [InlineData("????!!!…«»''’’--")]
    [InlineData("🌱🌱🌱 ‍ \uD83C")]
    [InlineData("ÀÉÎÕÜ ß ﬁ Ǆ 漢字")]
    public void Nothing_to_understand_is_no_failure(string text) => Gardens.Understand(text, "fr").Topics.Count.ShouldBe(2);

    [Fact]
    public void A_text_of_twenty_thousand_characters_is_read_up_to_the_limit_and_says_so()
    {
        var found = Gardens.Understand(string.Concat(Enumerable.Repeat("zqxjv arroser wkqpz ", 1000)), "fr");
        found.IsCut.ShouldBeTrue();
        found.Mentions.SelectMany(m => m.Spans).Max(s => s.At + s.Length).ShouldBeLessThanOrEqualTo(WordMatcher.MostCharacters);
    }

    [Fact]
    public void The_same_lexicon_and_examples_give_the_same_scores()
    {
        var again = Make();
        foreach (var text in (string[])["arroser les rosiers", "pucerons et tomates", "rien du tout"])
            again.Understand(text, "fr").Topics.Select(t => (t.Topic, t.Score)).ShouldBe(Gardens.Understand(text, "fr").Topics.Select(t => (t.Topic, t.Score)));
    }

    [Fact]
    public void Every_part_of_a_text_shown_lies_in_it()
    {
        var random = new Random(20261130);
        string[] pieces = ["arroser", "l’", "pucerons", " ", "d'", "œuvre", "\n", "CA", "ça", "é", "e\u0301", "jveux", "sans jardin", "???", "🌱", "puceron-tomate", "’", "mes tomates"];
        for (var round = 0; round < 500; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => pieces[random.Next(pieces.Length)] + (random.Next(2) == 0 ? " " : "")));
            foreach (var span in Gardens.Understand(text, "fr").Mentions.SelectMany(m => m.Spans)) (span.At >= 0 && span.Length > 0 && span.At + span.Length <= text.Length).ShouldBeTrue(text);
        }
    }

    private static WordMatcher Make() => new(
        [
            Of("garden", IdeaMeaning.Subject, "", ["jardin", "plante*"], ["garden", "plants"]),
            Of("watering", IdeaMeaning.Topic, "water", ["arroser", "arrosage", "manque d’eau"], ["water", "watering"]),
            Of("insects", IdeaMeaning.Topic, "pests", ["puceron", "insecte*", "taches"], ["aphid", "insect*"]),
            Of("board", IdeaMeaning.Topic, "", ["CA"], []),
            Of("no-garden", IdeaMeaning.Without, "", ["rester au naturel"], ["leave it wild"]),
            Of("elsewhere", IdeaMeaning.Outside, "", ["char", "fabricant"], ["car"]),
            Of("distress", IdeaMeaning.Distress, "", ["envie de mourir"], ["want to die"]),
        ],
        ["water", "pests"],
        [new("Quand arroser?", "fr", ["water"]), new("Des taches sur les tomates", "fr", ["pests"]), new("Qui répare mon char?", "fr", [], IsOutside: true)]);

    private static Idea Of(string code, IdeaMeaning meaning, string topic, string[] french, string[] english) => new()
    {
        Code = code,
        Meaning = meaning,
        Points = topic.Length == 0 ? new Dictionary<string, double>() : new Dictionary<string, double> { [topic] = 4 },
        Phrases = new Dictionary<string, IReadOnlyList<string>> { ["fr"] = french, ["en"] = english },
    };
}
