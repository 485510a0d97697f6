using System.Buffers;

namespace Gongkai.AnnualReports.Reading.Claims;

/// <summary>断句: cuts paragraphs into sentences and reads the known words of each, in one pass.</summary>
internal static class SentenceSplitter
{
    private const int LongestTitle = 100;

    // No sentence of a report comes near; a text without full stops must not make one endless sentence.
    private const int MostWords = 250;
    private const int MostCharacters = 5000;
    private static readonly SearchValues<char> s_afterApplicant = SearchValues.Create("申提共的为类，、）（：；。各分占均递方渠平收受形途和或及与上等系端在向寄送接约近当面来办公");

    public static IEnumerable<Sentence> Split(Narrative narrative)
    {
        foreach (var section in narrative.Sections)
        {
            foreach (var paragraph in section.Paragraphs)
            {
                foreach (var sentence in Split(section, paragraph))
                    yield return sentence;
            }
        }
    }

    private static IEnumerable<Sentence> Split(NarrativeSection section, NarrativeParagraph paragraph)
    {
        var folded = FoldedText.Of(paragraph.Text);
        var text = folded.Text;
        var words = new List<Word>(16);
        var start = 0;
        var i = 0;
        while (i < text.Length)
        {
            var c = text[i];
            if (c is '。' or '！' or '？' or '!' or '?' || words.Count >= MostWords || i - start >= MostCharacters)
            {
                if (i > start)
                    yield return new Sentence(section, paragraph, folded, start, i, words);
                start = c is '。' or '！' or '？' or '!' or '?' ? ++i : i;
                words = new List<Word>(16);
                continue;
            }

            // （二）依申请公开 opens a part even where the source lost its line break.
            if (c == '（' && i > start && OpensPart(text, i) && !(text[i - 1] is '第' or '项' or '条'))
            {
                yield return new Sentence(section, paragraph, folded, start, i, words);
                start = i;
                words = new List<Word>(16);
            }

            i = ReadWord(text, i, words);
        }

        if (text.Length > start)
            yield return new Sentence(section, paragraph, folded, start, text.Length, words);
    }

    private static bool OpensPart(string text, int at)
    {
        var i = at + 1;
        while (i < text.Length && i < at + 4 && ChineseNumeral.IsPart(text[i]))
            i++;
        return i > at + 1 && i < text.Length && text[i] == '）';
    }

    private static int ReadWord(string text, int at, List<Word> words)
    {
        var c = text[at];
        if (c is '，' or '；' or '：' or '、' or '（' or '）' or '．')
        {
            if (c != '．')
                words.Add(new Word(at, at + 1, Sense.Mark, Mark(c)));
            return at + 1;
        }

        if (c == '《')
            return ReadTitle(text, at, words);
        if (YearAt(text, at) is { } year)
            return ReadYear(text, at, year, words);
        if (c == '结' && FigureScanner.StartsAt(text, at, "结转") && ReadCarried(text, at, words) is { } carried)
            return carried;

        var entry = Lexicon.At(text, at);
        var figure = entry is null || entry.Word.Length == 1 || ChineseNumeral.IsPart(c) ? FigureScanner.At(text, at, out var end) : ReadNothing(at, out end);
        if (figure is { } read && (entry is null || entry.Word.Length <= read.End - at))
        {
            words.Add(new Word(at, read.End, Sense.Figure, read.Unit) { Figure = read });
            return read.End;
        }

        if (entry is not null)
        {
            var sense = entry.Sense is Sense.Kind or Sense.Channel && !IsFollowedByCount(text, at + entry.Word.Length) ? Sense.Neutral : entry.Sense;
            words.Add(new Word(at, at + entry.Word.Length, sense, entry.Value));
            return at + entry.Word.Length;
        }

        return end;
    }

    // 企业5件, 企业申请, 企业提交 name an applicant; 企业改制2件 names a subject.
    private static bool IsFollowedByCount(string text, int at) =>
        at >= text.Length || char.IsAsciiDigit(text[at]) || ChineseNumeral.IsPart(text[at]) || s_afterApplicant.Contains(text[at]);

    private static Figure? ReadNothing(int at, out int end)
    {
        end = at + 1;
        return null;
    }

    private static string Mark(char c) => c switch { '，' => "，", '；' => "；", '：' => "：", '、' => "、", '（' => "（", _ => "）" };

    // A title speaks of a document, not of what was done; only the fee is worth knowing.
    private static int ReadTitle(string text, int at, List<Word> words)
    {
        var end = text.IndexOf('》', at, Math.Min(LongestTitle, text.Length - at));
        if (end < 0)
            return at + 1;
        if (text.AsSpan(at, end - at).Contains("处理费", StringComparison.Ordinal))
            words.Add(new Word(at, end + 1, Sense.FeeTitle, ""));
        return end + 1;
    }

    private static int? YearAt(string text, int at)
    {
        if (at + 4 >= text.Length || text[at] is not ('1' or '2') || text[at + 4] != '年' || (at > 0 && char.IsAsciiDigit(text[at - 1])))
            return null;
        return int.TryParse(text.AsSpan(at, 4), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year) && year is > 1990 and < 2100 ? year : null;
    }

    private static int ReadYear(string text, int at, int year, List<Word> words)
    {
        var end = at + 5;
        if (FigureScanner.StartsAt(text, end, "度"))
            end++;
        if (FigureScanner.StartsAt(text, end, "结转") && !SaysTo(text, end + 2))
        {
            words.Add(new Word(at, end + 2, Sense.CarriedIn, ""));
            return end + 2;
        }

        words.Add(new Word(at, end, Sense.Year, year.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return end;
    }

    // 结转2024年, 结转至2024年度
    private static int? ReadCarried(string text, int at, List<Word> words)
    {
        var i = at + 2;
        if (i < text.Length && text[i] is '至' or '到' or '入')
            i++;
        if (YearAt(text, i) is null)
            return null;
        words.Add(new Word(at, i + 5, Sense.CarriedOut, ""));
        return i + 5;
    }

    private static bool SaysTo(string text, int at) => at < text.Length && (text[at] is '至' or '到' or '下' or '次' or '明' || YearAt(text, at) is not null);
}
