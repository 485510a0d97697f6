using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Gongkai.AnnualReports.Checking;
using Gongkai.AnnualReports.Checking.Output;
using Gongkai.AnnualReports.Writing;
using Microsoft.AspNetCore.DataProtection;

namespace Gongkai.Web.Portal.Check;

/// <summary>随页数据: what the download buttons need travels with the page, packed and sealed, because the server keeps nothing.</summary>
/// <remarks>The seal makes sure that only what this site itself produced comes back to be written.</remarks>
public sealed class Carried(IDataProtectionProvider protection)
{
    /// <summary>Longer than this a page would be a burden; the visitor then downloads through the interface or the command line.</summary>
    public const int LongestSeal = 12 << 20;

    private readonly IDataProtector _seal = protection.CreateProtector("Gongkai.Check.Carried.v1");

    public string? Seal(string file, CheckedReport result)
    {
        IReadOnlyList<CheckedFile> alone = [new CheckedFile(file, [result], null)];
        var parts = new CarriedReport(file, ReportJson.Write(result.Report), Text(output => CheckJson.Write(output, alone)), Text(output => CheckSarif.Write(output, alone)));
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            JsonSerializer.Serialize(brotli, parts);
        var sealedText = Base64Url.EncodeToString(_seal.Protect(packed.ToArray()));
        return sealedText.Length > LongestSeal ? null : sealedText;
    }

    /// <summary>What was sealed, or null when it is not ours or from before the last start.</summary>
    public CarriedReport? Open(string sealedText)
    {
        try
        {
            using var packed = new MemoryStream(_seal.Unprotect(Base64Url.DecodeFromChars(sealedText)));
            using var brotli = new BrotliStream(packed, CompressionMode.Decompress);
            return JsonSerializer.Deserialize<CarriedReport>(brotli);
        }
        catch (Exception broken) when (broken is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private static string Text(Action<Stream> write)
    {
        using var output = new MemoryStream();
        write(output);
        return System.Text.Encoding.UTF8.GetString(output.GetBuffer(), 0, (int)output.Length);
    }
}

/// <summary>One report with its findings, as text.</summary>
/// <param name="File">Name of the file it came from.</param>
/// <param name="Report">`gongkai.report/1`.</param>
/// <param name="Findings">As `gongkai check --format json` prints it.</param>
/// <param name="Sarif">SARIF 2.1.</param>
public sealed record CarriedReport(string File, string Report, string Findings, string Sarif);
