using System.Text.Json;
using Kosmo.Arguments;
using Kosmo.Output;
using Missive.Tools;

namespace Kosmo.Calls;

/// <summary>Prints what a call would send, for people.</summary>
internal static class RehearsalText
{
    public static void Print(Terminal terminal, MissiveRehearsal rehearsal)
    {
        var style = terminal.OutputStyle;
        terminal.Output.WriteLine(style.Bold("Dry run: nothing was changed."));
        if (rehearsal.Lookups.Count > 0)
        {
            terminal.Output.WriteLine("\nLooked up, so that the requests are complete:");
            foreach (var request in rehearsal.Lookups)
            {
                terminal.Output.WriteLine($"  {request.Method} {request.PathAndQuery}");
            }
        }

        terminal.Output.WriteLine("\nThe call would send:");
        foreach (var request in rehearsal.Requests)
        {
            terminal.Output.WriteLine($"\n{style.Cyan($"{request.Method} {request.PathAndQuery}")}");
            if (!request.Body.IsEmpty)
            {
                Json.Print(terminal, JsonElement.Parse(request.Body.Span, JsonText.Composed));
            }
        }

        if (rehearsal.Following is { } following)
        {
            terminal.Output.WriteLine($"\nThen, depending on the answers: {following}");
        }
    }
}
