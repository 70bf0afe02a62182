using System.Globalization;

namespace Missive.Emulator.Faults;

/// <summary>
/// Faults as text, for the request header: parts joined by <c>;</c>. One names the kind: <c>reset</c>,
/// <c>close</c>, <c>reset-mid-body</c>, <c>truncate</c>, <c>stall=MS</c>, <c>html[=STATUS]</c>, <c>empty</c>, <c>broken-json</c>,
/// <c>status=STATUS</c>, <c>redirect=URL</c>, <c>pad=BYTES</c>. Others add to it: <c>delay=MS</c> (milliseconds),
/// <c>stage=before</c> or <c>stage=after</c> (the effect), <c>retry-after=SECONDS</c>.
/// </summary>
public static class FaultSyntax
{
    /// <summary>What can be written, in one line, for error messages and help texts.</summary>
    public const string Grammar =
        "reset | close | reset-mid-body | truncate | stall=MS | html[=STATUS] | empty | broken-json | status=STATUS | "
        + "redirect=URL | pad=BYTES, with delay=MS, stage=before|after, retry-after=SECONDS, joined by ';'";

    /// <summary>Reads a fault.</summary>
    /// <param name="text">The text, for example <c>delay=50; status=503; retry-after=1</c>.</param>
    /// <param name="fault">The fault, or null.</param>
    /// <returns>Whether the text is a fault.</returns>
    public static bool TryParse(string? text, out Fault? fault)
    {
        fault = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return false;
        }

        var read = new Fault();
        foreach (var part in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? part : part[..equals].TrimEnd();
            var value = equals < 0 ? null : part[(equals + 1)..].TrimStart();
            if (Extend(read, name, value) is not { } extended)
            {
                return false;
            }

            read = extended;
        }

        fault = read;
        return true;
    }

    private static Fault? Extend(Fault fault, string name, string? value) => (name, value) switch
    {
        ("reset", null) => fault with { Kind = FaultKind.Reset },
        ("close", null) => fault with { Kind = FaultKind.Close },
        ("reset-mid-body", null) => fault with { Kind = FaultKind.ResetMidBody },
        ("truncate", null) => fault with { Kind = FaultKind.Truncate },
        ("empty", null) => fault with { Kind = FaultKind.EmptyBody },
        ("broken-json", null) => fault with { Kind = FaultKind.BrokenJson },
        ("html", null) => fault with { Kind = FaultKind.Html },
        ("stage", "before") => fault with { Stage = FaultStage.BeforeEffect },
        ("stage", "after") => fault with { Stage = FaultStage.AfterEffect },
        ("redirect", not null) when Uri.TryCreate(value, UriKind.RelativeOrAbsolute, out var location) =>
            fault with { Kind = FaultKind.Redirect, Location = location },
        (_, not null) when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) =>
            Extend(fault, name, number),
        _ => null,
    };

    private static Fault? Extend(Fault fault, string name, int number) => name switch
    {
        "delay" => fault with { Delay = TimeSpan.FromMilliseconds(number) },
        "stall" => fault with { Kind = FaultKind.Stall, Pause = TimeSpan.FromMilliseconds(number) },
        "html" when number is >= 200 and <= 599 => fault with { Kind = FaultKind.Html, Status = number },
        "status" when number is >= 200 and <= 599 => fault with { Kind = FaultKind.Status, Status = number },
        "pad" => fault with { Kind = FaultKind.Pad, Bytes = number },
        "retry-after" => fault with { RetryAfterSeconds = number },
        _ => null,
    };
}
