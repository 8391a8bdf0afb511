using System.Runtime.CompilerServices;
using System.Text;
using Shouldly;
using Xunit;

namespace Diapason.Forms.Tests;

/// <summary>
/// Images are told by their content and keep nothing of whoever took them. The files were drawn by ImageMagick 6.9, given a place, an author and a comment by ExifTool 12.57; what came out was
/// read by both on 30 November 2026: the same pixels, and no field but which way up it is. A name says the content, so that these hold what was read then.
/// </summary>
public sealed class PlainImageTests
{
    [Theory]
    [InlineData("turned.jpg", "f4c2332155fb24175ce45ba29f39e954-24x40.jpg")]
    [InlineData("progressive.jpg", "19f0ff992c9178b641410919c5f5ed88-40x24.jpg")]
    [InlineData("place.png", "5474db82d6f64cab269a055b23574be7-40x24.png")]
    [InlineData("place.webp", "8b16f3c8f141def7e350a64b5353bcb5-40x24.webp")]
    [InlineData("clear.webp", "4578694f6746a5101c0d143ab9bf64f9-40x24.webp")]
    [InlineData("lossless.webp", "55cde94beb9eb0fc89930d5744079925-40x24.webp")]
    public void Who_took_it_where_and_when_is_left_out(string file, string name)
    {
        var before = Bytes(file);
        Encoding.Latin1.GetString(before).ShouldContain("Claire");
        var (image, fault) = PlainImage.Read(before);
        fault.ShouldBe(ImageFault.None);
        image!.Name.ShouldBe(name);
        var after = Encoding.Latin1.GetString(image.Bytes);
        foreach (var word in new[] { "Claire", "Tremblay", "GPS", "Phone", "2026:11", "xmp", "ExifTool" }) after.ShouldNotContain(word);
        // What was made plain is plain already.
        PlainImage.Read(image.Bytes).Image!.Name.ShouldBe(name);
        OptionImage.IsKeptName(name).ShouldBeTrue();
    }

    [Fact]
    public void What_follows_the_end_of_a_photograph_goes_too()
    {
        var (image, _) = PlainImage.Read([.. Bytes("turned.jpg"), .. Encoding.ASCII.GetBytes("a film, and where it was taken")]);
        image!.Name.ShouldBe("f4c2332155fb24175ce45ba29f39e954-24x40.jpg");
    }

    [Theory]
    [InlineData("turned.jpg")]
    [InlineData("progressive.jpg")]
    [InlineData("place.png")]
    [InlineData("place.webp")]
    [InlineData("clear.webp")]
    public void One_cut_anywhere_or_spoilt_is_never_taken_for_another(string file)
    {
        var (whole, random) = (Bytes(file), new Random(7));
        var plain = PlainImage.Read(whole).Image!;
        for (var length = 0; length < whole.Length; length++)
        {
            var (image, _) = PlainImage.Read(whole[..length]);
            // Once all that draws it has been read, what is cut was left out anyway.
            if (image is not null) image.Name.ShouldBe(plain.Name);
        }

        for (var i = 0; i < 2000; i++)
        {
            var spoilt = whole.ToArray();
            for (var times = random.Next(1, 9); times > 0; times--) spoilt[random.Next(spoilt.Length)] = (byte)random.Next(256);
            var (image, fault) = PlainImage.Read(spoilt);
            (image is null).ShouldBe(fault != ImageFault.None);
            if (image is not null) Math.Max(image.Width, image.Height).ShouldBeInRange(1, PlainImage.LongestSide);
        }
    }

    [Fact]
    public void Others_are_refused_for_what_they_are()
    {
        PlainImage.Read(Bytes("moving.webp")).Fault.ShouldBe(ImageFault.Moves);
        PlainImage.Read(Encoding.UTF8.GetBytes("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>")).Fault.ShouldBe(ImageFault.OtherKind);
        PlainImage.Read("GIF89a\u0001"u8.ToArray()).Fault.ShouldBe(ImageFault.OtherKind);
        PlainImage.Read([]).Fault.ShouldBe(ImageFault.OtherKind);
        PlainImage.Read([.. Bytes("turned.jpg"), .. new byte[PlainImage.MostKibibytes << 10]]).Fault.ShouldBe(ImageFault.TooHeavy);
        PlainImage.Read(Wider(Bytes("lossless.webp"), 2001)).Fault.ShouldBe(ImageFault.TooLarge);
    }

    [Theory]
    [InlineData("Photo d’atelier (2026).JPG", "photo-d-atelier-2026.jpg")]
    [InlineData("été.webp", "ete.webp")]
    [InlineData("../../etc/passwd.png", "passwd.png")]
    [InlineData(".png", null)]
    [InlineData("notes.txt", null)]
    [InlineData("image.svg", null)]
    public void The_name_of_a_file_is_spelt_as_an_image_may_bear_it(string file, string? name) => OptionImage.Spell(file).ShouldBe(name);

    private static byte[] Wider(byte[] webp, int width)
    {
        var at = Encoding.Latin1.GetString(webp).IndexOf("VP8L", StringComparison.Ordinal) + 9;
        var bits = BitConverter.ToUInt32(webp, at);
        BitConverter.GetBytes((bits & ~0x3FFFu) | (uint)(width - 1)).CopyTo(webp, at);
        return webp;
    }

    private static byte[] Bytes(string file, [CallerFilePath] string here = "") => File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(here)!, "Images", file));
}
