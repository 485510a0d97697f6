namespace Gongkai.Formats.Reading.Programs;

/// <summary>临时目录: a folder for one reading; gone when the reading ends, however it ends.</summary>
internal sealed class Scratch : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gongkai-");

    public string Folder => _folder.FullName;

    public string Write(string name, byte[] content)
    {
        var path = Path(name);
        File.WriteAllBytes(path, content);
        return path;
    }

    public string Path(string name) => System.IO.Path.Combine(_folder.FullName, name);

    public void Dispose()
    {
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A program that was just ended may still be closing its files; the system clears its temporary folder.
        }
    }
}
