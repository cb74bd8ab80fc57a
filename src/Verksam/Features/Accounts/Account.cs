using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.People;
using Verksam.Kernel;

namespace Verksam.Features.Accounts;

/// <summary>A way in for one person. What the person may do comes from assignments, never from the account.</summary>
internal sealed class Account : IdentityUser<Guid>
{
    private Account() { }

    public Account(Id<Person> person, string email)
    {
        Id = Guid.CreateVersion7();
        PersonId = person;
        EmailConfirmed = true;
        LockoutEnabled = true;
        MoveTo(email);
        EndSessions();
    }

    public Id<Person> PersonId { get; private set; }

    public DateTimeOffset? LastSignIn { get; set; }

    /// <summary>The weekly letter about what one carries is not wanted.</summary>
    public bool RemindersPaused { get; set; }

    public void MoveTo(string email)
    {
        UserName = Email = email.Trim();
        NormalizedEmail = NormalizedUserName = Normalized(email);
    }

    /// <summary>Every session carries the stamp it began with; a new one ends them all.</summary>
    public void EndSessions() => SecurityStamp = Guid.CreateVersion7().ToString("N");

    /// <summary>The form in which addresses are compared; the framework's own.</summary>
    public static string Normalized(string email) => email.Trim().Normalize().ToUpperInvariant();
}

internal sealed class AccountTable : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.HasIndex(a => a.PersonId).IsUnique();
        builder.HasIndex(a => a.NormalizedEmail).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
