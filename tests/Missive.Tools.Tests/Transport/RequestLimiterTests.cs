using CsCheck;
using Missive.Tools.Tests.Support;

namespace Missive.Tools.Tests.Transport;

public sealed class RequestLimiterTests
{
    private enum Step
    {
        Ask,
        Finish,
        GiveUp,
        Wait,
    }

    private static readonly AccessToken Token = new("missive_pat-limiter");

    private static readonly Gen<MissiveRateLimits> AnyLimits = Gen.Select(
        Gen.Int[1, 4],
        Gen.Select(Gen.Int[1, 20], Gen.Int[1, 60], static (requests, length) => new MissiveRateWindow(requests, TimeSpan.FromMilliseconds(length)))
            .Array[0, 3],
        static (concurrent, windows) => new MissiveRateLimits { Concurrent = concurrent, Windows = windows });

    private static readonly Gen<(Step Step, int Amount)[]> AnySteps = Gen.Select(
        Gen.Frequency((4, Gen.Const(Step.Ask)), (3, Gen.Const(Step.Finish)), (1, Gen.Const(Step.GiveUp)), (3, Gen.Const(Step.Wait))),
        Gen.Int[1, 25],
        static (step, amount) => (step, amount)).Array[1, 120];

    [Fact]
    public Task Permits_are_given_in_order_as_early_as_all_limits_allow_and_never_earlier() =>
        Gen.Select(AnyLimits, AnySteps).SampleAsync(
            async (limits, steps) =>
            {
                var queue = new ObservedQueue(limits);
                foreach (var (step, amount) in steps)
                {
                    queue.Do(step, amount);
                    await queue.Check();
                }

                await queue.Drain();
            },
            iter: 400,
            threads: 1);

    [Fact]
    public async Task A_window_slides()
    {
        var clock = new ObservedClock();
        var limiter = new RequestLimiter(new() { Windows = [new(2, TimeSpan.FromSeconds(10))] }, clock);
        using (await limiter.AcquireAsync(Sandbox.Token))
        {
            clock.Move(TimeSpan.FromSeconds(9));
        }

        Task third;
        using (await limiter.AcquireAsync(Sandbox.Token))
        {
            third = limiter.AcquireAsync(Sandbox.Token).AsTask();
        }

        clock.Move(TimeSpan.FromSeconds(0.999));
        Assert.Equal(0, limiter.InProgress);
        clock.Move(TimeSpan.FromSeconds(0.001));
        Assert.Equal(1, limiter.InProgress);
        await third;
        var next = limiter.AcquireAsync(Sandbox.Token).AsTask();
        clock.Move(TimeSpan.FromSeconds(8.999));
        Assert.Equal(1, limiter.InProgress);
        clock.Move(TimeSpan.FromSeconds(0.001));
        await next;
        Assert.Equal(2, limiter.InProgress);
    }

