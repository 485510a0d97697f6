using System.Text;
using System.Text.Json;

namespace Gongkai.Bench.Corpus;

/// <summary>旧网站: lines of an imaginary old site, about a page of text each; the same every time.</summary>
internal static class OldSite
{
    private static readonly string[] s_sentences =
    [
        "各有关单位应当按照职责分工抓好落实，每月报送进展情况。", "对通过验收的项目按照投入比例给予补助，接受审计和社会监督。", "申报材料通过网上系统提交，逾期不再受理。", "评审结果在网站公示，公示期为五个工作日。",
        "工作中遇到的问题应当及时反映，由主管部门协调解决。", "本通知自印发之日起施行，原有规定同时停止执行。",
    ];

    public static byte[] Lines(int count, string prefix)
    {
        using var file = new MemoryStream();
        for (var i = 0; i < count; i++)
        {
            var text = string.Join("\n\n", Enumerable.Range(0, 12).Select(paragraph => $"{paragraph + 1}、{string.Concat(Enumerable.Range(0, 4).Select(sentence => s_sentences[((i * 7) + (paragraph * 3) + sentence) % s_sentences.Length]))}"));
            file.Write(JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string>
            {
                ["external_id"] = $"{prefix}-{i}",
                ["title"] = $"关于第{i}批科技项目立项的通知",
                ["text"] = text,
                ["document_number"] = $"云科字〔2021〕{i}号",
                ["issuer"] = "云泽市科学技术局",
                ["created_on"] = "2021-03-01",
                ["published_on"] = "2021-03-05",
                ["topic"] = "科技、教育\\科技",
                ["column"] = "通知公告",
                ["url"] = $"http://old.example/{i}.html",
            }));
            file.Write(Encoding.UTF8.GetBytes("\n"));
        }

        return file.ToArray();
    }
}
