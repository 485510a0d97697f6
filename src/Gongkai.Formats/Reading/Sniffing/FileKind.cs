namespace Gongkai.Formats.Reading.Sniffing;

/// <summary>文件种类: what a file really is, finer than <see cref="SourceFormat"/>.</summary>
internal enum FileKind
{
    Text, Markdown, Html, WebArchive, Docx, WordXml, Xlsx, Pdf, Picture, Json, Epub,
    OldWord, OldSheet, RichText, OpenDocument, Encrypted, OtherArchive, OtherOle,
}
