using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.People.Calling;

/// <summary>Stored as a number: never renumber.</summary>
internal enum QuestionKind
{
    Text = 0,
    YesNo = 1,

    /// <summary>One of a list.</summary>
    One = 2,

    /// <summary>Several of a list.</summary>
    Several = 3,

    Number = 4,
}

/// <summary>Something that is asked of everybody on a list.</summary>
internal sealed class CallQuestion : Entity<CallQuestion>, IAudited
{
    public const int LongestText = 200, LongestOptions = 1000, LongestAnswer = 500;

    /// <summary>The answers of a yes-or-no question, as they are kept.</summary>
    public const string Yes = "yes", No = "no";

    private CallQuestion() { }

    public CallQuestion(Id<CallList> list, int order) => (ListId, Order) = (list, order);

    public Id<CallList> ListId { get; private set; }
    public int Order { get; set; }
    public QuestionKind Kind { get; private set; }
    public string Text { get; private set; } = "";

    /// <summary>What there is to choose from, a line each.</summary>
    public string? Options { get; private set; }

    public IReadOnlyList<string> Choices => Kind == QuestionKind.YesNo ? [Yes, No] : Options?.Split('\n') ?? [];

    public bool IsChosen => Kind is QuestionKind.YesNo or QuestionKind.One or QuestionKind.Several;

    public Refusal? Ask(QuestionKind kind, string text, string? options)
    {
        if (OneLine.OrNull(text) is not { } line)
            return CallingRefusals.NoQuestion;
        var lines = kind is QuestionKind.One or QuestionKind.Several
            ? (options ?? "").Split('\n').Select(OneLine.OrNull).OfType<string>().Distinct(StringComparer.Ordinal).ToList() : [];
        if (kind is QuestionKind.One or QuestionKind.Several && lines.Count < 2)
            return CallingRefusals.TooFewOptions;
        (Kind, Text, Options) = (kind, line, lines.Count == 0 ? null : string.Join('\n', lines));
        return null;
    }

    /// <summary>What of the given values can be an answer; a number stands as it was written.</summary>
    public IReadOnlyList<string> Understood(IEnumerable<string?> values) => [.. Written(values).Where(said => Kind != QuestionKind.Number || NumberIn(said) is not null)];

    /// <summary>What was written where a number is asked for, and is none.</summary>
    public string? Unread(IEnumerable<string?> values) => Kind == QuestionKind.Number ? Written(values).FirstOrDefault(said => NumberIn(said) is null) : null;

    /// <summary>A number as people write it. Null for what is none, or larger than anything one asks for.</summary>
    public static decimal? NumberIn(string said) => WrittenNumber.In(said) is { } number && Math.Abs(number) < 1_000_000_000 ? number : null;

    /// <summary>What stands in its field; of choices only those that there are.</summary>
    public IReadOnlyList<string> Written(IEnumerable<string?> values)
    {
        var said = values.Select(OneLine.OrNull).OfType<string>().Select(v => v.Length > LongestAnswer ? v[..LongestAnswer] : v).Distinct(StringComparer.Ordinal);
        said = IsChosen ? said.Where(Choices.Contains) : said;
        return [.. Kind == QuestionKind.Several ? said : said.Take(1)];
    }
}

internal sealed class CallQuestionTable : IEntityTypeConfiguration<CallQuestion>
{
    public void Configure(EntityTypeBuilder<CallQuestion> builder)
    {
        builder.Property(q => q.Text).HasMaxLength(CallQuestion.LongestText);
        builder.Property(q => q.Options).HasMaxLength(CallQuestion.LongestOptions);
        builder.HasIndex(q => new { q.ListId, q.Order });
        builder.HasOne<CallList>().WithMany().HasForeignKey(q => q.ListId).OnDelete(DeleteBehavior.Cascade);
    }
}
