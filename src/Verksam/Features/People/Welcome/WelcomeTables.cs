using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.People.Belonging;
using Verksam.Features.Structure;

namespace Verksam.Features.People.Welcome;

internal sealed class WelcomeCaseTable : IEntityTypeConfiguration<WelcomeCase>, IEntityTypeConfiguration<WelcomeTry>, IEntityTypeConfiguration<WelcomeInvitation>
{
    public void Configure(EntityTypeBuilder<WelcomeCase> builder)
    {
        builder.Property(c => c.OwnWords).HasMaxLength(WelcomeCase.LongestWords);
        builder.HasIndex(c => c.RelationId).IsUnique(); // two nodes may find the same new one at once
        builder.HasIndex(c => c.PersonId);
        builder.HasIndex(c => new { c.UnitId, c.Since });
        builder.HasIndex(c => new { c.ContactId, c.EndedOn });
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Relation>().WithMany().HasForeignKey(c => c.RelationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Unit>().WithMany().HasForeignKey(c => c.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.ContactId).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<WelcomeTry> builder)
    {
        builder.Ignore(t => t.Left);
        builder.HasIndex(t => new { t.CaseId, t.TriedOn });
        builder.HasIndex(t => t.PersonId);
        builder.HasOne<WelcomeCase>().WithMany().HasForeignKey(t => t.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.PersonId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.ById).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<WelcomeInvitation> builder)
    {
        builder.Property(i => i.What).HasMaxLength(WelcomeRule.LongestLine);
        builder.Property(i => i.When).HasMaxLength(WelcomeRule.LongestLine);
        builder.Property(i => i.Where).HasMaxLength(WelcomeRule.LongestLine);
        builder.HasIndex(i => new { i.CaseId, i.InvitedOn });
        builder.HasIndex(i => i.PersonId);
        builder.HasOne<WelcomeCase>().WithMany().HasForeignKey(i => i.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(i => i.PersonId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(i => i.ById).OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class WelcomeRuleTable : IEntityTypeConfiguration<WelcomeRule>, IEntityTypeConfiguration<ContactPerson>, IEntityTypeConfiguration<WelcomeNudge>
{
    public void Configure(EntityTypeBuilder<WelcomeRule> builder)
    {
        builder.Ignore(r => r.Invite);
        builder.Property(r => r.Script).HasMaxLength(WelcomeRule.LongestScript);
        builder.Property(r => r.InviteWhat).HasMaxLength(WelcomeRule.LongestLine);
        builder.Property(r => r.InviteWhen).HasMaxLength(WelcomeRule.LongestLine);
        builder.Property(r => r.InviteWhere).HasMaxLength(WelcomeRule.LongestLine);
        builder.HasIndex(r => r.UnitId).IsUnique();
        builder.HasOne<Unit>().WithMany().HasForeignKey(r => r.UnitId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ContactPerson> builder)
    {
        builder.Property(c => c.Languages).HasMaxLength(60);
        builder.HasIndex(c => new { c.UnitId, c.PersonId }).IsUnique();
        builder.HasIndex(c => c.PersonId);
        builder.HasOne<Unit>().WithMany().HasForeignKey(c => c.UnitId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<WelcomeNudge> builder)
    {
        builder.Property(n => n.LetterKey).HasMaxLength(100);
        builder.HasIndex(n => new { n.CaseId, n.Stage, n.ToId }).IsUnique();
        builder.HasIndex(n => n.ToId);
        builder.HasOne<WelcomeCase>().WithMany().HasForeignKey(n => n.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(n => n.ToId).OnDelete(DeleteBehavior.Cascade);
    }
}
