using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Verksam.Features.People.Segments;
using Verksam.Kernel;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.People.Segments;

/// <summary>Any question at all, asked of the database in one query and of lists in memory: the same people.</summary>
public sealed class OneQueryTests
{
    [Theory]
    [InlineData(1, 120)]
    [InlineData(2, 120)]
    public async Task Any_question_chooses_those_whom_it_chooses_when_each_is_asked_one_by_one(int seed, int questions)
    {
        await using var app = await AppUnderTest.Start();
        var house = await Fill(app, seed);
        var all = await app.Read(Register.Read);
        await Asking(app, async (people, kinds, wording) =>
        {
            foreach (var question in Questions(house, kinds, wording).Sample(questions))
            {
                var expected = Naive.People(all, question).OrderBy(id => id.Value).ToList();
                (await (await people.Of(question)).Select(p => p.Id).ToListAsync()).OrderBy(id => id.Value).ToList().ShouldBe(expected, SegmentText.Write(question));
                (await people.Count(question))!.People.ShouldBe(expected.Count, SegmentText.Write(question));
            }
        });
    }

    [Fact]
    public async Task Each_kind_by_itself_chooses_some_and_leaves_some()
    {
        await using var app = await AppUnderTest.Start();
        var house = await Fill(app, 3);
        var all = await app.Read(Register.Read);
        await Asking(app, async (people, kinds, wording) =>
        {
            kinds.All.Select(k => k.Key).Order(StringComparer.Ordinal).ShouldBe(Naive.Kinds.Order(StringComparer.Ordinal));
            foreach (var kind in kinds.All)
            {
                var sizes = new List<int>();
                for (var i = 0; i < 6; i++)
                {
                    var question = new TermGroup(Join.All, [new Condition(kind.Key, i % 2 == 1, [.. kind.Blanks.Select(b => house.Answer(kind, b, wording))])]);
                    var chosen = await (await people.Of(question)).Select(p => p.Id).ToListAsync();
                    chosen.OrderBy(id => id.Value).ToList().ShouldBe([.. Naive.People(all, question).OrderBy(id => id.Value)], SegmentText.Write(question));
                    sizes.Add(chosen.Count);
                }
                sizes.Max().ShouldBeGreaterThan(0, kind.Key);
                sizes.Min().ShouldBeLessThan(all.People.Count, kind.Key);
            }
        });
    }

    [Fact]
    public async Task However_deep_it_is_one_query()
    {
        await using var app = await AppUnderTest.Start();
        var house = await Fill(app, 4);
        var nested = (await app.Read(Register.Read)).Segments[^1];
        await Asking(app, async (people, kinds, wording) =>
        {
            var question = SegmentText.Read($"1.alla(enhet:norrsjo;nagon(epost;alla(telefon;ingen(ring-inte;urval:{nested.Id}))))");
            await people.Count(question); // what is saved is kept in memory from here on

            (await app.Queries.During(async () => await (await people.Of(question)).CountAsync())).ShouldBe(1);
            (await app.Queries.During(async () => await people.Count(question))).ShouldBe(1);
        });
    }

    private static async Task<RandomRegister> Fill(AppUnderTest app, int seed)
    {
        var roles = await app.Read(db => db.Roles.AsNoTracking().ToListAsync());
        var house = new RandomRegister(new Random(seed), roles);
        await app.Write(db =>
        {
            db.AddRange(house.Make(45));
            return Task.CompletedTask;
        });
        return house;
    }

    // the ombudsman sees everybody
    private static async Task Asking(AppUnderTest app, Func<SegmentPeople, SegmentKinds, Wording, Task> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var me = scope.ServiceProvider.GetRequiredService<CurrentUser>();
        await scope.ServiceProvider.GetRequiredService<IRights>().Recognise(me, Cast.Ombudsman.Account, Cast.Ombudsman.Stamp, inTwoSteps: false, CancellationToken.None);
        var people = scope.ServiceProvider.GetRequiredService<SegmentPeople>();
        await work(people, scope.ServiceProvider.GetRequiredService<SegmentKinds>(), await people.Wording());
    }

    private static Gen<TermGroup> Questions(RandomRegister house, SegmentKinds kinds, Wording wording)
    {
        var condition = from kind in Gen.Elements(kinds.All)
                        from not in Gen.Elements(false, false, true)
                        select (Term)new Condition(kind.Key, not, [.. kind.Blanks.Select(b => house.Answer(kind, b, wording))]);
        return Groups(condition, 3);
    }

    private static Gen<TermGroup> Groups(Gen<Term> condition, int deepest) =>
        from how in Gen.Elements(Enum.GetValues<Join>())
        from count in Gen.Choose(0, 3)
        from terms in Gen.ArrayOf(deepest == 0 ? condition : Gen.OneOf(condition, condition, Groups(condition, deepest - 1).Select(g => (Term)g)), count)
        select new TermGroup(how, terms);
}
