using Diapason.Consultations.Contracts;
using Diapason.Studies.Columns;
using Diapason.Studies.Following;

namespace Diapason.Studies.Frames;

/// <summary>What each answer counted weighs now, exact, for the files that analysts take away.</summary>
internal sealed class AnswerWeights(StudyShelf shelf, ISubmittedAnswers answers) : IAnswerWeights
{
    public async ValueTask<IReadOnlyDictionary<long, double>?> OfAsync(CampaignId campaign, CancellationToken cancel)
    {
        if (shelf.Find(campaign) is not { } state) return null;
        var frame = state.Portrait.Frame;
        var store = new ColumnStore([.. frame.Margins.Select(m => m.Variable).Distinct(StringComparer.Ordinal).Select(code => state.Campaign.Questionnaire.FindVariable(code)!)]);
        var withdrawn = new HashSet<long>();
        await foreach (var change in answers.ReadAsync(campaign, 0, cancel))
        {
            if (change is AnswersWithdrawn taken) withdrawn.Add(taken.WithdrawnSequence);
            else if (change is AnswersSent { Standing.IsSetAside: false } sent) store.Append(sent.Sequence, sent.Document.Span);
        }

        store.Remove(withdrawn);
        return store.Rows == 0 ? new Dictionary<long, double>() : BySequence(store, WeighToFrame.Run(frame, store).Design.Weights);
    }

    private static Dictionary<long, double> BySequence(ColumnStore store, ReadOnlySpan<double> weights)
    {
        var all = new Dictionary<long, double>(store.Rows);
        for (var row = 0; row < store.Rows; row++) all[store.SequenceOf(row)] = weights[row];
        return all;
    }
}
