using System.Globalization;
using Missive.Emulator.Recording;

namespace Missive.Emulator.CommandLine;

internal static class RequestLine
{
    public static string Of(RecordedRequest request)
    {
        var status = request.Status?.ToString(CultureInfo.InvariantCulture) ?? "---";
        var fault = request.Fault is { } met ? $"  fault {met.Kind}" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{request.Number,6}  {status}  {request.Duration.TotalMilliseconds,8:0.00} ms  {Printable(request.Line)}{fault}");
    }

    /// <summary>A request line comes from outside, and must not be able to steer the terminal.</summary>
    private static string Printable(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '?' : c));
}
