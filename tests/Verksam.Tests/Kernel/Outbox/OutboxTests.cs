using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Verksam.Features.Accounts;
using Verksam.Kernel.Outbox;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Kernel.Outbox;

public sealed class OutboxTests
{
    [Fact]
    public async Task A_letter_leaves_once_and_its_secret_is_gone()
    {
        await using var app = await AppUnderTest.Start();
        await AskForALink(app);

        (await app.SendLetters()).ShouldBe(1);
        (await app.SendLetters()).ShouldBe(0);

        var letter = await app.Read(db => db.Letters.SingleAsync());
        (letter.State, letter.SentAt, letter.Secret).ShouldBe((LetterState.Sent, FakeTime.Start, null));
        app.Post.HandedOver.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Two_workers_on_two_nodes_send_each_letter_once()
    {
        await using var app = await AppUnderTest.Start();
        await using var other = await app.AnotherNode();
        foreach (var person in Cast.All)
            await AskForALink(app, person);

        var sent = await Task.WhenAll(Task.Run(app.SendLetters), Task.Run(other.SendLetters), Task.Run(app.SendLetters));

        sent.Sum().ShouldBe(Cast.All.Count);
        app.Post.HandedOver.Concat(other.Post.HandedOver).Select(l => l.Address).Order().ShouldBe(Cast.All.Select(p => p.Email).Order());
    }

    [Fact]
    public async Task A_node_that_is_asked_to_stop_notes_the_letter_it_has_just_sent()
    {
        await using var app = await AppUnderTest.Start();
        await AskForALink(app);
        using var stop = new CancellationTokenSource();
        app.Post.Meanwhile = stop.Cancel;

        await Should.ThrowAsync<OperationCanceledException>(() => app.Services.GetRequiredService<OutboxWorker>().SendDue(stop.Token)); // no other is begun

        (await app.Read(db => db.Letters.SingleAsync())).State.ShouldBe(LetterState.Sent);
    }

    [Fact]
    public async Task A_letter_that_another_node_holds_is_left_alone_until_the_lease_runs_out()
    {
        await using var app = await AppUnderTest.Start();
        await AskForALink(app);
        await app.Write(async db => (await db.Letters.SingleAsync()).Lease(FakeTime.Start.AddMinutes(2)));

        (await app.SendLetters()).ShouldBe(0);
        app.Clock.Advance(TimeSpan.FromMinutes(2) + TimeSpan.FromSeconds(1));
        (await app.SendLetters()).ShouldBe(1);
    }

    [Fact]
    public async Task A_letter_is_not_sent_before_its_time()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(db => Task.FromResult(db.Add(new Letter("sign-in", Cast.Ombudsman.Id.Value, FakeTime.Start.AddHours(1)))));

        (await app.SendLetters()).ShouldBe(0);
        (await app.Read(db => db.Letters.SingleAsync())).State.ShouldBe(LetterState.Due);
    }

    [Fact]
    public async Task A_busy_mail_server_is_tried_again_later_and_later()
    {
        await using var app = await AppUnderTest.Start();
        await AskForALink(app);
        app.Post.Answer = new Delivery(DeliveryResult.TryLater, "451 greylisted");

        var pauses = new List<TimeSpan>();
        for (var attempt = 0; attempt < 4; attempt++)
        {
            await app.SendLetters();
            var letter = await app.Read(db => db.Letters.SingleAsync());
            (letter.State, letter.Reason, letter.LeasedUntil).ShouldBe((LetterState.Due, "451 greylisted", null));
            letter.Secret.ShouldNotBeNull();
            pauses.Add(letter.DueAt - app.Clock.GetUtcNow());
            app.Clock.Set(letter.DueAt);
        }

        pauses.Select(p => p.TotalSeconds).ShouldBe([30, 60, 120, 240]);
        app.Post.Answer = new Delivery(DeliveryResult.Accepted, "250 ok");
        await app.SendLetters();
        (await app.Read(db => db.Letters.SingleAsync())).State.ShouldBe(LetterState.Sent);
    }

    [Fact]
    public async Task A_refused_letter_says_why_and_is_not_tried_again()
    {
        await using var app = await AppUnderTest.Start();
        await AskForALink(app);
        app.Post.Answer = new Delivery(DeliveryResult.Refused, "550 no such user");
        await app.SendLetters();
        app.Clock.Advance(TimeSpan.FromDays(2));
        await app.SendLetters();

        var letter = await app.Read(db => db.Letters.SingleAsync());
        (letter.State, letter.Reason).ShouldBe((LetterState.Failed, "550 no such user"));
        letter.Secret.ShouldNotBeNull(); // it has not left: somebody who puts things right can have it tried again
        app.Post.HandedOver.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_letter_to_somebody_who_is_gone_is_skipped_with_the_reason()
    {
        await using var app = await AppUnderTest.Start();
        await AskForALink(app);
        await app.Write(async db => db.Remove(await db.Users.SingleAsync(a => a.Id == Cast.Ombudsman.Account)));

        await app.SendLetters();

        var letter = await app.Read(db => db.Letters.SingleAsync());
        (letter.State, letter.Reason, letter.Secret).ShouldBe((LetterState.Skipped, "no-recipient", null));
        app.Post.HandedOver.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_letter_of_a_kind_nobody_writes_is_skipped_with_the_reason()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(db => Task.FromResult(db.Add(new Letter("pigeon", Cast.Ombudsman.Id.Value, FakeTime.Start))));

        await app.SendLetters();

        var letter = await app.Read(db => db.Letters.SingleAsync());
        (letter.State, letter.Reason).ShouldBe((LetterState.Skipped, "unknown-kind"));
    }

    [Fact]
    public async Task Two_letters_with_the_same_key_cannot_both_be_written()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(db => Task.FromResult(db.Add(new Letter("test", Guid.Empty, FakeTime.Start, key: "meeting:1"))));

        await Should.ThrowAsync<DbUpdateException>(() => app.Write(db => Task.FromResult(db.Add(new Letter("test", Guid.Empty, FakeTime.Start, key: "meeting:1")))));
        await app.Write(db =>
        {
            db.Add(new Letter("test", Guid.Empty, FakeTime.Start));
            db.Add(new Letter("test", Guid.Empty, FakeTime.Start));
            return Task.CompletedTask;
        });

        (await app.Read(db => db.Letters.CountAsync())).ShouldBe(3);
    }

    [Fact]
    public async Task What_was_not_saved_is_not_sent()
    {
        await using var app = await AppUnderTest.Start();
        await Should.ThrowAsync<DbUpdateException>(() => app.Write(db =>
        {
            db.Add(new Letter("sign-in", Cast.Ombudsman.Id.Value, FakeTime.Start, key: "same"));
            db.Add(new Letter("sign-in", Cast.Ombudsman.Id.Value, FakeTime.Start, key: "same"));
            return Task.CompletedTask;
        }));

        (await app.SendLetters()).ShouldBe(0);
    }

    private static Task AskForALink(AppUnderTest app, Someone? who = null) =>
        app.Work<SignIn>(signIn => signIn.SendLink((who ?? Cast.Ombudsman).Email, remember: false, till: null));
}
