using Shouldly;

namespace Diapason.Forms.Tests;

/// <summary>A small questionnaire with every kind of question, and the ways tests write to it.</summary>
internal static class Samples
{
    public const string Yaml = """
        code: sample
        version: "1"
        title: { fr: Essai, en: Sample }
        minutes: 10
        consent:
          version: "2026-1"
          text: { fr: J’accepte, en: I agree }
        missing:
          dont_know: { fr: Je ne sais pas, en: I don’t know }
          prefer_not: { fr: Je préfère ne pas répondre, en: I prefer not to say }
        lists:
          scale:
            - { code: low, fr: Peu, en: Low }
            - { code: high, fr: Beaucoup, en: High }
          piles:
            - { code: give, fr: Confier, en: Hand over }
            - { code: keep, fr: Garder, en: Keep }
            - { code: grow, fr: Gagner, en: Grow }
        sections:
          - code: start
            title: { fr: Début, en: Start }
            pages:
              - code: agree
                questions:
                  - code: consent
                    kind: consent
                    title: { fr: Accord, en: Agreement }
                    body: { fr: J’ai lu, en: I have read }
              - code: you
                title: { fr: Vous, en: You }
                questions:
                  - code: status
                    kind: single
                    title: { fr: "Votre statut : lequel ?", en: Your status }
                    missing: [prefer_not]
                    options:
                      - { code: employee, fr: Salariat, en: Employee }
                      - { code: self_employed, fr: À son compte, en: Self-employed }
                      - { code: another, fr: Autre, en: Other, other: true }
                  - code: hours
                    kind: number
                    title: { fr: Heures, en: Hours }
                    min: 0
                    max: 80
                    decimals: 1
                    unit: { fr: heures par semaine, en: hours a week }
                    missing: [dont_know]
          - code: middle
            title: { fr: Milieu, en: Middle }
            pages:
              - code: work
                when: status = 'employee'
                questions:
                  - code: obstacle
                    kind: multiple
                    title: { fr: Obstacles, en: Obstacles }
                    min: 2
                    max: 3
                    missing: [dont_know]
                    options:
                      - { code: time, fr: Temps, en: Time }
                      - { code: cost, fr: Coût, en: Cost }
                      - { code: skill, fr: Expertise, en: Skill }
                      - { code: fear, fr: Crainte, en: Fear }
                      - { code: none, fr: Aucun, en: None, exclusive: true }
                      - { code: more, fr: Autre, en: Other, other: true }
              - code: work_more
                when: selected(obstacle, 'time')
                questions:
                  - { code: why_time, kind: short_text, title: { fr: Pourquoi, en: Why }, max_length: 20 }
              - code: solo
                when: status = 'self_employed'
                questions:
                  - { code: solo_note, kind: note, title: { fr: Note, en: Note }, body: { fr: Lisez, en: Read } }
          - code: end
            title: { fr: Fin, en: End }
            pages:
              - code: rate
                title: { fr: Notez, en: Rate }
                questions:
                  - code: impact
                    kind: statements
                    layout: grid
                    title: { fr: Effets, en: Effects }
                    options: scale
                    missing: [dont_know]
                    items: [{ code: create, fr: Créer, en: Create }, { code: show, fr: Diffuser, en: Show }]
                  - code: comp
                    kind: paired
                    title: { fr: Compétences, en: Skills }
                    importance: scale
                    mastery: scale
                    items: [{ code: risk, fr: Risques, en: Risks }]
                  - code: piles
                    kind: piles
                    title: { fr: Tâches, en: Tasks }
                    options: piles
                    items: [{ code: email, fr: Courriels, en: E-mail }]
              - code: words
                when: hours >= 10 or not answered(hours)
                questions:
                  - { code: words, kind: long_text, title: { fr: Vos mots, en: Your words }, max_length: 1000, missing: [prefer_not] }
        """;

    public static Questionnaire Questionnaire { get; } = Read(Yaml);

    public static Questionnaire Read(string yaml)
    {
        var reading = QuestionnaireReader.Read(yaml, "sample.yaml");
        reading.Problems.Select(problem => problem.ToString()).ShouldBeEmpty();
        return reading.Questionnaire.ShouldNotBeNull();
    }

    /// <summary>A questionnaire of one question on one page.</summary>
    public static string Asking(string question) => $$"""
        code: one
        version: "1"
        title: { fr: Essai, en: Sample }
        missing: { dont_know: { fr: Je ne sais pas, en: I don’t know } }
        sections:
          - { code: s, title: { fr: S, en: S }, pages: [{ code: p, questions: [{{question}}] }] }
        """;

    /// <summary>What comes of posting to the only page of a questionnaire.</summary>
    public static PagePost Post(Questionnaire questionnaire, params (string Name, string Value)[] fields) =>
        PagePost.Read(questionnaire.Pages[0], questionnaire.RouteFor(AnswerSet.Empty), Form(fields));

    public static PagePost Post(string page, AnswerSet answers, params (string Name, string Value)[] fields) =>
        PagePost.Read(Questionnaire.FindPage(page)!, Questionnaire.RouteFor(answers), Form(fields));

    public static PostedFields Form(params (string Name, string Value)[] fields) =>
        name => [.. fields.Where(field => field.Name == name).Select(field => field.Value)];

    public static AnswerSet Answers(string json) => AnswerSet.Parse(json);
}
