using System.Collections.Concurrent;
using Xunit;

namespace Missive.Codegen.Cli.Tests;

public sealed class WorkersTests
{
    private static CancellationToken Never => CancellationToken.None;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    public void EveryItemIsDoneOnceAndEveryResultStandsInItsPlace(int count)
    {
        var results = new int[count];
        Workers.Run(count, () => new object(), (_, i) => Interlocked.Add(ref results[i], i + 1), Never);

        Assert.Equal(Enumerable.Range(1, count), results);
    }

    [Fact]
    public void WhatAWorkerWorksWithIsItsOwn()
    {
        var threads = new ConcurrentDictionary<object, int>();
        Workers.Run(1000, () => new object(), (state, _) => Assert.Equal(Environment.CurrentManagedThreadId, threads.GetOrAdd(state, Environment.CurrentManagedThreadId)), Never);

        Assert.InRange(threads.Count, 1, Math.Min(Environment.ProcessorCount, 8));
        Assert.Equal(threads.Count, threads.Values.Distinct().Count());
    }

    [Fact]
    public void AnExceptionOfOneWorkerEndsTheOthersAndIsThrownAsItWas()
    {
        var started = 0;
        var thrown = Assert.Throws<InvalidDataException>(() => Workers.Run(
            100_000, () => new object(),
            (_, i) =>
            {
                Interlocked.Increment(ref started);
                if (i == 10)
                {
                    FailAtTen();
                }
            },
            Never));

        Assert.Equal("ten", thrown.Message);
        Assert.Contains(nameof(FailAtTen), thrown.StackTrace, StringComparison.Ordinal);
        Assert.InRange(started, 11, 99_999);
    }

    [Fact]
    public void NoThreadWorksOnWhenRunHasReturned()
    {
        var working = 0;
        Assert.Throws<InvalidDataException>(() => Workers.Run(
            1000, () => new object(),
            (_, i) =>
            {
                Interlocked.Increment(ref working);
                try
                {
                    if (i % 50 == 7)
                    {
                        FailAtTen();
                    }
                }
                finally
                {
                    Interlocked.Decrement(ref working);
                }
            },
            Never));

        Assert.Equal(0, Volatile.Read(ref working));
    }

    [Fact]
    public void AWorkerThatCannotStartIsAFailureToo() =>
        Assert.Throws<InvalidDataException>(() => Workers.Run<object>(10, () => throw new InvalidDataException(), (_, _) => { }, Never));

    [Fact]
    public void CancellationEndsTheWorkBetweenTwoItems()
    {
        using var cancellation = new CancellationTokenSource();
        var finished = 0;
        var thrown = Assert.ThrowsAny<OperationCanceledException>(() => Workers.Run(
            100_000, () => new object(),
            (_, i) =>
            {
                if (i == 10)
                {
                    cancellation.Cancel();
                }

                Interlocked.Increment(ref finished);
            },
            cancellation.Token));

        Assert.Equal(cancellation.Token, thrown.CancellationToken);
        Assert.InRange(finished, 1, 99_999);
    }

    private static void FailAtTen() => throw new InvalidDataException("ten");
}
