using System.ComponentModel.DataAnnotations;
using Verksam.Ui;

namespace Verksam.Features.Planning.Carrying;

/// <summary>The one field where somebody says what has happened; with how many, and perhaps a word of one's own.</summary>
internal sealed class ReportForm
{
    [StringLength(Report.LongestText)]
    public string? Text { get; set; }

    [Amount(0, 10_000_000)]
    public decimal? Count { get; set; }

    public Status? Word { get; set; }
}

/// <summary>What the fields show: the form is called Input on every page that has it.</summary>
/// <param name="CountHint">What to count, and what was last said.</param>
/// <param name="CountsShare">So many in a hundred.</param>
internal sealed record ReportFields(ReportForm Input, bool CountsByHand, string? CountHint, bool CountsShare)
{
    /// <param name="counts">Whether somebody says the figure here.</param>
    public static ReportFields Of(ReportForm input, bool counts, Commitment commitment, Said said, Wording wording) =>
        new(input, counts, wording.CountHint(commitment, said), Wording.IsShare(commitment.Reading));
}
