using Microsoft.AspNetCore.Mvc.Rendering;
using Verksam.Kernel.Text;

namespace Verksam.Features.People.Reach;

/// <summary>How somebody may want to be reached, to choose from.</summary>
internal static class Wishes
{
    public static IEnumerable<SelectListItem> Choices(Texts texts) => Enum.GetValues<ReachWish>().Select(w => new SelectListItem(texts[$"Reach.Wish.{w}"], w.ToString()));
}
