using Diapason.Learning.Contracts;
using Diapason.Learning.Sessions;
using Diapason.Needs.Contracts;
using Diapason.Platform.Language;

namespace Diapason.Learning.Front;

/// <summary>The sessions with a seat left that answer an entry of the offer, for the paths that propose it.</summary>
internal sealed class SessionsOfSteps(ReadSessions read, SessionWords words, Texts<LearningModule> texts) : IStepSessions
{
    public async Task<IReadOnlyList<StepSession>> WithSeatsAsync(CancellationToken cancel) =>
        [.. (await read.OpenAsync(cancel)).Where(s => s.Standing == SessionStanding.Places && s.Content.Entry is not null && s.Session.StartsAt > s.Now).Select(Of)];

    private StepSession Of(SeenSession seen)
    {
        var content = seen.Content;
        return new StepSession
        {
            Entry = content.Entry!,
            Title = content.Title.Here,
            By = content.Language == Languages.Current ? content.Provider : texts["step.by_in", content.Provider, SessionWords.Language(content)],
            Page = LearningLinks.Session(seen.Session.Code),
            When = content.Meetings.Count == 1
                ? texts["step.when", words.Meeting(content.Meetings[0]), words.Where(content), words.Price(content)]
                : texts["step.when_many", words.Meeting(content.Meetings[0]), content.Meetings.Count, words.Where(content), words.Price(content)],
            Seats = texts.Count("step.seats_one", "step.seats", seen.Free),
            SignUp = LearningLinks.SignUp(seen.Session.Code),
            Minutes = content.Minutes,
            Cents = content.AidedCents ?? content.Cents,
            IsFromAfar = content.Format != SessionFormat.InPerson,
            Region = content.Region,
            Language = content.Language,
        };
    }
}
