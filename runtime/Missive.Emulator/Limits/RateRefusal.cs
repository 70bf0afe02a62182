namespace Missive.Emulator.Limits;

internal sealed record RateRefusal(string Message, int Ceiling, TimeSpan Wait);
