using System.Xml.Linq;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Gongkai.Web.Shell;

/// <summary>站点密钥: what seals cookies and forms lies in the database under a master key, so that a restart or a second node signs nobody out.</summary>
internal sealed class KeysInDatabase(IServiceScopeFactory scopes) : IXmlRepository, IConfigureOptions<KeyManagementOptions>
{
    /// <summary>The site itself stands where persons stand elsewhere: its keys are wrapped in the same way.</summary>
    private static readonly SubjectId s_site = new(new Guid("00000000-0000-7000-8000-676f6e676b61"));

    public void Configure(KeyManagementOptions options)
    {
        options.XmlRepository = this;
        // The repository encrypts.
        options.XmlEncryptor = new NullXmlEncryptor();
    }

    public IReadOnlyCollection<XElement> GetAllElements() => Wait(async services =>
    {
        var wrapped = await services.GetRequiredService<GongkaiDb>().SiteKeys.AsNoTracking().Select(key => key.Wrapped).ToListAsync();
        var plain = await services.GetRequiredService<FieldProtection>().Reveal([.. wrapped.Select(key => new Sealed(key))], CancellationToken.None);
        return plain.Select(XElement.Parse).ToList();
    });

    public void StoreElement(XElement element, string friendlyName) => Wait(async services =>
    {
        var db = services.GetRequiredService<GongkaiDb>();
        var wrapped = await services.GetRequiredService<FieldProtection>().Seal(s_site, element.ToString(SaveOptions.DisableFormatting), CancellationToken.None);
        db.Add(new SiteKey(friendlyName) { Wrapped = wrapped.Value });
        services.GetRequiredService<Ledger>().Record(Act.MakeSiteKey, Actor.System("site", "站点"), new Thing("site_key", friendlyName));
        return await db.SaveChangesAsync();
    });

    /// <summary>The framework asks without awaiting, at start and every few weeks.</summary>
    private T Wait<T>(Func<IServiceProvider, Task<T>> work) => Task.Run(async () =>
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }).GetAwaiter().GetResult();
}
