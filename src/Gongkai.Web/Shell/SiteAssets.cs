using Microsoft.AspNetCore.Components;

namespace Gongkai.Web.Shell;

/// <summary>样式和脚本的地址: with the mark of their content, so that a browser keeps them for good. The frame of every page asks here and not through tag helpers, which cost a tenth of a page.</summary>
public static class SiteAssets
{
    extension(HttpContext http)
    {
        /// <param name="path">Below wwwroot, without a slash in front.</param>
        public string Asset(string path) => http.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>() is { } assets ? $"/{assets[path]}" : $"/{path}";
    }
}
