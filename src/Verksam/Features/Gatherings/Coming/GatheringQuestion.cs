using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.Gatherings.Coming;

/// <summary>Something that those who arrange want to know of everybody who comes: in own words, or one of some answers.</summary>
internal sealed class GatheringQuestion : Entity<GatheringQuestion>, IAudited
{
    public const int LongestWords = 200, LongestChoices = 800, Most = 12;

    private GatheringQuestion() { }

    public GatheringQuestion(Id<Gathering> gathering, int order) => (GatheringId, Order) = (gathering, order);

    public Id<Gathering> GatheringId { get; private set; }
    public int Order { get; private set; }
    public string Words { get; private set; } = "";

    /// <summary>One of these, a line each; null when it is answered in own words.</summary>
    public string? Choices { get; private set; }

    /// <summary>Nobody signs up without an answer.</summary>
    public bool IsRequired { get; private set; }

    public IReadOnlyList<string> Offered => Choices?.Split('\n') ?? [];

    /// <param name="choices">Lines, or with commas between.</param>
    public void Write(string words, string? choices, bool required)
    {
        var offered = (choices ?? "").Split(['\n', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        (Words, Choices, IsRequired) = (OneLine.Of(words), offered.Count > 0 ? string.Join('\n', offered) : null, required);
    }

    /// <summary>Why an answer is none; null when it is one.</summary>
    public Refusal? Judge(string? answer) => OneLine.OrNull(answer) switch
    {
        null => IsRequired ? SignUpRefusals.Unanswered : null,
        { Length: > GatheringAnswer.LongestText } => SignUpRefusals.AnswerTooLong,
        { } one => Choices is null || Offered.Contains(one) ? null : SignUpRefusals.NotAnAnswer,
    };
}

/// <summary>What somebody who comes has answered; erased when what they need is.</summary>
internal sealed class GatheringAnswer : Entity<GatheringAnswer>, IAudited
{
    public const int LongestText = 300;

    private GatheringAnswer() { }

    public GatheringAnswer(Id<SignUp> own, Id<GatheringQuestion> question) => (SignUpId, QuestionId) = (own, question);

    public Id<SignUp> SignUpId { get; private set; }
    public Id<GatheringQuestion> QuestionId { get; private set; }

    [Personal]
    public string Text { get; private set; } = "";

    public void Write(string text) => Text = OneLine.Of(text);
}

internal sealed class QuestionTables : IEntityTypeConfiguration<GatheringQuestion>, IEntityTypeConfiguration<GatheringAnswer>
{
    public void Configure(EntityTypeBuilder<GatheringQuestion> builder)
    {
        builder.Property(q => q.Words).HasMaxLength(GatheringQuestion.LongestWords);
        builder.Property(q => q.Choices).HasMaxLength(GatheringQuestion.LongestChoices);
        builder.HasIndex(q => new { q.GatheringId, q.Order });
        builder.HasOne<Gathering>().WithMany().HasForeignKey(q => q.GatheringId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<GatheringAnswer> builder)
    {
        builder.Property(a => a.Text).HasMaxLength(GatheringAnswer.LongestText);
        builder.HasIndex(a => new { a.SignUpId, a.QuestionId }).IsUnique();
        builder.HasIndex(a => a.QuestionId);
        builder.HasOne<SignUp>().WithMany().HasForeignKey(a => a.SignUpId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<GatheringQuestion>().WithMany().HasForeignKey(a => a.QuestionId).OnDelete(DeleteBehavior.Cascade);
    }
}
