namespace Missive.Emulator.Faults;

/// <summary>The request for which a fault is chosen.</summary>
/// <param name="Number">The request's number, counted from 1 over all requests of the emulator.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The raw path below the base path, such as <c>/tasks/task_123</c>.</param>
public sealed record FaultContext(int Number, string Method, string Path);
