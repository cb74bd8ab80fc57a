using Shouldly;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings.Shifts;

/// <summary>The page of a shift says who stands there, to whoever does and to whoever might.</summary>
public sealed class MyShiftPageTests
{
    [Fact]
    public async Task Who_stands_alone_is_not_nobody()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Stands.At(app, Cast.Alnas, need: 2, shifts: 2);
        var shifts = await app.Shifts(stand);
        await app.Ask(r => r.Take(shifts[0], Cast.MemberOfAlnas.Id, false, false));
        var lena = await app.As(Cast.MemberOfAlnas);

        var (own, empty) = (await lena.Open($"{stand.Url()}/mitt-pass/{shifts[0]}"), await lena.Open($"{stand.Url()}/mitt-pass/{shifts[1]}"));

        own.Text.ShouldContain("Du är den enda som står här än.");
        own.Text.ShouldNotContain("Ingen står här än.");
        empty.Text.ShouldContain("Ingen står här än. Två platser är lediga.");
        empty.Text.ShouldNotContain("Du är den enda som står här än.");
    }

    [Fact]
    public async Task Who_stands_with_others_reads_who_they_are()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Stands.At(app, Cast.Alnas, need: 2);
        var shift = (await app.Shifts(stand))[0];
        await app.Ask(r => r.Take(shift, Cast.MemberOfAlnas.Id, false, false));
        (await (await app.As(Cast.AssociationChair)).Open($"{stand.Url()}/mitt-pass/{shift}")).Text.ShouldContain("Här står Lena Lund. En plats är ledig.");

        await app.Ask(r => r.Take(shift, Cast.GroupLeader.Id, false, false));

        var own = await (await app.As(Cast.MemberOfAlnas)).Open($"{stand.Url()}/mitt-pass/{shift}");
        own.Text.ShouldContain("Här står Yusuf Demir.");
        own.Text.ShouldNotContain("Du är den enda som står här än.");
    }
}
