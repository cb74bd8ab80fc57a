using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Verksam.Ui;

/// <summary>A decimal number within bounds. <c>[Range(0, 100)]</c> would make it an int first: it rounds, and falls over what is no int.</summary>
internal sealed class AmountAttribute : RangeAttribute
{
    public AmountAttribute(long from, long to)
        : base(typeof(decimal), from.ToString(CultureInfo.InvariantCulture), to.ToString(CultureInfo.InvariantCulture)) =>
        ParseLimitsInInvariantCulture = ConvertValueInInvariantCulture = true;
}
