namespace Missive.Emulator.Queries;

internal sealed record QueryParameter(string Name, QueryKind Kind)
{
    public bool Required { get; init; }

    public IReadOnlyList<string> Allowed { get; init; } = [];

    public int Min { get; init; }

    public int Max { get; init; } = int.MaxValue;

    public static QueryParameter Text(string name) => new(name, QueryKind.Text);

    public static QueryParameter Flag(string name) => new(name, QueryKind.Flag);

    public static QueryParameter Instant(string name) => new(name, QueryKind.Instant);

    public static QueryParameter Choice(string name, params string[] allowed) => new(name, QueryKind.Text) { Allowed = allowed };

    public static QueryParameter Number(string name, int min, int max = int.MaxValue) =>
        new(name, QueryKind.Number) { Min = min, Max = max };
}
