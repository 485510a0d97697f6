namespace Gongkai.Data;

/// <summary>提交之后: told that something was committed; may wake a worker, must be quick and must not throw.</summary>
public interface IAfterCommit
{
    void Committed();
}
