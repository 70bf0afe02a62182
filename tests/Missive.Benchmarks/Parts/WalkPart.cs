using Missive.Benchmarks.Harness;
using Missive.Benchmarks.Loopback;
using Missive.Tools;

namespace Missive.Benchmarks.Parts;

/// <summary>A long walk over many pages: what it holds must not grow with their number.</summary>
internal static class WalkPart
{
    // Late enough that pools and buffers are there.
    private const int Early = 1000;
    private const int Late = LoopbackAnswers.ItemCount - 500;

    public static IEnumerable<Row> Run(Settings settings)
    {
        using var server = LoopbackServer.Start();
        using var client = MissiveClient.Create(CallPart.OptionsFor(server));
        Walk(client).GetAwaiter().GetResult();
        var growths = Enumerable.Range(0, settings.Pairs).Select(_ => Walk(client).GetAwaiter().GetResult()).ToList();
        yield return new(
            $"memory held after {Late:N0} of {LoopbackAnswers.ItemCount:N0} items in pages of 50, more than after {Early:N0}",
            $"{growths.Max() / 1024:0} KB", "", Math.Max(0, growths.Max() / 1024), 64, "KB");
    }

    private static async Task<double> Walk(MissiveClient client)
    {
        var (seen, early, late) = (0, 0L, 0L);
        await foreach (var task in client.Tasks.StreamTasksAsync(new() { State = TaskStateFilter.Todo }))
        {
            seen++;
            if (task.Id != $"task_{seen - 1}")
            {
                throw new InvalidOperationException($"Item {seen} is {task.Id}.");
            }

            if (seen == Early)
            {
                early = GC.GetTotalMemory(forceFullCollection: true);
            }
            else if (seen == Late)
            {
                late = GC.GetTotalMemory(forceFullCollection: true);
            }
        }

        return seen == LoopbackAnswers.ItemCount ? late - early : throw new InvalidOperationException($"The walk found {seen} items.");
    }
}
