namespace Missive.Emulator.Account;

/// <param name="Id">The report's id.</param>
/// <param name="ReadyAt">When it is finished, as a timestamp of the time provider; null when it always was.</param>
/// <param name="Start">The period's start in Unix seconds.</param>
/// <param name="End">The period's end in Unix seconds.</param>
internal sealed record Report(string Id, long? ReadyAt, long Start, long End);
