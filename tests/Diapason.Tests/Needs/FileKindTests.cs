using System.IO.Compression;
using Diapason.Needs.Reference;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Needs;

/// <summary>What may be handed out under the name of a document.</summary>
public sealed class FileKindTests
{
    private const string Types = "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";

    [Theory]
    [InlineData(Types, 1, true)]
    [InlineData("<Types/>", 1, false)]
    [InlineData(Types, 150, false)]
    public void A_document_says_what_it_is_and_fills_nobodys_memory(string types, int mebibytes, bool isTaken)
    {
        using var kept = new MemoryStream();
        using (var zip = new ZipArchive(kept, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var entry = zip.CreateEntry("[Content_Types].xml").Open()) entry.Write(System.Text.Encoding.UTF8.GetBytes(types));
            using var document = zip.CreateEntry("word/document.xml").Open();
            var part = new byte[1 << 20];
            for (var i = 0; i < mebibytes; i++) document.Write(part);
        }

        FileKind.Of("lettre.docx")!.IsTrueOf(kept.ToArray()).ShouldBe(isTaken);
    }
}
