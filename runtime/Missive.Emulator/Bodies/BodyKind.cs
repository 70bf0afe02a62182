namespace Missive.Emulator.Bodies;

internal enum BodyKind
{
    Text,
    Whole,
    Flag,
    Instant,
    HexColor,
    HexOrNamedColor,
    WebAddress,
    List,
    Nested,
    TextMap,
}
