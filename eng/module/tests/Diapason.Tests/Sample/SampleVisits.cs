using Diapason.TestKit;
using Diapason.Tests.Accounts;

namespace Diapason.Tests.Sample;

/// <summary>What people do with this module, in a line each.</summary>
internal static class SampleVisits
{
    public const string First = "Un premier texte";

    /// <summary>An administrator on the page where the first entry is changed.</summary>
    public static async Task<(Visitor Visitor, Page Page)> ChangingAsync(this DiapasonApp app, string entry = First)
    {
        var visitor = await app.SignedInAsync(AccountsVisits.Administrator);
        return (visitor, await visitor.FollowAsync(await visitor.GoAsync("/fr/manage/sample"), entry));
    }
}
