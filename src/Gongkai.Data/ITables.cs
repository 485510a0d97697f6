using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data;

/// <summary>数据表: how a module maps its own tables; found among the application's services, so the database knows no module.</summary>
public interface ITables
{
    void Map(ModelBuilder model);
}
