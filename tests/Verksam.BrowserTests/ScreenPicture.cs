using System.Security.Cryptography;
using System.Text;
using Microsoft.Playwright;
using Verksam.Features.Help;

namespace Verksam.BrowserTests;

/// <summary>A picture of the help: which part of which screen, as one of the demo's people sees it.</summary>
/// <param name="Part">What is pictured.</param>
/// <param name="Without">What of it is left out, so that the picture shows one thing.</param>
/// <param name="Width">Of the window; what is mostly lines and curves weighs less in a narrow one.</param>
internal sealed record ScreenPicture(string Name, string Url, string Part, string? Without = null, int Width = 800)
{
    /// <summary>Words and structure, in order: what is not seen, addresses, ids, values and clock times are left out, for they differ between runs or machines.</summary>
    private const string Words = """
        part => {
          const said = [];
          const walk = node => {
            if (node.nodeType === Node.TEXT_NODE) { const words = node.data.replace(/\s+/g, ' ').trim(); if (words) said.push(words); return; }
            if (node.nodeType !== Node.ELEMENT_NODE || !node.checkVisibility()) return;
            said.push('<' + [node.localName, node.getAttribute('class'), node.dataset.status, node.dataset.review].filter(Boolean).join(' '));
            node.childNodes.forEach(walk);
            said.push('>');
          };
          walk(part);
          return said.join('\n').replace(/\b\d{1,2}[.:]\d{2}\b/g, 'kl');
        }
        """;

    /// <summary>The part alone: without the menu and what the demo says of itself, with a little air around it.</summary>
    public async Task<ILocator> Find(IPage page)
    {
        await page.EvaluateAsync("""
            unwanted => {
              document.querySelectorAll(unwanted).forEach(e => e.remove());
              document.activeElement?.blur();
              scrollTo(0, 0);
            }
            """, string.Join(", ", ((string?[])[".rail", ".demo", "body > footer", Without]).OfType<string>()));
        var part = page.Locator(Part).First;
        await part.EvaluateAsync("part => Object.assign(part.style, { padding: '16px', alignSelf: 'start', minHeight: 0 })");
        return part;
    }

    public static async Task<string> Fingerprint(ILocator part) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(await part.EvaluateAsync<string>(Words))))[..16];

    /// <summary>A window as wide as a page of the help, and as many pixels as the help counts with.</summary>
    public static BrowserNewContextOptions Window => new()
    {
        Locale = "sv-SE",
        ColorScheme = ColorScheme.Light,
        ReducedMotion = ReducedMotion.Reduce,
        ViewportSize = new ViewportSize { Width = 800, Height = 1000 },
        DeviceScaleFactor = (float)Picture.Density,
    };
}
