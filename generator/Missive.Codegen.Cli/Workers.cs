using System.Runtime.ExceptionServices;

namespace Missive.Codegen.Cli;

/// <summary>
/// Spreads work over the processors. Threads of its own: the thread pool and the parallel loops above it take as long
/// to start as a small manifest takes to render.
/// </summary>
internal static class Workers
{
    /// <summary>A large manifest needs memory for each, and the disk is shared anyway.</summary>
    private const int Most = 8;

    /// <summary>Runs <paramref name="work"/> for every number below <paramref name="count"/>, in order as far as there are workers.</summary>
    /// <param name="count">How many items there are.</param>
    /// <param name="start">Makes what one worker works with.</param>
    /// <param name="work">Does one item.</param>
    /// <param name="cancellationToken">Ends the work between two items.</param>
    public static void Run<T>(int count, Func<T> start, Action<T, int> work, CancellationToken cancellationToken)
        where T : class
    {
        var next = -1;
        ExceptionDispatchInfo? failure = null;
        void Work()
        {
            try
            {
                var state = start();
                for (var item = Interlocked.Increment(ref next); item < count && failure is null; item = Interlocked.Increment(ref next))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    work(state, item);
                }
            }
            catch (Exception e)
            {
                Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(e), null);
            }
        }

        var others = new List<Thread>();
        for (var i = 1; i < Math.Min(Math.Min(Environment.ProcessorCount, Most), count); i++)
        {
            var thread = new Thread(Work) { IsBackground = true };
            thread.Start();
            others.Add(thread);
        }

        Work();
        others.ForEach(thread => thread.Join());
        failure?.Throw();
    }
}
