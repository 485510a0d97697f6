using Gongkai.Web.Office.Documents;

namespace Gongkai.Web.Tests.Pages;

/// <summary>文字对照.</summary>
public sealed class TextDifferenceTests
{
    [Fact]
    public void Shows_the_letters_that_changed_and_leaves_out_what_is_far_from_them()
    {
        var before = "甲\n乙\n丙\n关于做好数字化转形的通知\n丁\n戊\n己";
        var after = "甲\n乙\n丙\n关于做好数字化转型工作的通知\n丁\n戊\n己";

        var changes = TextDifference.Between(before, after);

        var changed = Assert.Single(changes, change => change.IsChanged);
        Assert.Equal(
            [new(ChangeKind.Kept, "关于做好数字化转"), new(ChangeKind.Removed, "形"), new(ChangeKind.Added, "型工作"), new(ChangeKind.Kept, "的通知")],
            changed.Pieces);
        Assert.Equal([2, 2], changes.Where(change => change.Skipped > 0).Select(change => change.Skipped));
    }

    [Fact]
    public void A_letter_that_stays_by_chance_is_read_as_changed()
    {
        var changed = Assert.Single(TextDifference.Between("联系手机13912345678。", "联系电话0530-5550123。"));

        Assert.Equal([new(ChangeKind.Kept, "联系"), new(ChangeKind.Removed, "手机13912345678"), new(ChangeKind.Added, "电话0530-5550123"), new(ChangeKind.Kept, "。")], changed.Pieces);
    }

    [Theory]
    [InlineData("", "新的一段", 1)]
    [InlineData("旧的一段", "", 1)]
    [InlineData("一样", "一样", 0)]
    public void A_paragraph_that_came_or_went_is_one_change(string before, string after, int changes) =>
        Assert.Equal(changes, TextDifference.Between(before, after).Count(change => change.IsChanged));

    [Fact]
    public void What_is_marked_is_encoded()
    {
        using var html = new StringWriter();
        TextDifference.Between("甲", "<b>乙</b>")[0].Marked().WriteTo(html, System.Text.Encodings.Web.HtmlEncoder.Default);

        Assert.DoesNotContain("<b>", html.ToString(), StringComparison.Ordinal);
    }
}
