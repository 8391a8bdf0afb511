using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Modules;

namespace Diapason.Platform.Front;

/// <summary>What is on now in the council of the request, gathered from the modules once a request: the masthead and the pages share it.</summary>
public sealed class SeasonProgramme(IEnumerable<IProgramme> modules, CurrentCouncil council)
{
    private IReadOnlyList<ProgrammeLine>? _lines;

    /// <summary>Door by door; behind each, what the council put first, then what ends first.</summary>
    public async ValueTask<IReadOnlyList<ProgrammeLine>> NowAsync(CancellationToken cancel)
    {
        if (_lines is not null || council.OrNull is null) return _lines ?? [];
        var lines = new List<ProgrammeLine>();
        foreach (var module in modules)
        {
            try
            {
                lines.AddRange(await module.NowAsync(cancel));
            }
            catch (Exception failure) when (DatabaseFailure.IsIn(failure))
            {
                // A page without one of its doors is better than no page, above all the one that says what is wrong.
            }
        }

        return _lines = [.. lines.OrderBy(line => line.Door).ThenBy(line => line.Place).ThenBy(line => line.Until ?? DateTime.MaxValue)];
    }
}
