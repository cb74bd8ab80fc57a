using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Verksam.Ui;

/// <summary>A decimal number within bounds. <c>[Range(0, 100)]</c> would make it an int first: it rounds, and falls over what is no int.</summary>
internal sealed class AmountAttribute : RangeAttribute
{
    public AmountAttribute(long minimum, long maximum)
        : base(typeof(decimal), minimum.ToString(CultureInfo.InvariantCulture), maximum.ToString(CultureInfo.InvariantCulture)) =>
        ParseLimitsInInvariantCulture = ConvertValueInInvariantCulture = true;
}
