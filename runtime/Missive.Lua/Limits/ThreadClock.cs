using System.Runtime.InteropServices;

namespace Missive.Lua;

/// <summary>The processor time of one thread, which any thread may read. Linux has such clocks; other systems are not asked.</summary>
internal sealed unsafe partial class ThreadClock
{
    private readonly int _id;
    private readonly TimeSpan _start;

    private ThreadClock(int id, TimeSpan start)
    {
        _id = id;
        _start = start;
    }

    /// <summary>What the thread has had since the clock was made; null when it cannot be told, as of a thread that has ended.</summary>
    public TimeSpan? Used => Read(_id) - _start;

    /// <summary>A clock of the calling thread that begins now; null where there is none.</summary>
    public static ThreadClock? Start()
    {
        int id;
        return OperatingSystem.IsLinux() && GetClock(Self(), &id) == 0 && Read(id) is { } now ? new ThreadClock(id, now) : null;
    }

    private static TimeSpan? Read(int id)
    {
        TimeSpec time;
        return GetTime(id, &time) == 0 ? new TimeSpan((time.Seconds * TimeSpan.TicksPerSecond) + (time.Nanoseconds / TimeSpan.NanosecondsPerTick)) : null;
    }

    [LibraryImport("libc", EntryPoint = "pthread_self")]
    private static partial nint Self();

    [LibraryImport("libc", EntryPoint = "pthread_getcpuclockid")]
    private static partial int GetClock(nint thread, int* id);

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int id, TimeSpec* time);

    // Both are of the size of a C long.
    private readonly struct TimeSpec
    {
        public readonly nint Seconds;
        public readonly nint Nanoseconds;
    }
}
