using Microsoft.Data.Sqlite;
using Npgsql;

namespace Gongkai.Data;

/// <summary>存储故障: what is the matter with disk or database, in a sentence for whoever sees it; nothing was saved, and what was saved stays.</summary>
public static class StorageTrouble
{
    private const int DiskFullOnUnix = 28;      // ENOSPC
    private const int QuotaOnUnix = 122;        // EDQUOT
    private const int DiskFullOnWindows = unchecked((int)0x80070070);

    /// <summary>Null where the trouble is none of disk or database.</summary>
    public static string? SentenceFor(Exception problem)
    {
        for (var inner = problem; inner is not null; inner = inner.InnerException)
        {
            var sentence = inner switch
            {
                SqliteException sqlite => OfSqlite(sqlite),
                PostgresException postgres => OfPostgreSql(postgres.SqlState),
                NpgsqlException => "数据库连接不上，请检查PostgreSQL是否在运行；恢复后自动继续，没有保存的内容请重新提交。",
                IOException io when io.HResult is DiskFullOnUnix or QuotaOnUnix or DiskFullOnWindows => "磁盘已满，这次没有保存，已保存的内容不受影响；请清理磁盘后重试。",
                _ => null,
            };
            if (sentence is not null)
                return sentence;
        }

        return null;
    }

    private static string? OfSqlite(SqliteException problem) => problem.SqliteErrorCode switch
    {
        5 or 6 => "数据库正被其他程序占用，这次没有保存；请稍后重试，持续出现的请检查是否有备份、查看工具打开着数据库。",
        8 => "数据库文件是只读的，不能保存；请检查数据目录的权限。",
        10 => "磁盘读写出错，这次没有保存；请检查磁盘和数据目录。",
        11 or 26 => "数据库文件已损坏或者不是数据库，请停止使用并从备份恢复。",
        13 => "磁盘已满，这次没有保存，已保存的内容不受影响；请清理磁盘后重试。",
        14 => "数据库文件打不开，可能已被移走；请检查数据目录，放回后自动恢复。",
        1 when problem.Message.Contains("no such table", StringComparison.Ordinal) => "数据库文件被移走或者替换，里面没有本系统的数据表；请放回原来的文件，放回后自动恢复。",
        _ => null,
    };

    private static string? OfPostgreSql(string state) => state switch
    {
        "53100" => "磁盘已满，这次没有保存，已保存的内容不受影响；请清理磁盘后重试。",
        "55P03" or "57014" => "数据库正被其他程序占用，这次没有保存；请稍后重试。",
        "57P01" or "57P02" or "57P03" or "53300" => "数据库暂时不能服务，请稍后重试；恢复后自动继续。",
        "3D000" or "42P01" => "数据库被移走或者替换，里面没有本系统的数据表；请恢复原来的数据库。",
        _ when state.StartsWith("08", StringComparison.Ordinal) => "数据库连接不上，请检查PostgreSQL是否在运行；恢复后自动继续，没有保存的内容请重新提交。",
        _ => null,
    };
}
