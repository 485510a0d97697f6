namespace Gongkai.AnnualReports.Reading;

/// <summary>三张表: reads the tables of sections 二, 三 and 四, wherever a lost heading leaves them.</summary>
internal static class TablesReader
{
    public static TableStarts Read(IReadOnlyList<Segment> cut, Sections sections, FormFiller filler)
    {
        var starts = new TableStarts();

        var two = sections.Around("s2");
        var (twoFrom, twoTo) = TablesElsewhere.Two(cut, two.From, two.To) ?? (two.From, two.To);
        starts.Add("s2", cut, TableTwo.Read(cut, twoFrom, twoTo, filler));

        var three = sections.Around("s3");
        var (threeFrom, threeTo) = TablesElsewhere.Three(cut, three.From, three.To) ?? (three.From, three.To);
        var threeEnd = FirstOfTableFour(cut, threeFrom, threeTo);
        var began = TableThree.Read(cut, threeFrom, threeEnd, filler);
        starts.Add("s3", cut, HeaderBefore(cut, threeFrom, began));

        var four = sections.Around("s4");
        if (TablesElsewhere.Four(cut, four.From, four.To) is var (fourFrom, fourTo))
            starts.Add("s4", cut, TableFour.Read(cut, fourFrom, fourTo, filler, headingLost: false));
        else
            starts.Add("s4", cut, TableFour.Read(cut, four.HasHeading ? four.From : Math.Max(three.From, began), four.To, filler, headingLost: !four.HasHeading));

        foreach (var (key, table) in ((string, string)[])[("s2", "t2"), ("s3", "t3"), ("s4", "t4")])
        {
            if (starts.StartIn(key) < 0 && sections.Start(key) >= 0)
                filler.Saw(ObservationKind.TableLost, sections.All.First(section => section.Key == key).Heading!.Original.Trim(), sections.All.First(section => section.Key == key).Heading!.Place, table);
        }

        return starts;
    }

    /// <summary>Where the words of table four begin, when its heading is lost: table three ends there.</summary>
    private static int FirstOfTableFour(IReadOnlyList<Segment> cut, int from, int to)
    {
        for (var s = from; s < to; s++)
        {
            if (cut[s].Text.Contains("结果维持", StringComparison.Ordinal))
            {
                // The line above it, 行政复议 行政诉讼, belongs to table four too.
                while (s > from && (cut[s - 1].Text.Trim().Length == 0 && !EndsRow(cut, s - 1) || Normal.HanOnly(cut[s - 1].Text) is "行政复议" or "行政诉讼" or "行政复议行政诉讼"))
                    s--;
                return s;
            }
        }

        return to;
    }

    /// <summary>An empty cell at the end of a row of figures belongs to that row.</summary>
    private static bool EndsRow(IReadOnlyList<Segment> cut, int at)
    {
        for (var s = at; s >= 0 && cut[s].Row == cut[at].Row; s--)
        {
            if (cut[s].Text.Any(char.IsAsciiDigit))
                return true;
        }

        return false;
    }

    /// <summary>The header of table three stands before its first row.</summary>
    private static int HeaderBefore(IReadOnlyList<Segment> cut, int from, int first)
    {
        for (var s = from; s < first; s++)
        {
            if (cut[s].Text.Contains("勾稽", StringComparison.Ordinal) || cut[s].Text.Contains("申请人情况", StringComparison.Ordinal) || Normal.HanOnly(cut[s].Text) is "自然人" or "自然" or "商业企业" or "法人或其他组织")
                return s;
        }

        return first;
    }
}
