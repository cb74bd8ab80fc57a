using System.ComponentModel.DataAnnotations;

namespace Verksam.Ui;

/// <summary>A year that people plan for.</summary>
internal sealed class YearAttribute() : RangeAttribute(1900, 2200);
