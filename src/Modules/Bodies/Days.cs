using Gongkai.Data;

namespace Gongkai.Bodies;

internal static class Days
{
    /// <summary>What is recorded has happened: a reorganisation is entered on its day, not before.</summary>
    public static void NotAfterToday(DateOnly day, TimeProvider clock, string field)
    {
        if (day > clock.Today())
            throw new RefusedException($"日期不能晚于今天（{clock.Today():yyyy年M月d日}），请在生效之后登记。", field);
    }
}
