namespace Verksam.Kernel;

/// <summary>A place to go, shown to those who may. <paramref name="Main"/>: one of the four on a phone's bar.</summary>
internal sealed record MenuEntry(string Text, string Url, string Icon, Permission Needs, int Order, bool Main = false)
{
    /// <summary>The places of those who look after the program stand last and apart: 80 and on.</summary>
    public bool IsCare => Order >= 80;
}
