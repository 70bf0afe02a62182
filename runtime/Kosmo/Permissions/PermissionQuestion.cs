using System.Text.Json;
using Kosmo.Accounts;
using Kosmo.Output;
using Missive.Codegen.Runtime;

namespace Kosmo.Permissions;

/// <summary>Asks on the terminal whether a call may be made, and shows what it would do.</summary>
internal static class PermissionQuestion
{
    private const int MaxShownArguments = 2000;

    public static async ValueTask<PermissionAnswer> AskAsync(
        Terminal terminal, ToolDefinition tool, JsonElement arguments, string? account, CancellationToken cancellationToken)
    {
        var style = terminal.ErrorStyle;

        // Over the line that counts the requests, if there is one.
        terminal.Error.Write("\r\e[K");
        terminal.Error.WriteLine($"{style.Bold($"{Configuration.Provider}.{tool.Name}")} wants to {(tool.Operation == ToolOperation.Write ? "write" : "read")} (account {AccountName.Show(account)})");
        terminal.Error.WriteLine($"  {tool.Description}");
        terminal.Error.WriteLine($"  Arguments: {Show(arguments)}");
        foreach (var effect in EffectsOf(tool, arguments))
        {
            terminal.Error.WriteLine($"  {style.Yellow(effect)}");
        }

        terminal.Error.Write("Allow this call? [y]es, [a]ll of this run, [N]o: ");
        terminal.Error.Flush();
        return await ReadLineAsync(terminal, cancellationToken).ConfigureAwait(false) switch
        {
            "y" or "yes" => PermissionAnswer.Yes,
            "a" or "all" => PermissionAnswer.All,
            _ => PermissionAnswer.No,
        };
    }

    /// <summary>What a call does beyond writing, in words.</summary>
    public static IEnumerable<string> EffectsOf(ToolDefinition tool, JsonElement arguments)
    {
        if (tool.Effects.SendsMessage?.AppliesTo(tool, arguments) == true)
        {
            yield return "It sends a message.";
        }

        if (tool.Effects.Destructive?.AppliesTo(tool, arguments) == true)
        {
            yield return "It replaces or removes data.";
        }

        if (tool.Effects.Irreversible)
        {
            yield return "It cannot be undone.";
        }
    }

    private static string Show(JsonElement arguments)
    {
        var text = PlainText.OneLine(Json.Compact(arguments.WriteTo));
        return text.Length <= MaxShownArguments ? text : string.Concat(text.AsSpan(0, MaxShownArguments), "…");
    }

    // The terminal itself edits the line. The wait can be broken off, the reading cannot: it ends with the process.
    private static async ValueTask<string> ReadLineAsync(Terminal terminal, CancellationToken cancellationToken)
    {
        var answer = await Task.Run(terminal.ReadAnswer, cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false);
        return answer?.Trim().ToLowerInvariant() ?? "";
    }
}
