using System.Xml;
using Gongkai.Formats.Cleaning;
using Gongkai.Formats.Reading.Archives;

namespace Gongkai.Formats.Reading.Books;

/// <summary>电子书 (EPUB 2 and 3): its names, contents, chapters as HTML that may be shown, and pictures. A chapter is read when it is asked for.</summary>
public sealed class Epub : IDisposable
{
    private readonly OfficeArchive _archive;
    private readonly EpubPackage _package;
    private readonly ReadingLimits _limits;
    private readonly Dictionary<string, int> _chapters = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _pictures = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<EpubPart> _shown = [];

    private Epub(OfficeArchive archive, ReadingLimits limits)
    {
        (_archive, _limits) = (archive, limits);
        _package = EpubPackage.Read(archive, limits.Nesting);
        for (var i = 0; i < _package.Chapters.Count; i++)
            _chapters[_package.Chapters[i].Path] = i + 1;
        foreach (var part in _package.Parts.Where(part => EpubPicture.TypeOf(part.MediaType) is not null && archive.Has(part.Path)))
        {
            if (_pictures.TryAdd(part.Path, _shown.Count + 1))
                _shown.Add(part);
        }

        Contents = [.. EpubContents.Read(archive, _package, limits.Nesting).Select(Entry)];
        var titles = Contents.Where(entry => entry.Chapter is not null).GroupBy(entry => entry.Chapter!.Value).ToDictionary(entries => entries.Key, entries => entries.First().Title);
        Chapters = [.. _package.Chapters.Select((part, i) => new EpubChapter(i + 1, titles.GetValueOrDefault(i + 1) ?? ChapterTitle.In(archive, part.Path, limits.Nesting) ?? $"第{i + 1}部分"))];
    }

    public string? Title => _package.Title;
    public string? Language => _package.Language;
    public string? Identifier => _package.Identifier;
    public IReadOnlyList<string> Authors => _package.Authors;

    /// <summary>In the order of reading, counted from 1.</summary>
    public IReadOnlyList<EpubChapter> Chapters { get; }

    /// <summary>目录; empty where the book brings none.</summary>
    public IReadOnlyList<EpubEntry> Contents { get; }

    /// <summary>How many pictures it has; they are counted from 1.</summary>
    public int Pictures => _shown.Count;

    internal EpubPackage Package => _package;

    /// <exception cref="UnreadableFileException">It is no e-book, encrypted, broken, or costs more than it may.</exception>
    public static Epub Open(byte[] content, ReadingLimits? limits = null) => Open(() => new OfficeArchive(content, limits ?? ReadingLimits.Default), limits);

    /// <summary>From a file in which one can move; it is closed with the book, also where it is none.</summary>
    /// <exception cref="UnreadableFileException">It is no e-book, encrypted, broken, or costs more than it may.</exception>
    public static Epub Open(Stream content, ReadingLimits? limits = null)
    {
        try
        {
            return Open(() => new OfficeArchive(content, limits ?? ReadingLimits.Default), limits);
        }
        catch
        {
            content.Dispose();
            throw;
        }
    }

    /// <summary>A chapter: its HTML, cleaned like any other text, and its words.</summary>
    /// <param name="number">From 1.</param>
    /// <param name="chapter">The address of a chapter on the pages that show the book.</param>
    /// <param name="picture">The address of a picture.</param>
    /// <exception cref="UnreadableFileException">It is broken or costs more than it may.</exception>
    public CleanHtml Chapter(int number, Func<int, string> chapter, Func<int, string> picture) => HtmlSanitiser.CleanChapter(Written(number, new Addresses(this, number, chapter, picture)).Html, _limits);

    /// <summary>Null where there is no such picture, or it is not what it says it is.</summary>
    public EpubPicture? Picture(int number)
    {
        if (number < 1 || number > _shown.Count)
            return null;
        return Guarded(() =>
        {
            using var stream = _archive.Open(_shown[number - 1].Path)!;
            using var content = new MemoryStream();
            stream.CopyTo(content);
            return EpubPicture.Of(content.ToArray());
        });
    }

    public void Dispose() => _archive.Dispose();

    /// <summary>The chapter as it is before it is cleaned, and what was met in it.</summary>
    internal (string Html, ChapterPage Page) Written(int number, IBookAddresses? addresses = null) => Guarded(() =>
    {
        var part = _package.Chapters[number - 1].Path;
        try
        {
            using var xml = BookXml.Open(_archive, part);
            var page = new ChapterPage(xml, part, addresses ?? new Addresses(this, number, _ => "#", picture => $"/{picture}"), _limits.Nesting);
            return (page.Write(), page);
        }
        catch (XmlException fault)
        {
            throw BookXml.Fault(part, fault);
        }
    });

    private static Epub Open(Func<OfficeArchive> open, ReadingLimits? limits) => Guarded(() =>
    {
        var archive = open();
        try
        {
            return new Epub(archive, limits ?? ReadingLimits.Default);
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    });

    private static T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception damage) when (damage is XmlException or InvalidDataException or IOException or NotSupportedException)
        {
            throw new UnreadableFileException("电子书已损坏或者不完整；请用原来的软件重新导出后再上传", damage);
        }
    }

    private EpubEntry Entry(ContentsLine line) =>
        line.To is var (part, place) && _chapters.TryGetValue(part, out var chapter) ? new EpubEntry(line.Words, line.Level, chapter, place is null ? null : BookPaths.PlaceOf(place)) : new EpubEntry(line.Words, line.Level, null, null);

    private sealed class Addresses(Epub book, int number, Func<int, string> chapter, Func<int, string> picture) : IBookAddresses
    {
        public string? Chapter(string part, string? place)
        {
            if (!book._chapters.TryGetValue(part, out var to))
                return null;
            var at = string.IsNullOrEmpty(place) ? "" : $"#{BookPaths.PlaceOf(place)}";
            return to == number && at.Length > 0 ? at : chapter(to) + at;
        }

        public string? Picture(string part) => book._pictures.TryGetValue(part, out var found) ? picture(found) : null;
    }
}

/// <summary>一章.</summary>
/// <param name="Number">From 1, in the order of reading.</param>
/// <param name="Title">As the contents call it, else its own heading.</param>
public sealed record EpubChapter(int Number, string Title);

/// <summary>目录一行.</summary>
/// <param name="Title">Its words.</param>
/// <param name="Level">From 1.</param>
/// <param name="Chapter">Where it leads; null for a heading over others.</param>
/// <param name="Place">The place in the chapter.</param>
public sealed record EpubEntry(string Title, int Level, int? Chapter, string? Place);