    [Fact]
    public async Task A_permit_that_was_asked_for_with_a_canceled_token_is_none()
    {
        var limiter = new RequestLimiter(new(), new ObservedClock());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => limiter.AcquireAsync(new CancellationToken(canceled: true)).AsTask());
        Assert.Equal(0, limiter.InProgress);
        Assert.True(limiter.IsIdle);
    }

    [Fact]
    public void A_pause_holds_permits_back_but_no_longer_than_the_longest_window()
    {
        var clock = new ObservedClock();
        var limiter = new RequestLimiter(new() { Windows = [new(9, TimeSpan.FromSeconds(10))] }, clock);
        limiter.Pause(TimeSpan.FromDays(1));
        var permit = limiter.AcquireAsync(Sandbox.Token).AsTask();
        Assert.False(permit.IsCompleted);
        clock.Move(TimeSpan.FromSeconds(9.999));
        Assert.Equal(0, limiter.InProgress);
        clock.Move(TimeSpan.FromSeconds(0.001));
        Assert.Equal(1, limiter.InProgress);
    }

    [Fact]
    public void Clients_of_a_token_share_its_limiter()
    {
        var (registry, clock, limits) = (new LimiterRegistry(), new ObservedClock(), new MissiveRateLimits());
        using var first = registry.Rent("https://a", Token, limits, clock);
        using var second = registry.Rent("https://a", new AccessToken("missive_pat-limiter"), new MissiveRateLimits(), clock);
        using var elsewhere = registry.Rent("https://b", Token, limits, clock);
        using var other = registry.Rent("https://a", new AccessToken("missive_pat-other"), limits, clock);
        Assert.Same(first.Limiter, second.Limiter);
        Assert.NotSame(first.Limiter, elsewhere.Limiter);
        Assert.NotSame(first.Limiter, other.Limiter);
        var error = Assert.Throws<InvalidOperationException>(() => registry.Rent("https://a", Token, new() { Concurrent = 4 }, clock));
        Assert.Contains("set the same limits", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limiter_without_clients_is_forgotten_when_its_windows_have_passed()
    {
        var (registry, clock, limits) = (new LimiterRegistry(), new ObservedClock(), new MissiveRateLimits());
        var first = registry.Rent("https://a", Token, limits, clock);
        var limiter = first.Limiter;
        using (await limiter.AcquireAsync(Sandbox.Token))
        {
            Assert.Equal(1, limiter.InProgress);
        }

        first.Dispose();
        first.Dispose();

        clock.Move(TimeSpan.FromSeconds(899.999));
        using (var again = registry.Rent("https://a", Token, limits, clock))
        {
            Assert.Same(limiter, again.Limiter);
        }

        clock.Move(TimeSpan.FromSeconds(0.001));
        using var other = registry.Rent("https://b", Token, limits, clock);
        Assert.Equal(1, registry.Count);
    }

    /// <summary>A limiter, those who ask it, and what the limits allow, counted in the simplest way.</summary>
    private sealed class ObservedQueue
    {
        private readonly ObservedClock _clock = new();
        private readonly MissiveRateLimits _limits;
        private readonly RequestLimiter _limiter;
        private readonly List<long> _given = [];
        private readonly List<(Task<RequestPermit> Permit, CancellationTokenSource Cancel)> _asked = [];
        private readonly Queue<RequestPermit> _inProgress = new();
        private int _checked;

        public ObservedQueue(MissiveRateLimits limits)
        {
            _limits = limits;
            _limiter = new RequestLimiter(limits, _clock) { PermitGiven = _given.Add };
        }

        private int Waiting => _asked.Count - _given.Count;

        public void Do(Step step, int amount)
        {
            switch (step)
            {
                case Step.Ask:
                    for (var i = 0; i < amount % 5 + 1; i++)
                    {
                        var cancel = new CancellationTokenSource();
                        _asked.Add((_limiter.AcquireAsync(cancel.Token).AsTask(), cancel));
                    }

                    break;
                case Step.Finish when _inProgress.TryDequeue(out var permit):
                    permit.Dispose();
                    break;
                case Step.GiveUp when Waiting > 0:
                    var index = _given.Count + amount % Waiting;
                    _asked[index].Cancel.Cancel();
                    Assert.True(_asked[index].Permit.IsCanceled || !_asked[index].Permit.IsCompleted);
                    _asked.RemoveAt(index);
                    break;
                case Step.Wait:
                    _clock.Move(TimeSpan.FromMilliseconds(amount));
                    break;
            }
        }

        public async Task Check()
        {
            // As many as permits were given have theirs, and they are the first who asked.
            for (; _checked < _given.Count; _checked++)
            {
                _inProgress.Enqueue(await _asked[_checked].Permit);
            }

            Assert.True(_inProgress.Count <= _limits.Concurrent);
            Assert.Equal(_inProgress.Count, _limiter.InProgress);
            foreach (var window in _limits.Windows)
            {
                for (var i = window.Requests; i < _given.Count; i++)
                {
                    Assert.True(_given[i] - _given[i - window.Requests] >= window.Length.Ticks);
                }
            }

            var isFull = _inProgress.Count == _limits.Concurrent
                || _limits.Windows.Any(window => _given.Count(given => _clock.GetTimestamp() - given < window.Length.Ticks) >= window.Requests);
            Assert.True(Waiting == 0 || isFull);
        }

        public async Task Drain()
        {
            for (var step = 0; Waiting > 0 || _inProgress.Count > 0; step++)
            {
                Assert.True(step < 50_000, "Somebody waits for ever.");
                if (_inProgress.Count > 0)
                {
                    Do(Step.Finish, 1);
                }
                else
                {
                    Do(Step.Wait, 1);
                }

                await Check();
            }

            Do(Step.Wait, 100);
            Assert.True(_limiter.IsIdle);
        }
    }
}
