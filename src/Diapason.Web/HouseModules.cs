using Diapason.Accounts;
using Diapason.Consultations;
using Diapason.Learning;
using Diapason.Needs;
using Diapason.Platform.Modules;
using Diapason.Studies;
using Diapason.Workshops;

namespace Diapason.Web;

/// <summary>What this program is made of, in the order in which pages show it. The only list of modules written by hand.</summary>
internal static class HouseModules
{
    public static readonly IReadOnlyList<IModule> All =
    [
        new AccountsModule(),
        new ConsultationsModule(),
        new StudiesModule(),
        new NeedsModule(),
        new LearningModule(),
        new WorkshopsModule(),
    ];
}
