namespace Gongkai.Publishing;

/// <summary>解开的附件包: the files of a zip in a folder of their own for as long as lines are read side by side, which an archive itself does not allow.</summary>
internal sealed class UnpackedFiles : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gongkai-migration-");

    public string Path => _folder.FullName;

    public static UnpackedFiles Of(Stream zip, CancellationToken cancel)
    {
        var unpacked = new UnpackedFiles();
        try
        {
            using var pile = FilePile.Zip(zip);
            pile.UnpackTo(unpacked.Path, cancel);
            return unpacked;
        }
        catch
        {
            unpacked.Dispose();
            throw;
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
