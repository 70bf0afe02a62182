namespace Missive.Emulator.Queries;

internal enum QueryKind
{
    Text,
    Number,
    Instant,
    Flag,
}
