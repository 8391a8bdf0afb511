using Diapason.Platform.Kits;
using Diapason.TestKit;
using Diapason.Tests.Needs;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Workshops;

/// <summary>What a kit brings.</summary>
public sealed class WorkshopsKitTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Theory]
    [InlineData("kind: cards", "kind: singing", "workshop.unknown_kind")]
    [InlineData("code: enonces", "code: ouverture", "kit.duplicate_code")]
    [InlineData("dots: 5", "dots: 500", "kit.number_out_of_range")]
    [InlineData("state: model", "state: open", "workshop.bad_state")]
    [InlineData("code: confier-ou-garder", "code: join", "workshop.reserved")]
    [InlineData(", en: \"Do you agree or not?\"", "", "kit.translation_missing")]
    public async Task A_faulty_file_is_refused_by_its_line(string text, string slip, string code)
    {
        var kit = DemonstrationKit.Spoiled("workshops.yaml", text, slip);
        try
        {
            var refused = (await app.InScopeAsync(services => services.GetRequiredService<LoadKit>().RunAsync(kit, default))).ShouldBeOfType<KitOutcome.Refused>();
            refused.Problems.ShouldContain(problem => problem.Code == code && problem.File == "workshops.yaml" && problem.Line > 0);
        }
        finally
        {
            Directory.Delete(kit, recursive: true);
        }
    }
}
