using System.Net;
using System.Net.Sockets;
using Diapason.Platform.Mail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Shouldly;
using Xunit;

namespace Diapason.Tests.House;

public sealed class MailerTests
{
    [Fact]
    public async Task Gives_up_on_a_server_that_takes_the_call_and_says_nothing()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var settings = new Dictionary<string, string?>
        {
            ["Diapason:Mail:Host"] = "127.0.0.1",
            ["Diapason:Mail:Port"] = $"{((IPEndPoint)silent.LocalEndpoint).Port}",
        };
        var mailer = new Mailer(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), new HostingEnvironment { EnvironmentName = Environments.Production }) { Patience = TimeSpan.FromMilliseconds(200) };
        var sending = mailer.SendAsync("person@culture.example", "Bonjour", "Un lien", TestContext.Current.CancellationToken);
        (await Task.WhenAny(sending, Task.Delay(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken))).ShouldBe(sending);
        await Should.ThrowAsync<TimeoutException>(sending);
    }
}
