namespace Missive.Emulator.Bodies;

/// <summary>One documented attribute of a request body.</summary>
internal sealed record BodyField(string Name, BodyKind Kind)
{
    public bool IsRequired { get; init; }

    public bool IsNullable { get; init; }

    public IReadOnlyList<string> Allowed { get; init; } = [];

    public int MaxLength { get; init; } = int.MaxValue;

    public int MinItems { get; init; }

    public int MaxItems { get; init; } = int.MaxValue;

    public long Max { get; init; } = long.MaxValue;

    /// <summary>The elements of a list.</summary>
    public BodyField? Element { get; init; }

    /// <summary>The attributes of a nested object.</summary>
    public BodySchema? Shape { get; init; }

    public static BodyField Text(string name, int maxLength = int.MaxValue) => new(name, BodyKind.Text) { MaxLength = maxLength };

    public static BodyField Choice(string name, params string[] allowed) => new(name, BodyKind.Text) { Allowed = allowed };

    public static BodyField Flag(string name) => new(name, BodyKind.Flag);

    public static BodyField Whole(string name, long max = long.MaxValue) => new(name, BodyKind.Whole) { Max = max };

    public static BodyField Instant(string name) => new(name, BodyKind.Instant);

    public static BodyField HexColor(string name) => new(name, BodyKind.HexColor);

    public static BodyField HexOrNamedColor(string name) => new(name, BodyKind.HexOrNamedColor);

    public static BodyField WebAddress(string name) => new(name, BodyKind.WebAddress);

    public static BodyField TextMap(string name) => new(name, BodyKind.TextMap);

    public static BodyField Nested(string name, BodySchema shape) => new(name, BodyKind.Nested) { Shape = shape };

    public static BodyField TextList(string name) => List(name, Text(""));

    public static BodyField NestedList(string name, BodySchema shape, int maxItems = int.MaxValue) =>
        List(name, Nested("", shape)) with { MaxItems = maxItems };

    public static BodyField List(string name, BodyField element) => new(name, BodyKind.List) { Element = element };

    public BodyField Required() => this with { IsRequired = true };

    public BodyField Nullable() => this with { IsNullable = true };
}
