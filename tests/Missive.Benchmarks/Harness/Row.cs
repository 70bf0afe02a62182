using System.Globalization;

namespace Missive.Benchmarks.Harness;

/// <summary>A line of the report.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Ours">The median of ours, with its unit.</param>
/// <param name="Basis">The median of what it is compared with, with its unit; or empty.</param>
/// <param name="Value">The figure that counts.</param>
/// <param name="Target">What it may be at most; null where nothing is demanded.</param>
/// <param name="Unit">The figure's unit.</param>
internal sealed record Row(string What, string Ours, string Basis, double Value, double? Target, string Unit = "×")
{
    /// <summary>How much more than the target counts as noise.</summary>
    private const double Noise = 1.05;

    public static string Header => "| what | ours | against | result | target | verdict |\n|---|---:|---:|---:|---:|---|";

    /// <summary>A row for a ratio of two times.</summary>
    public static Row Of(string what, Comparison pair, double? target) =>
        new(what, Time(pair.Ours), Time(pair.Basis), pair.Ratio, target);

    /// <summary>A row for a time that is compared with nothing.</summary>
    public static Row Of(string what, double milliseconds) => new(what, Time(milliseconds), "", milliseconds, null, "ms");

    public static string Time(double milliseconds) => milliseconds switch
    {
        < 1 => string.Create(CultureInfo.InvariantCulture, $"{milliseconds * 1000:0} µs"),
        < 1000 => string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0.0} ms"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1000:0.00} s"),
    };

    public override string ToString() => $"| {What} | {Ours} | {Basis} | {Figure(Value)} | {(Target is { } target ? "≤ " + Figure(target) : "")} | {Verdict} |";

    private string Verdict => Target is not { } target ? "" : Value <= target ? "met" : Value <= target * Noise ? "met within noise" : "**missed**";

    private string Figure(double value) => Unit switch
    {
        "×" => string.Create(CultureInfo.InvariantCulture, $"{value.ToString(value < 0.1 ? "0.000" : "0.00", CultureInfo.InvariantCulture)} ×"),
        "ms" => Time(value),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value:0} {Unit}"),
    };
}
