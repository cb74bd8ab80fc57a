using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.Extensions.DependencyInjection;

namespace Verksam.Tests.House;

/// <summary>
/// What the pages are, found once: a house spends more than half of its start on reading every page's attributes, and every house here has the
/// same pages. The descriptors say nothing of a house; what is made from them is made in each.
/// </summary>
internal sealed class SharedPages(IActionDescriptorProvider found) : IActionDescriptorProvider
{
    private static readonly Lock OneAtATime = new();
    private static IReadOnlyList<ActionDescriptor>? s_pages;

    public int Order => found.Order;

    public static void Furnish(IServiceCollection services)
    {
        var pages = services.Single(s => s.ServiceType == typeof(IActionDescriptorProvider) && s.ImplementationType?.Name == "CompiledPageActionDescriptorProvider");
        services.Remove(pages);
        services.AddSingleton<IActionDescriptorProvider>(provider => new SharedPages((IActionDescriptorProvider)ActivatorUtilities.CreateInstance(provider, pages.ImplementationType!)));
    }

    public void OnProvidersExecuting(ActionDescriptorProviderContext context)
    {
        lock (OneAtATime)
        {
            s_pages ??= Find();
        }
        foreach (var page in s_pages)
            context.Results.Add(page);
    }

    public void OnProvidersExecuted(ActionDescriptorProviderContext context) => found.OnProvidersExecuted(context);

    private List<ActionDescriptor> Find()
    {
        var context = new ActionDescriptorProviderContext();
        found.OnProvidersExecuting(context);
        return [.. context.Results];
    }
}
