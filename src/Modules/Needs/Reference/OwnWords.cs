namespace Diapason.Needs.Reference;

/// <summary>The few sentences in which a sector names its subject: « Aucune IA nécessaire ». A kit says them in <c>framework.yaml</c>, under <c>words</c>, or leaves the plain ones.</summary>
internal static class OwnWords
{
    /// <summary>The kind of the entries that need nothing new.</summary>
    public const string Without = "without";

    /// <summary>On the first page: what one need not know.</summary>
    public const string NoKnowledge = "no_knowledge";

    /// <summary>What a reluctant person asks, and what they are told.</summary>
    public const string Reluctant = "reluctant";
    public const string ReluctantAnswer = "reluctant_answer";

    /// <summary>Reasons, in which <c>{0}</c> is the task.</summary>
    public const string YouKeep = "you_keep";
    public const string YouHandOver = "you_hand_over";
    public const string FieldKeeps = "field_keeps";
    public const string NotNeeded = "not_needed";

    public static readonly IReadOnlyList<string> OfTasks = [YouKeep, YouHandOver, FieldKeeps, NotNeeded];

    public static readonly IReadOnlyList<string> All = [Without, NoKnowledge, Reluctant, ReluctantAnswer, .. OfTasks];
}
