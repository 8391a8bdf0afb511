using Diapason.Consultations.Returned;
using Diapason.Platform.Backups;
using Diapason.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Consultations.Invitations;

/// <summary>Invitations' own services.</summary>
internal static class InvitationServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<HeldByServers>().AddSingleton<AnsweredInvitations>().AddSingleton<InvitationPasses>().AddSingleton<SpendInvitation>().AddSingleton<InvitationAddresses>().AddSingleton<AddressHashes>();
        services.AddScoped<ChoosePromise>().AddScoped<ReadAddresses>().AddScoped<KeepAddresses>().AddScoped<TakeAddressesAway>().AddScoped<TakeNamedAnswers>().AddScoped<KeepDays>();
        services.AddScoped<InvitationWords>().AddScoped<WriteMessage>().AddScoped<TryMessage>().AddScoped<BeginWave>().AddScoped<RefuseMails>().AddScoped<DestroyAddresses>().AddScoped<RemoveInvited>();
        services.AddSingleton<TakeReturned>().AddScoped<BringReturned>().AddScoped<IJob, ReadReturnedFolder>();
        services.AddScoped<IJob, SendInvitations>().AddScoped<IJob, DestroyDueAddresses>();
        // An address that was destroyed does not come back with a backup, nor does a link to it.
        services.AddSingleton(new ErasedByPeople("consultations_invitation", "id", ("consultations_invitation_link", "invitation_id")));
    }
}
