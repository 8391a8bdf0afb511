using System.Globalization;
using Diapason.Needs.Contracts;
using Diapason.Needs.Matching;
using Diapason.Needs.Reference;
using Diapason.Platform.Language;

namespace Diapason.Needs.Pages.NextSteps;

/// <summary>Puts codes, durations and reasons in the reader's language.</summary>
internal sealed class StepWords(Texts<NeedsModule> texts)
{
    /// <summary>Between two facts of one line.</summary>
    public string Separator => texts["step.kind_separator"];

    /// <summary>Between facts that may hold commas themselves.</summary>
    public string FactSeparator => texts["step.fact_separator"];

    public string Kind(OfferEntry entry, Framework framework) => Kind(entry.Kind, framework);

    /// <summary>In the same words wherever it is read, chosen or compared.</summary>
    public string Kind(OfferKind kind, Framework framework) => kind == OfferKind.NoAi ? Own(framework, OwnWords.Without, "kind.no_ai") : texts["kind." + Snake(kind)];

    /// <summary>The sector's own sentence, or the plain one.</summary>
    public string Own(Framework framework, string word, string key, string? task = null) =>
        framework.Words.TryGetValue(word, out var own) ? LanguageHabits.Here.Typeset(string.Format(CultureInfo.CurrentCulture, own.Here, task)) : texts[key, task];

    public string Format(OfferEntry entry) => texts["format." + Snake(entry.Format)];

    /// <summary>"Guide, 20 minutes".</summary>
    public string KindAndDuration(OfferEntry entry, Framework framework) => $"{Kind(entry, framework)}{Separator}{Duration(entry.Minutes)}";

    public string Duration(int minutes) => minutes switch
    {
        < 60 => texts["duration.minutes", minutes],
        60 => texts["duration.hour"],
        _ when minutes % 60 == 0 => texts["duration.hours", minutes / 60],
        _ => texts["duration.hours_minutes", minutes / 60, minutes % 60],
    };

    /// <summary>A sentence that starts in mid-sentence: "savoir par où commencer".</summary>
    public static string Inside(string sentence) => sentence.Length > 1 && char.IsLower(sentence[1]) ? char.ToLower(sentence[0], CultureInfo.CurrentCulture) + sentence[1..] : sentence;

    /// <summary>"From « I am discovering » to « I put it to use »".</summary>
    public string FromTo(Need need, Framework framework) => texts["need.from_to", framework.Levels[need.FromLevel].Here, framework.Levels[need.ToLevel].Here];

    /// <summary>Each reason in one sentence; an obstacle in the words in which the person named it.</summary>
    public string Because(NextStep step, NeedsReference reference, Profile profile) => string.Join(' ', step.Reasons.Select((reason, i) => reason switch
    {
        Reason.EasesObstacle eased => texts[i == 0 ? "reason.obstacle_first" : "reason.obstacle", Obstacle(eased.Obstacle, reference, profile)],
        Reason.ToSay r => texts["reason.to_say", reference.Framework.Competency(r.Competency)?.AnchorsFor(profile.NeverUses)[r.Level - 1].Here],
        Reason.Prerequisite r => texts[profile.Heard == NeedOrigin.SurveyAnswer ? "reason.prerequisite.answered" : "reason.prerequisite", reference.Framework.Competency(r.Competency)?.Short.Here],
        _ => Sentence(reason, reference),
    }));

    private static string? Obstacle(string code, NeedsReference reference, Profile profile) =>
        (reference.Answers?.Ticked.GetValueOrDefault(profile.ObstacleSaid ?? "")
        ?? (profile.Heard == NeedOrigin.QuickQuestions ? reference.Quick.Obstacle.Option(code)?.Name : null)
        ?? reference.Framework.Obstacle(code)?.Name)?.Here;

    private string Sentence(Reason reason, NeedsReference reference)
    {
        var (framework, quick, answers) = (reference.Framework, reference.Quick, reference.Answers);
        return reason switch
        {
            Reason.Said r => texts["reason.said", reference.Lexicon?.Idea(r.Idea)?.Name.Here],
            Reason.Goal r => texts[AtLevel("reason.goal.", r.Level), quick.Goal.Option(r.GoalCode)?.Name.Here, Short(r.Competency)],
            Reason.Important r => texts[AtLevel("reason.important.", r.Level), (answers?.CompetencyJudged(r.Competency) ?? framework.Competency(r.Competency)?.Name)?.Here],
            Reason.Priority r => texts[AtLevel("reason.priority.", r.Level), Short(r.Competency)],
            Reason.NextLevel r => texts[AtLevel("reason.level.", r.Level), Short(r.Competency)],
            Reason.YouKeep r => Own(framework, OwnWords.YouKeep, "reason.you_keep", Sorted(r.Task)),
            Reason.YourStrength r => texts["reason.your_strength", Sorted(r.Task)],
            Reason.YouHandOver r => Own(framework, OwnWords.YouHandOver, "reason.you_hand_over", Sorted(r.Task)),
            Reason.YouDo r => texts["reason.you_do", answers?.TaskDone(r.Task)?.Here ?? Task(r.Task)],
            Reason.KeptWithoutAi r => Own(framework, OwnWords.FieldKeeps, "reason.field_keeps", Task(r.Task)),
            Reason.HumanSkill r => texts["reason.human_skill", Task(r.Task)],
            Reason.NoAiNeeded r => Own(framework, OwnWords.NotNeeded, "reason.not_needed", Task(r.Task)),
            Reason.WithoutAi r => texts["reason.without_ai", quick.Goal.Option(r.GoalCode)?.Name.Here],
            Reason.ForTask r => texts["reason.for_task", Task(r.Task)],
            Reason.Added => texts["reason.added"],
            Reason.SaidWithout => texts["reason.said_without"],
            Reason.Horizon r => texts["reason.horizon", Short(r.Competency)],
            Reason.Short r => texts["reason.short", Duration(r.Minutes)],
            _ => texts["reason.free"],
        };

        string? Short(string competency) => framework.Competency(competency)?.Short.Here;
        string? Sorted(string task) => answers?.TaskSorted(task)?.Here ?? Task(task);
        string? Task(string task) => quick.Task.Option(task)?.Name.Here;
    }

    private static string AtLevel(string key, int level) => key + level.ToString(CultureInfo.InvariantCulture);

    private static string Snake<TEnum>(TEnum value)
        where TEnum : struct, Enum
        => value switch
        {
            OfferKind.NoAi => "no_ai",
            OfferFormat.SelfPaced => "self_paced",
            OfferFormat.InPerson => "in_person",
            OfferFormat.OneToOne => "one_to_one",
            _ => value.ToString().ToLowerInvariant(),
        };
}
