using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Gongkai.Formats.Writing;

/// <summary>PDF 打印: the page through Chromium (tagged, with bookmarks), else the Word document through LibreOffice.</summary>
public static class PdfPrinter
{
    private const string Missing = "生成 PDF 需要 Chromium 或 LibreOffice，请先安装其中之一（Debian：apt-get install chromium fonts-wqy-zenhei），或改为导出 Word、网页";
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(90);
    private static readonly string[] s_browsers = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private static readonly string[] s_offices = ["soffice", "libreoffice"];

    // A browser takes some hundred megabytes: no more than these at a time, the others wait.
    private static readonly SemaphoreSlim s_places = new(2);

    /// <param name="html">A page of our own, without scripts, whose content policy lets it load nothing.</param>
    /// <param name="word">The same as a Word document, for machines without a browser.</param>
    /// <exception cref="ProgramMissingException">Neither program is installed.</exception>
    public static byte[] Print(string html, Func<byte[]> word)
    {
        s_places.Wait();
        var folder = Directory.CreateTempSubdirectory("gongkai-pdf-");
        try
        {
            return ByBrowser(html, folder.FullName) ?? ByLibreOffice(word, folder.FullName) ?? throw new ProgramMissingException("chromium", Missing);
        }
        finally
        {
            Delete(folder);
            s_places.Release();
        }
    }

    private static byte[]? ByBrowser(string html, string folder)
    {
        var page = Path.Combine(folder, "page.html");
        var pdf = Path.Combine(folder, "page.pdf");
        File.WriteAllText(page, html, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

        // The page is our own, holds no script and may load nothing (its content policy), so the browser's sandbox, which needs rights
        // that a server often lacks, guards nothing here.
        string[] arguments =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--disable-extensions", $"--user-data-dir={Path.Combine(folder, "profile")}",
            "--no-pdf-header-footer", "--generate-pdf-document-outline", $"--print-to-pdf={pdf}", new Uri(page).AbsoluteUri,
        ];
        return s_browsers.Any(browser => Run(browser, arguments, folder) && IsThere(pdf)) ? File.ReadAllBytes(pdf) : null;
    }

    private static byte[]? ByLibreOffice(Func<byte[]> word, string folder)
    {
        var document = Path.Combine(folder, "office.docx");
        var pdf = Path.Combine(folder, "office.pdf");
        File.WriteAllBytes(document, word());

        // A profile of its own, or parallel calls would wait for each other and give up.
        string[] arguments =
        [
            $"-env:UserInstallation={new Uri(Path.Combine(folder, "office")).AbsoluteUri}", "--headless", "--norestore",
            "--convert-to", """pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},"ExportBookmarks":{"type":"boolean","value":"true"}}""",
            "--outdir", folder, document,
        ];
        return s_offices.Any(office => Run(office, arguments, folder) && IsThere(pdf)) ? File.ReadAllBytes(pdf) : null;
    }

    private static bool IsThere(string pdf) => new FileInfo(pdf) is { Exists: true, Length: > 0 };

    /// <summary>True when the program is installed and ended well within its time.</summary>
    private static bool Run(string program, string[] arguments, string folder)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = folder,
            },
        };
        // What programs drop in their home and temporary folders goes with ours.
        process.StartInfo.Environment["HOME"] = folder;
        process.StartInfo.Environment["TMPDIR"] = folder;
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return false;
        }

        StandBack(process);
        process.StandardInput.Close();
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (process.WaitForExit(s_limit))
            return process.ExitCode == 0;

        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        return false;
    }

    /// <summary>Those who read come before those who print.</summary>
    private static void StandBack(Process process)
    {
        try
        {
            process.PriorityClass = ProcessPriorityClass.BelowNormal;
        }
        catch (Exception over) when (over is InvalidOperationException or Win32Exception)
        {
            // It has ended already, or the machine does not let us: it runs as others do.
        }
    }

    private static void Delete(DirectoryInfo folder)
    {
        // A browser's helpers may write for a moment longer than the browser lives.
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                folder.Delete(recursive: true);
                return;
            }
            catch (DirectoryNotFoundException) when (!folder.Exists)
            {
                return;
            }
            catch (IOException) when (attempt < 20)
            {
                Thread.Sleep(50);
            }
        }
    }
}
