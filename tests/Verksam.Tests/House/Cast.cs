using System.Buffers.Binary;
using System.Security.Cryptography;
using Verksam.Features.Accounts;
using Verksam.Features.People;
using Verksam.Features.People.Belonging;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Tests.House;

/// <summary>Three units, eight people with assignments, one whose assignment ended yesterday and one who never had any.</summary>
internal static class Cast
{
    public const string Lake = "#1d5c94";

    public static readonly Unit District = Unit.Root("Norrsjö distrikt", UnitKind.District, "#a3123f");
    public static readonly Unit Alnas = District.Found("Alnäs", UnitKind.Association);
    public static readonly Unit Stora = District.Found("Storå", UnitKind.Association);

    public static readonly Someone Ombudsman = new("Tove Hallström", "tove@norrsjo.example");
    public static readonly Someone DistrictChair = new("Ragnar Ek", "ragnar@norrsjo.example");
    public static readonly Someone AssociationChair = new("Birgitta Åman", "birgitta@alnas.example");
    public static readonly Someone GroupLeader = new("Yusuf Demir", "yusuf@alnas.example");
    public static readonly Someone Auditor = new("Göran Ödman", "goran@norrsjo.example");
    public static readonly Someone MemberOfAlnas = new("Lena Lund", "lena@alnas.example");
    public static readonly Someone MemberOfStora = new("Ahmed Nilsson", "ahmed@stora.example");
    public static readonly Someone Administrator = new("Siv Berg", "siv@norrsjo.example");

    /// <summary>Chaired Storå until yesterday.</summary>
    public static readonly Someone FormerChair = new("Ulf Tidström", "ulf@stora.example");

    /// <summary>Has an account and belongs to Storå, but has no assignment.</summary>
    public static readonly Someone Stranger = new("Maja Främling", "maja@stora.example");

    public static readonly IReadOnlyList<Someone> All =
        [Ombudsman, DistrictChair, AssociationChair, GroupLeader, Auditor, MemberOfAlnas, MemberOfStora, Administrator, FormerChair, Stranger];

    public static Someone Named(string name) => All.Single(p => p.Name == name);

    public static Task MoveIn(AppDb db)
    {
        var texts = new Texts();
        var roles = StandardRoles.Create(key => texts[key]).ToDictionary(r => r.Code);
        District.Slug = "norrsjo";
        Stora.Paint(Lake);
        db.AddRange(roles.Values);
        db.AddRange(District, Alnas, Stora);
        Welcome(Ombudsman, District, StandardRoles.Organiser);
        Welcome(DistrictChair, District, StandardRoles.Chair);
        Welcome(AssociationChair, Alnas, StandardRoles.Chair);
        Welcome(GroupLeader, Alnas, StandardRoles.GroupLeader);
        Welcome(Auditor, District, StandardRoles.Auditor);
        Welcome(MemberOfAlnas, Alnas, StandardRoles.Member);
        Welcome(MemberOfStora, Stora, StandardRoles.Member);
        Welcome(Administrator, District, StandardRoles.Administrator);
        Welcome(FormerChair, Stora, StandardRoles.Chair, lastDay: FakeTime.Today.AddDays(-1));
        Welcome(Stranger, Stora, null);
        return Task.CompletedTask;

        void Welcome(Someone who, Unit unit, string? role, DateOnly? lastDay = null)
        {
            var person = Person.Welcome(who.Name, who.Email, "070-174 06 0" + db.ChangeTracker.Entries<Person>().Count(), unit.Id);
            var account = new Account(person.Id, who.Email) { PasswordHash = CheapHash(Someone.Password) };
            who.Is(person, account);
            db.AddRange(person, account);
            if (role is null)
                return;
            var belongs = new BelongingOf(person, []);
            belongs.Become(RelationKind.Member, unit.Id, FakeTime.Today.AddYears(-1), FakeTime.Today, null, out _, out _);
            if (lastDay is not null)
                belongs.Become(RelationKind.Former, unit.Id, lastDay.Value.AddDays(1), FakeTime.Today, LeavingReason.OwnWish, out _, out _);
            db.AddRange(belongs.History);
            if (role != StandardRoles.Member)
                db.Add(Assignment.Give(person.Id, roles[role].Id, unit.Id, FakeTime.Today.AddYears(-1), lastDay));
        }
    }

    // Identity's own format (version 3, HMAC-SHA512) with one round instead of a hundred thousand: signing in costs nothing
    private static string CheapHash(string password)
    {
        var salt = new byte[16];
        var hash = new byte[61];
        hash[0] = 1;
        BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(1), 2);
        BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(5), 1);
        BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(9), (uint)salt.Length);
        Rfc2898DeriveBytes.Pbkdf2(password, salt, 1, HashAlgorithmName.SHA512, 32).CopyTo(hash, 13 + salt.Length);
        return Convert.ToBase64String(hash);
    }
}
