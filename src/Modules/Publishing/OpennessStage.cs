namespace Gongkai.Publishing;

/// <summary>五公开: the stage of administration a matter belongs to.</summary>
public enum OpennessStage
{
    Decision,
    Execution,
    Management,
    Service,
    Result,
}

public static class OpennessStageNames
{
    extension(OpennessStage stage)
    {
        public string Name => stage switch
        {
            OpennessStage.Decision => "决策",
            OpennessStage.Execution => "执行",
            OpennessStage.Management => "管理",
            OpennessStage.Service => "服务",
            OpennessStage.Result => "结果",
            _ => throw new ArgumentOutOfRangeException(nameof(stage)),
        };
    }
}
