namespace Gongkai.AnnualReports.Writing;

/// <summary>版面: how the page of a report looks on screen and on A4, after the national standard for official documents (GB/T 9704).</summary>
internal static class ReportStyle
{
    // Fonts of official documents first, then one that goes into a PDF as a TrueType subset. AR PL UMing and Noto CJK become Type 3 there.
    public const string Css =
        """
        :root { --song: "FZXiaoBiaoSong-B05S", "方正小标宋简体", SimSun, "Songti SC", "WenQuanYi Zen Hei", "Noto Serif CJK SC", serif;
          --fangsong: "FangSong_GB2312", "仿宋_GB2312", FangSong, STFangsong, "WenQuanYi Zen Hei", "Noto Serif CJK SC", serif;
          --hei: SimHei, "黑体", STHeiti, "WenQuanYi Zen Hei", "Noto Sans CJK SC", sans-serif; }
        html { color: #111; background: #fff; }
        body { margin: 0; font: 12pt/1.9 var(--fangsong); }
        main { max-width: 44em; margin: 0 auto; padding: 3em 1.5em; }
        h1 { font: normal 22pt/1.5 var(--song); text-align: center; text-wrap: balance; margin: 0 0 1.2em; }
        .gk-whole { display: inline-block; }
        h2 { font: normal 1em/1.9 var(--hei); margin: 1em 0 .4em; padding-left: 2em; break-after: avoid; }
        h3 { font: bold 1em/1.9 var(--fangsong); margin: 0; padding-left: 2em; break-after: avoid; }
        p { margin: 0; text-indent: 2em; text-align: justify; overflow-wrap: anywhere; orphans: 2; widows: 2; }
        table { width: 100%; table-layout: fixed; border-collapse: collapse; margin: .6em 0 1em; font: 9pt/1.35 var(--song); font-variant-numeric: tabular-nums; }
        caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
        th, td { border: .75pt solid #000; padding: .3em .2em; font-weight: normal; text-align: center; vertical-align: middle; overflow-wrap: anywhere; }
        td[data-path] { white-space: nowrap; padding-inline: 0; overflow-wrap: normal; }
        td[data-long] { font-size: 7pt; }
        .gk-caption { text-align: left; background: #dce6f2; padding-left: .5em; }
        .gk-corner, .gk-t3 .gk-rowheader { text-align: left; padding-left: .35em; }
        tr { break-inside: avoid; }
        thead { display: table-header-group; }
        @page { size: A4; margin: 37mm 26mm 35mm 28mm; @bottom-center { content: "— " counter(page) " —"; font: 14pt var(--song); } }
        @media print {
          main { max-width: none; padding: 0; }
          body { font-size: 16pt; line-height: 29pt; }
          h2, h3 { line-height: 29pt; }
          table, .gk-t2 tbody { break-inside: avoid; }
          .gk-t2 { break-inside: auto; }
          .gk-caption { print-color-adjust: exact; }
        }

        """;
}
