using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace Verksam.Kernel.Hosting;

/// <summary>A key that protects cookies and secrets; in the database, so that every node has the same ring.</summary>
internal sealed class ProtectionKey : Entity<ProtectionKey>, IAside
{
    private ProtectionKey() { }

    public ProtectionKey(string name, string xml)
    {
        Name = name;
        Xml = xml;
    }

    public string Name { get; private set; } = "";
    public string Xml { get; private set; } = "";
}

/// <summary>The key ring's shelf. The framework's interface is synchronous; it asks once at start and once in ninety days.</summary>
internal sealed class ProtectionKeyShelf(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        return [.. db.ProtectionKeys.AsNoTracking().Select(k => k.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.ProtectionKeys.Add(new ProtectionKey(friendlyName, element.ToString(SaveOptions.DisableFormatting)));
        db.SaveChangesAsync().GetAwaiter().GetResult();
    }
}
