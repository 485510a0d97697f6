using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Data;

/// <summary>模型缓存: a model belongs to the modules that mapped it, so two compositions in one process (as in tests) do not share one.</summary>
internal sealed class ModelPerModules : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime)
    {
        var application = context.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()!.ApplicationServiceProvider!;
        return (application.GetRequiredService<ModuleNames>().All, designTime);
    }
}

/// <summary>The modules of one composition, named once.</summary>
internal sealed class ModuleNames(IEnumerable<ITables> tables)
{
    public string All { get; } = string.Join(';', tables.Select(module => module.GetType().AssemblyQualifiedName).Order(StringComparer.Ordinal));
}
