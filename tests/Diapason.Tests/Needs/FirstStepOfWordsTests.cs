using Diapason.Needs.Matching;
using Diapason.Needs.Reference;
using Diapason.Needs.Wording;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Needs;

/// <summary>The first step answers the sentence: judged by hand, for sentences that say plainly what they are about.</summary>
public sealed class FirstStepOfWordsTests
{
    private static readonly NeedsReference Reference = DemonstrationKit.Reference with { Lexicon = LexiconOfKit.Lexicon };
    private static readonly CouncilWords Words = new(Reference);
    private static readonly ChooseNextSteps Choose = new(Reference);
    private static readonly DateOnly Today = new(2026, 12, 1);

    public static TheoryData<string, string, string> Sentences => new()
    {
        { "fr", "j’ai peur que mes textes nourrissent une IA pis je sais pas quoi signer", "contract-clauses opt-out" },
        { "fr", "jai peur que mes textes nourisse une ia pi je sait pas quoi signé", "contract-clauses opt-out" },
        { "fr", "mon éditeur me demande de signer un contrat avec une clause sur l’IA", "contract-clauses" },
        { "en", "my publisher wants me to sign a contract with an AI clause", "contract-clauses" },
        { "fr", "Mon producteur veut cloner ma voix, c’est écrit dans le contrat, est-ce que je signe?", "contract-clauses" },
        { "en", "The studio wants to clone my voice, should I sign the agreement?", "contract-clauses" },
        { "fr", "Comment empêcher que mes photos servent à entraîner une IA?", "opt-out" },
        { "en", "How do I stop AI companies from training on my drawings?", "opt-out" },
        { "fr", "On veut enregistrer et transcrire nos réunions, est-ce qu’on doit demander la permission?", "meeting-consent" },
        { "fr", "J’ai mis la liste de nos donateurs dans ChatGPT, est-ce que c’est grave?", "personal-data" },
        { "en", "I pasted our donors list into ChatGPT, is that bad?", "personal-data" },
        { "fr", "Comment savoir si une affiche a été faite par une IA?", "generated-images" },
        { "fr", "Est-ce que ce que l’IA me répond est vrai?", "check-answer" },
        { "fr", "Notre conseil d’administration demande une politique sur l’IA", "one-page-policy" },
        { "fr", "Comment bien formuler ma demande à ChatGPT pour écrire une demande de subvention?", "prompt-notebook" },
        { "en", "I am afraid my texts feed an AI and I don't know what to sign", "contract-clauses opt-out" },
        { "fr", "Une maison d’édition veut mes droits pour entraîner son IA, je signe ou pas?", "contract-clauses opt-out" },
        { "fr", "On me demande de céder ma voix dans une entente avec un studio", "contract-clauses" },
        { "en", "Our museum wants to know what rules apply to personal information in AI tools", "personal-data read-terms" },
        { "fr", "Faut-il dire au public que l’affiche a été générée par IA?", "tell-audience" },
    };

    /// <summary>Whoever says of themselves that they are employed, alone or of an organisation, and that they know nothing of it yet or something, asked the same.</summary>
    [Theory]
    [InlineData("fr", "j’ai peur que mes textes nourrissent une IA pis je sais pas quoi signer", "contract-clauses opt-out")]
    [InlineData("fr", "mon éditeur me demande de signer un contrat avec une clause sur l’IA", "contract-clauses")]
    [InlineData("en", "my publisher wants me to sign a contract with an AI clause", "contract-clauses")]
    [InlineData("en", "The studio wants to clone my voice, should I sign the agreement?", "contract-clauses")]
    public void Who_they_are_and_where_they_stand_does_not_lead_elsewhere(string language, string text, string accepted)
    {
        string?[] statuses = [null, .. Reference.Framework.Statuses.Select(s => s.Code)];
        foreach (var status in statuses)
            foreach (var level in new int?[] { null, 0, 1, 2 })
                foreach (var hours in new int?[] { null, 2 })
                    accepted.Split(' ').ShouldContain(Steps(language, text, status, level, hours)[0], $"{status} {level} {hours}");
    }

    /// <summary>One word is another thing in another sentence: what is said here is no need of that kind.</summary>
    [Theory]
    [InlineData("en", "It is a good sign for our theatre", "contract")]
    [InlineData("en", "Do you offer sign language interpretation?", "contract")]
    [InlineData("en", "Where do I sign up for the workshop?", "contract")]
    [InlineData("en", "I want to train my staff", "works-taken")]
    [InlineData("en", "I take the train to Quebec City every week", "training-choice")]
    [InlineData("en", "My publisher wants to talk", "task-promotion")]
    [InlineData("fr", "Je veux rien savoir de ça", "team")]
    [InlineData("fr", "Je veux rien savoir de ça", "where-to-start")]
    public void A_word_in_another_sense_is_not_that_idea(string language, string text, string idea) =>
        Words.Matcher.Understand(text, language).Mentions.ShouldNotContain(m => m.Idea.Code == idea);

    [Theory]
    [MemberData(nameof(Sentences))]
    public void The_first_step_answers_the_sentence(string language, string text, string accepted)
    {
        var steps = Steps(language, text, null, null, null);
        accepted.Split(' ').ShouldContain(steps[0], string.Join(' ', steps));
    }

    private static List<string> Steps(string language, string text, string? status, int? level, int? hours)
    {
        var found = Words.Matcher.Understand(text, language);
        var corrected = new Corrections(found.Facets.GetValueOrDefault("task"), found.Facets.GetValueOrDefault("obstacle"), status ?? found.Facets.GetValueOrDefault("status"), level);
        return [.. Choose.For(ProfileOfWords.Of(found, corrected, Words, Reference) with { Limits = new Limits { Hours = hours } }, [], Today).Steps.Select(s => s.Entry.Code)];
    }
}
