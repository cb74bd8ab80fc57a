using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.People;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Kernel;

public sealed class IdTests
{
    [Fact]
    public void An_id_is_a_UUID_of_the_seventh_kind() => Id<Unit>.New().Value.Version.ShouldBe(7);

    [Fact]
    public void Ids_come_in_a_row_and_are_never_the_same_however_many_are_made_at_once()
    {
        var made = Enumerable.Range(0, 20_000).Select(_ => Id<Unit>.New().Value).ToList();
        var beside = Enumerable.Range(0, 20_000).AsParallel().Select(_ => Id<Unit>.New().Value).ToList();

        made.Select(id => id.ToString()).ShouldBeInOrder(SortDirection.Ascending, StringComparer.Ordinal);
        made.Concat(beside).Distinct().Count().ShouldBe(40_000);
        made.Select(id => id.Variant).Distinct().ShouldAllBe(v => v >= 8 && v < 12); // RFC 9562, 4.1
        made.Select(id => id.ToString()[^12..]).Distinct().Count().ShouldBe(20_000); // chance, not a counter
        DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(made[0].ToString("N")[..12], 16)).ShouldBe(TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsens")]
    [InlineData("0198c0de-0000-7000-8000-00000000000")]
    public void What_is_no_id_is_not_read_as_one(string text) => Id<Person>.TryParse(text, null, out _).ShouldBeFalse();

    [Fact]
    public void What_an_id_says_is_read_back()
    {
        var id = Id<Person>.New();

        Id<Person>.Parse(id.ToString(), null).ShouldBe(id);
    }

    [Fact]
    public async Task Ids_can_be_looked_for_one_by_one_many_at_once_and_by_join()
    {
        await using var app = await AppUnderTest.Start();
        Id<Person>[] wanted = [Cast.Ombudsman.Id, Cast.MemberOfStora.Id];

        (await app.Read(db => db.People.SingleAsync(p => p.Id == wanted[0]))).Name.ShouldBe("Tove Hallström");
        (await app.Read(db => db.People.Where(p => wanted.Contains(p.Id)).OrderBy(p => p.NameFolded).Select(p => p.Name).ToListAsync()))
            .ShouldBe(["Ahmed Nilsson", "Tove Hallström"]);
        (await app.Read(db => db.People.Where(p => wanted.Contains(p.Id)).Join(db.Units, p => p.UnitId, u => u.Id, (_, u) => u.Name).Order().ToListAsync()))
            .ShouldBe(["Norrsjö distrikt", "Storå"]);
    }

    [Fact]
    public async Task Moments_come_back_as_the_same_moment_and_sort_as_time()
    {
        await using var app = await AppUnderTest.Start();
        var summer = new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.FromHours(2));
        await app.Write(db =>
        {
            db.Add(new Verksam.Kernel.Outbox.Letter("a", Guid.Empty, summer));
            db.Add(new Verksam.Kernel.Outbox.Letter("b", Guid.Empty, summer.AddMinutes(-1).ToOffset(TimeSpan.FromHours(9))));
            return Task.CompletedTask;
        });

        var letters = await app.Read(db => db.Letters.Where(l => l.DueAt <= summer).OrderBy(l => l.DueAt).Select(l => new { l.Kind, l.DueAt }).ToListAsync());

        letters.Select(l => l.Kind).ShouldBe(["b", "a"]);
        letters[1].DueAt.ShouldBe(summer);
        letters[1].DueAt.Offset.ShouldBe(TimeSpan.Zero);
    }
}
