using System.Collections.Concurrent;
using Verksam.Kernel.Outbox;

namespace Verksam.Tests.House;

/// <summary>The post office of the tests: keeps what was handed over, and answers as it is told.</summary>
internal sealed class RecordingPost : IPost
{
    private readonly ConcurrentQueue<Composed> _handedOver = new();

    public Delivery Answer { get; set; } = new(DeliveryResult.Accepted, "250 ok");

    /// <summary>What happens elsewhere while a letter is on its way.</summary>
    public Action Meanwhile { get; set; } = () => { };

    /// <summary>Every letter that was handed over, in order.</summary>
    public IReadOnlyList<Composed> HandedOver => [.. _handedOver];

    public Task<Delivery> Send(Letter letter, Composed composed, CancellationToken cancelled)
    {
        _handedOver.Enqueue(composed);
        Meanwhile();
        return Task.FromResult(Answer);
    }
}
