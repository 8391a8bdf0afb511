using Diapason.Platform.Security;
using Shouldly;
using Xunit;

namespace Diapason.Tests.House;

public sealed class SecretCodeTests
{
    [Fact]
    public void Reads_what_it_wrote_however_it_is_typed()
    {
        for (var i = 0; i < 500; i++)
        {
            var code = SecretCode.New();
            SecretCode.Read(code).ShouldBe(code);
            SecretCode.Read(code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)).ShouldBe(code);
            SecretCode.Read($"  {code.Replace('0', 'O').Replace('1', 'l')} ").ShouldBe(code);
        }
    }

    [Theory]
    [InlineData('–')]
    [InlineData('—')]
    [InlineData('\u2010')]
    [InlineData('\u2212')]
    [InlineData('.')]
    [InlineData('\t')]
    [InlineData('\u2009')]
    [InlineData('\u200b')]
    public void Reads_a_code_whose_dashes_a_phone_or_a_word_processor_has_changed(char between)
    {
        var code = SecretCode.New();
        SecretCode.Read($"\ufeff« {code.Replace('-', between)} ».\r\n").ShouldBe(code);
    }

    [Fact]
    public void Tells_nearly_every_slip_of_the_hand()
    {
        const string alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        var (slips, missed) = (0, 0);
        for (var round = 0; round < 50; round++)
        {
            var code = SecretCode.New().Replace("-", "", StringComparison.Ordinal);
            for (var place = 0; place < 16; place++)
            {
                foreach (var symbol in alphabet.Where(s => s != code[place]))
                {
                    slips++;
                    if (SecretCode.Read(code[..place] + symbol + code[(place + 1)..]) is not null) missed++;
                }
            }
        }

        (missed / (double)slips).ShouldBeLessThan(0.005);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7KQ2-9VXM")]
    [InlineData("7KQ2-9VXM-04TD-HJ3P-é")]
    [InlineData("\U0001D7D5KQ2-9VXM-04TD-HJ3P-8")]
    [InlineData("🎻🎻🎻🎻-🎻🎻🎻🎻-🎻🎻🎻🎻-🎻🎻🎻🎻-🎻")]
    public void Refuses_what_cannot_be_a_code(string? typed) => SecretCode.Read(typed).ShouldBeNull();

    [Fact]
    public void Matches_only_its_own_hash()
    {
        var (one, other) = (SecretCode.New(), SecretCode.New());
        SecretCode.Matches(one, SecretCode.Hash(one)).ShouldBeTrue();
        SecretCode.Matches(other, SecretCode.Hash(one)).ShouldBeFalse();
    }

    [Fact]
    public void Holds_at_least_eighty_bits() => Math.Pow(32, SecretCode.New().Replace("-", "", StringComparison.Ordinal).Length - 1).ShouldBeGreaterThanOrEqualTo(Math.Pow(2, 80));
}
