using System.ComponentModel.DataAnnotations;

namespace Verksam.Ui;

/// <summary>A day that people mean: neither of another age nor at the end of time.</summary>
internal sealed class DayAttribute : RangeAttribute
{
    public DayAttribute() : base(typeof(DateOnly), "1900-01-01", "2199-12-31") => ParseLimitsInInvariantCulture = true;
}
