using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Gongkai.Web.Shell;

/// <summary>内存密钥: keys of the site live as long as the process and never touch the disk; what they sealed is worth nothing afterwards.</summary>
internal sealed class KeysInMemory : IXmlRepository
{
    private readonly Lock _guard = new();
    private readonly List<XElement> _keys = [];

    public static void Use(KeyManagementOptions keys)
    {
        keys.XmlRepository = new KeysInMemory();
        keys.XmlEncryptor = new NullXmlEncryptor();
    }

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        lock (_guard)
            return [.. _keys.Select(key => new XElement(key))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        lock (_guard)
            _keys.Add(new XElement(element));
    }
}
