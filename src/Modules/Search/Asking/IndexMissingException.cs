namespace Gongkai.Search;

/// <summary>没有可用的索引: the search cannot answer now; the index is being rebuilt.</summary>
public sealed class IndexMissingException() : Exception("检索索引正在重建，暂时不能检索；各栏目和文件照常可以打开，请稍后再试。");
