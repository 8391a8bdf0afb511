using System.Text.RegularExpressions;
using Diapason.Platform.Councils;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Diapason.Architecture.Tests;

/// <summary>Each row belongs to a council or says why not, and whoever looks across councils is named here.</summary>
public sealed class CouncilScopeTests
{
    private static readonly Dictionary<string, string> Unowned = new(StringComparer.Ordinal)
    {
        ["Council"] = "is the council",
        ["Account"] = "a person belongs to no council; what they may do is told by their memberships",
        ["SignInLink"] = "opens an account",
        ["EmailChange"] = "an account's",
        ["SecondFactor"] = "an account's",
        ["Passkey"] = "an account's",
        ["RecoveryCode"] = "an account's",
        ["Decoy"] = "nobody's",
        ["OpenSession"] = "an account's, in whichever councils it has roles",
        ["Withdrawal"] = "is read by the campaign it names, which is a council's",
        ["JobRun"] = "one clock for the installation",
        ["CertificateMemory"] = "one row for the server, whose address serves every council",
        ["Trouble"] = "one row for each trouble of the server",
        ["TimeMemory"] = "one clock for the installation",
        ["OutboxMessage"] = "is read by the dispatcher alone, which serves every council",
        ["DataProtectionKey"] = "one key ring for the installation",
    };

    /// <summary>Files that look across councils, and why they must.</summary>
    private static readonly Dictionary<string, string> AcrossCouncils = new(StringComparer.Ordinal)
    {
        ["CloseDueCampaigns.cs"] = "a job on all campaigns",
        ["EndPretests.cs"] = "a job on the pretests of all campaigns",
        ["EraseAbandonedDrafts.cs"] = "a job on all drafts",
        ["EraseCollected.cs"] = "a job on all files left on the way",
        ["ReadPublications.cs"] = "the follower of every council's study",
        ["PublicationStore.cs"] = "a job on the editions of every campaign",
        ["DestroyDueAnswers.cs"] = "a job on the answers of all campaigns",
        ["ShowKeptPortrait.cs"] = "the follower of every council's study",
        ["CloseLists.cs"] = "a job on the lists of interest of every council",
        ["ConfirmRequests.cs"] = "a job on the requests of every council",
        ["TellLists.cs"] = "a job on the mails due to those whose list closed",
        ["RemindPeople.cs"] = "a job on those who have a place in any session",
        ["EraseCertificates.cs"] = "a job on all certificates",
        ["SendLetters.cs"] = "a job on the mails due about sessions of any council",
        ["TurnPlaces.cs"] = "a job on the places of every session to come",
        ["ErasePlaces.cs"] = "a job on all places whose term is past",
        ["ErasePaths.cs"] = "a job on all kept paths",
        ["ForgetUnusedImages.cs"] = "a job on images that no questionnaire names",
        ["ResetSecondFactorVerb.cs"] = "who keeps the server resets a second step: every council its owner serves has it in its trail",
        ["ResetSecondFactor.cs"] = "whether a member serves another council too",
        ["PreviewPersonalData.cs"] = "a person's own data, wherever they are",
        ["RunnersPersonalData.cs"] = "a person's own data, wherever they are",
        ["TellResults.cs"] = "a job on those who want the results of any campaign",
        ["DestroyDueInterests.cs"] = "a job on the addresses of all campaigns",
        ["SendInvitations.cs"] = "a job on the waves of all campaigns",
        ["ReadReturnedFolder.cs"] = "a job on one mailbox for all councils",
        ["DestroyDueAddresses.cs"] = "a job on the addresses of all campaigns",
        ["CampaignDirectory.cs"] = "one memory of the campaigns of every council, asked by council",
        ["StudyDefinitions.cs"] = "the follower of every council's study",
        ["ForgetFileRequests.cs"] = "a job that forgets the requests of every council",
        ["RequestsPersonalData.cs"] = "a person's own data, wherever they are",
        ["AccountPrincipal.cs"] = "signing in tells what a person holds in each council",
        ["AccountsPersonalData.cs"] = "a person's own data, wherever they are",
        ["Account.cshtml.cs"] = "a person's own roles, in each council",
        ["CouncilAdministrators.cs"] = "erasing an account leaves no council without an administrator",
        ["SendReturns.cs"] = "the post of all addresses left in rooms",
    };

    [Fact]
    public void Every_entity_is_a_councils_or_says_why_not()
    {
        using var app = new Models();
        app.Db.Model.GetEntityTypes().Select(e => e.ClrType).Where(t => !IsOwned(t)).Select(t => t.Name).Order().ShouldBe(Unowned.Keys.Order());
    }

    [Fact]
    public void Every_entity_of_a_council_is_filtered_and_no_other()
    {
        using var app = new Models();
        app.Db.Model.GetEntityTypes().Where(e => e.GetDeclaredQueryFilters().Select(f => f.Key).SequenceEqual(["council"]) != IsOwned(e.ClrType)).Select(e => e.Name).ShouldBeEmpty();
    }

    [Fact]
    public void A_table_that_names_a_council_is_owned()
    {
        using var app = new Models();
        app.Db.Model.GetEntityTypes().Where(e => e.FindProperty("CouncilId") is not null && !IsOwned(e.ClrType)).Select(e => e.Name).ShouldBeEmpty();
    }

    [Fact]
    public void Whoever_looks_across_councils_is_named_here() =>
        Product.Sources("src", "*.cs").Where(f => Regex.IsMatch(File.ReadAllText(f), @"\.EveryCouncil<")).Select(f => Path.GetFileName(f)).Order().ShouldBe(AcrossCouncils.Keys.Order());

    [Fact]
    public void Filters_are_left_aside_in_one_place() =>
        Product.Sources("src", "*.cs").Where(f => File.ReadAllText(f).Contains("IgnoreQueryFilters", StringComparison.Ordinal)).Select(f => Path.GetFileName(f)).ShouldBe(["DiapasonDb.cs"]);

    private static bool IsOwned(Type entity) => entity.IsAssignableTo(typeof(ICouncilOwned)) || entity.IsAssignableTo(typeof(IPerhapsCouncilOwned));
}
