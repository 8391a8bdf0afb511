using System.IO.Compression;
using System.Text;
using Shouldly;
using Xunit;

namespace Diapason.Tables.Tests;

/// <summary>Files in one compressed folder: written, read back, and nothing it says of itself believed.</summary>
public sealed class CompressedFolderTests
{
    [Fact]
    public void Files_come_back_as_they_were_whatever_folder_they_are_in()
    {
        var bytes = CompressedFolder.Write([("questionnaire.yaml", "code: a"u8.ToArray()), ("images/a.png", [1, 2, 3]), ("images/.DS_Store", [4])]);
        using var folder = CompressedFolder.Open(new MemoryStream(bytes), 10).ShouldNotBeNull();
        folder.Files.Select(file => file.Name).ShouldBe(["questionnaire.yaml", "a.png"]);
        Encoding.UTF8.GetString(folder.Files[0].Read(100)!).ShouldBe("code: a");
        folder.Files[1].Read(3).ShouldBe([1, 2, 3]);
        folder.Files[1].Read(2).ShouldBe([1, 2, 3], "one more than may be read tells that there are more");
        CompressedFolder.Open(new MemoryStream(bytes), 2).ShouldBeNull();
    }

    [Fact]
    public void One_that_unfolds_into_a_gigabyte_is_read_no_further_than_asked()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var file = zip.CreateEntry("a.png").Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 256; i++) file.Write(zeros);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        using var folder = CompressedFolder.Open(bytes, 10)!;
        folder.Files[0].Read(200_000)!.Length.ShouldBe(200_001);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(4 << 20);
    }

    [Fact]
    public void A_damaged_one_is_none_or_gives_what_can_be_read()
    {
        var whole = CompressedFolder.Write([("a.txt", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("consultation ", 100))))]);
        var random = new Random(3);
        for (var i = 0; i < 2000; i++)
        {
            var spoilt = whole.ToArray();
            for (var times = random.Next(1, 6); times > 0; times--) spoilt[random.Next(spoilt.Length)] = (byte)random.Next(256);
            using var folder = CompressedFolder.Open(new MemoryStream(spoilt[..random.Next(1, spoilt.Length + 1)]), 10);
            foreach (var file in folder?.Files ?? []) (file.Read(5000)?.Length ?? 0).ShouldBeLessThanOrEqualTo(5001);
        }
    }
}
