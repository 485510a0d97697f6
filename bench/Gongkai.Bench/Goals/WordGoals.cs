using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Gongkai.Bench.Corpus;
using Gongkai.Bench.Measuring;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Gongkai.Bench.Goals;

/// <summary>D1: .docx from bytes to fields, against the Open XML SDK's object tree, pandoc, and a bare stream of cells.</summary>
internal static class WordGoals
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static IEnumerable<Outcome> Run(IReadOnlyList<SyntheticReport> reports)
    {
        List<byte[]> files = [.. reports.Select(AsWord.Write)];
        Reader.Verify(reports, files, "report.docx");
        var rates = Rate.Of(files.Count, Reader.Over(files, "report.docx"), () => files.ForEach(file => SdkCells(file)), () => files.ForEach(file => StreamCells(file)));
        yield return Outcome.AtLeast("D1-sdk", rates[0] / rates[1], 8, $"{rates[0]:0} reports/s read; Open XML SDK walks the cells of {rates[1]:0}");
        yield return Outcome.AtLeast("D1-stream", rates[0] / rates[2], 0.4, $"a bare zip and XmlReader stream gives the cells of {rates[2]:0}");
        yield return Pandoc(files, rates[0]);
    }

    private static Outcome Pandoc(List<byte[]> files, double ours)
    {
        if (ProgramRun.Find("pandoc") is not { } pandoc)
            return Outcome.Skipped("D1-pandoc", "pandoc is not installed");
        using var folder = new WorkFolder();
        var some = files.Take(5).Select((file, i) => folder.Write($"{i}.docx", file)).ToList();
        var theirs = some.Count / some.Sum(path => ProgramRun.Of(pandoc, ["-t", "json", path]).Processor.TotalSeconds);
        return Outcome.AtLeast("D1-pandoc", ours / theirs, 40, $"pandoc converts {theirs:0.0} a second");
    }

    private static int SdkCells(byte[] file)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        var characters = 0;
        foreach (var table in word.MainDocumentPart!.Document.Body!.Elements<W.Table>())
        {
            foreach (var row in table.Elements<W.TableRow>())
            {
                foreach (var cell in row.Elements<W.TableCell>())
                    characters += cell.InnerText.Length + (cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1);
            }
        }

        return characters;
    }

    private static int StreamCells(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        using var xml = XmlReader.Create(zip.GetEntry("word/document.xml")!.Open(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        var cells = new List<string>();
        var text = new System.Text.StringBuilder();
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Text)
            {
                text.Append(xml.Value);
            }
            else if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "tc" && xml.NamespaceURI == Word)
            {
                cells.Add(text.ToString());
                text.Clear();
            }
        }

        return cells.Count;
    }
}
