using System.IO.Compression;
using System.Text;
using Gongkai.Formats.Cleaning;
using Gongkai.Formats.Reading;

namespace Gongkai.Formats.Tests.Cleaning;

/// <summary>办公文件的痕迹与去除.</summary>
public sealed class OfficeCleanerTests
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    [Fact]
    public void Finds_tracked_changes_hidden_text_comments_and_who_wrote_it()
    {
        var file = Zip(
            ("word/document.xml", $"<w:document xmlns:w=\"{Word}\"><w:body><w:p><w:ins w:author=\"张三\"><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r></w:p></w:body></w:document>"),
            ("word/comments.xml", $"<w:comments xmlns:w=\"{Word}\"><w:comment w:id=\"1\"/><w:comment w:id=\"2\"/></w:comments>"),
            ("word/vbaProject.bin", "x"),
            ("docProps/core.xml", Core));

        var found = OfficeTraces.Find(file);

        Assert.Contains(new Trace(TraceKind.TrackedChange, "word/document.xml", "2"), found);
        Assert.Contains(new Trace(TraceKind.HiddenText, "word/document.xml", "1"), found);
        Assert.Contains(new Trace(TraceKind.Comment, "word/comments.xml", "2"), found);
        Assert.Contains(new Trace(TraceKind.Metadata, "creator", "张三"), found);
        Assert.Contains(found, trace => trace.Kind == TraceKind.Macro);
    }

    [Fact]
    public void Finds_hidden_sheets_rows_and_columns()
    {
        const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        var file = Zip(
            ("xl/workbook.xml", $"<workbook xmlns=\"{main}\"><sheets><sheet name=\"公开\"/><sheet name=\"底稿\" state=\"veryHidden\"/></sheets></workbook>"),
            ("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{main}\"><cols><col min=\"1\" max=\"1\" hidden=\"1\"/></cols><sheetData><row r=\"1\"/><row r=\"2\" hidden=\"1\"/><row r=\"3\" hidden=\"true\"/></sheetData></worksheet>"));

        Assert.Equal(
            [new Trace(TraceKind.HiddenSheet, "底稿", ""), new Trace(TraceKind.HiddenRows, "sheet1", "2"), new Trace(TraceKind.HiddenColumns, "sheet1", "1")],
            OfficeTraces.Find(file));
    }

    [Fact]
    public void Takes_the_properties_out_and_leaves_the_text()
    {
        var file = Zip(("word/document.xml", $"<w:document xmlns:w=\"{Word}\"><w:body><w:p><w:r><w:t>正文内容</w:t></w:r></w:p></w:body></w:document>"), ("docProps/core.xml", Core), ("docProps/app.xml", "<Properties><Company>某公司</Company></Properties>"));

        var clean = OfficeCleaner.Clean(file)!;

        Assert.DoesNotContain(OfficeTraces.Find(clean), trace => trace.Kind == TraceKind.Metadata);
        Assert.Contains(DocumentReader.Read(clean, "a.docx").Blocks.OfType<TextLine>(), line => line.Text == "正文内容");
        Assert.Equal(clean, OfficeCleaner.Clean(file));
        Assert.Equal(clean, OfficeCleaner.Clean(clean));
    }

    [Fact]
    public void Finds_hidden_slides_speakers_notes_and_comments_of_a_presentation_and_takes_out_who_made_it()
    {
        const string main = "http://schemas.openxmlformats.org/presentationml/2006/main";
        const string drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
        var file = Zip(
            ("ppt/presentation.xml", $"<p:presentation xmlns:p=\"{main}\"/>"),
            ("ppt/slides/slide1.xml", $"<p:sld xmlns:p=\"{main}\"/>"),
            ("ppt/slides/slide2.xml", $"<p:sld xmlns:p=\"{main}\" show=\"0\"/>"),
            ("ppt/notesSlides/notesSlide1.xml", $"<p:notes xmlns:p=\"{main}\" xmlns:a=\"{drawing}\"><a:t>内部口径</a:t></p:notes>"),
            ("ppt/notesSlides/notesSlide2.xml", $"<p:notes xmlns:p=\"{main}\" xmlns:a=\"{drawing}\"><a:t>2</a:t></p:notes>"),
            ("ppt/comments/comment1.xml", $"<p:cmLst xmlns:p=\"{main}\"><p:cm/></p:cmLst>"),
            ("docProps/core.xml", Core));

        Assert.Equal(
            [new Trace(TraceKind.Comment, "ppt/comments/comment1.xml", "1"), new Trace(TraceKind.HiddenSlide, "slide2", ""), new Trace(TraceKind.Metadata, "creator", "张三"), new Trace(TraceKind.SpeakerNotes, "notesSlide1", "4")],
            OfficeTraces.Find(file).OrderBy(trace => $"{trace.Kind}", StringComparer.Ordinal));
        Assert.DoesNotContain(OfficeTraces.Find(OfficeCleaner.Clean(file)!), trace => trace.Kind == TraceKind.Metadata);
    }

    [Fact]
    public void Takes_out_what_cameras_wrote_into_the_pictures_within()
    {
        const string photograph = "\u00FF\u00D8\u00FF\u00E1\u0000\u0007PLACE\u00FF\u00DA\u0000\u0003\u0001\u0012\u00FF\u00D9";
        var file = Tests.Word.WordFile.Zip([("word/document.xml", Encoding.UTF8.GetBytes($"<w:document xmlns:w=\"{Word}\"/>")), ("word/media/image1.jpeg", Encoding.Latin1.GetBytes(photograph))]);

        using var clean = new ZipArchive(new MemoryStream(OfficeCleaner.Clean(file)!));

        using var picture = new StreamReader(clean.GetEntry("word/media/image1.jpeg")!.Open(), Encoding.Latin1);
        Assert.Equal(photograph.Replace("\u00FF\u00E1\u0000\u0007PLACE", "", StringComparison.Ordinal), picture.ReadToEnd());
    }

    [Fact]
    public void Says_nothing_of_other_files_and_refuses_a_broken_one()
    {
        Assert.Empty(OfficeTraces.Find("正文"u8.ToArray()));
        Assert.Null(OfficeCleaner.Clean("正文"u8.ToArray()));
        Assert.Throws<UnreadableFileException>(() => OfficeTraces.Find("PK\u0003\u0004broken"u8.ToArray()));
    }

    private const string Core = "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:creator>张三</dc:creator></cp:coreProperties>";

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return buffer.ToArray();
    }
}
