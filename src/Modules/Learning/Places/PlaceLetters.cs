using Diapason.Learning.Contracts;
using Diapason.Learning.Data;
using Diapason.Learning.Sessions;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Mail;

namespace Diapason.Learning.Places;

/// <summary>What people are written about their place, in their own language.</summary>
internal sealed class PlaceLetters(PlaceSeals seals, LetterLinks links, SessionWords words, Texts<LearningModule> texts)
{
    /// <param name="place">Whose.</param>
    /// <param name="session">Of what.</param>
    /// <param name="rank">Their rank in the waiting list; nought when they are not in it.</param>
    /// <param name="council">Who writes.</param>
    public Letter Write(Registration place, Session session, int rank, Council council)
    {
        Languages.Use(place.Language);
        var content = session.Read();
        var title = content.Title.Here;
        var kind = place.Letter.ToString().ToLowerInvariant();
        var link = links.Of(place.Head, place.Language, LearningLinks.Place(seals.OfPlace(place.Id)));
        var facts = string.Join('\n', [title, .. content.Meetings.Select(words.Meeting), words.Where(content), .. place.State == PlaceState.Confirmed && content.Join.Length > 0 ? new[] { texts["mine.join", content.Join] } : []]);
        var middle = place.Letter switch
        {
            DueLetter.Offered or DueLetter.Called or DueLetter.FromList => texts["letter.text." + kind, place.OfferedUntil!.Value.LocalDayAndTime],
            DueLetter.Waiting => texts["letter.text." + kind, rank],
            DueLetter.Changed => $"{texts["letter.text." + kind, InWords((SessionChanges)place.Changes)]} {texts["letter.changed." + place.State.ToString().ToLowerInvariant(), place.OfferedUntil?.LocalDayAndTime ?? ""]}",
            _ => texts["letter.text." + kind],
        };
        return new Letter(place.Email, texts["letter.subject." + kind, title], texts["letter.frame", facts, middle, link, council.Name.Here, Reach(council)]);
    }

    /// <summary>« Les jours ou les heures, le lieu ».</summary>
    private string InWords(SessionChanges changes) =>
        string.Join(", ", new[] { SessionChanges.Days, SessionChanges.Place, SessionChanges.Format, SessionChanges.Join }.Where(one => changes.HasFlag(one)).Select(one => texts["change." + one.ToString().ToLowerInvariant()]));

    public static string Reach(Council council)
    {
        var contact = council.Settings.Contact;
        return string.Join(", ", new[] { contact.Name.Here, contact.Email, contact.Phone }.Where(part => part.Length > 0));
    }
}
