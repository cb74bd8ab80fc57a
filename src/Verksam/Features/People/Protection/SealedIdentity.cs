using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Kernel;

namespace Verksam.Features.People.Protection;

/// <summary>
/// Who somebody with a protected identity (skyddade personuppgifter) is, in one row apart: what is not in the other tables no list, search,
/// export or letter can show. Read by the person, by those with <see cref="Permission.SeeProtected"/>, and by the import when it compares.
/// </summary>
internal sealed class SealedIdentity : Entity<SealedIdentity>, IAudited, IAboutPerson
{
    private SealedIdentity() { }

    public SealedIdentity(Id<Person> person, TrueIdentity identity, DateTimeOffset at) => (PersonId, IdentityJson, SealedAt) = (person, JsonSerializer.Serialize(identity), at);

    public Id<Person> PersonId { get; private set; }

    [Personal]
    public string IdentityJson { get; private set; } = "";

    public DateTimeOffset SealedAt { get; private set; }

    Guid? IAboutPerson.About => PersonId.Value;

    public TrueIdentity Open() => JsonSerializer.Deserialize<TrueIdentity>(IdentityJson)!;

    public void Put(TrueIdentity identity) => IdentityJson = JsonSerializer.Serialize(identity);
}

internal sealed class SealedIdentityTable : IEntityTypeConfiguration<SealedIdentity>
{
    public void Configure(EntityTypeBuilder<SealedIdentity> builder)
    {
        builder.HasIndex(s => s.PersonId).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
