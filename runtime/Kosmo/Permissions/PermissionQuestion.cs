using System.Text.Json;
using Kosmo.Accounts;
using Kosmo.Output;
using Missive.Codegen.Runtime;

namespace Kosmo.Permissions;

/// <summary>Asks on the terminal whether a call may be made, and shows what it would do.</summary>
internal static class PermissionQuestion
{
    private const int MaxShownText = 500;

    public static async ValueTask<PermissionAnswer> AskAsync(
        Terminal terminal, ToolDefinition tool, JsonElement arguments, string? account, CancellationToken cancellationToken)
    {
        var style = terminal.ErrorStyle;
        var word = tool.Operation == ToolOperation.Write ? "write" : "read";

        // Over the line that counts the requests, if there is one.
        terminal.Error.Write("\r\e[K");
        terminal.Error.WriteLine($"{style.Bold($"{Configuration.Provider}.{tool.Name}")} wants to {word} (account {AccountName.Show(account)})");
        terminal.Error.WriteLine($"  {tool.Description}");
        terminal.Error.WriteLine($"  Arguments: {Show(arguments)}");
        foreach (var effect in EffectsOf(tool, arguments))
        {
            terminal.Error.WriteLine($"  {style.Yellow(effect)}");
        }

        terminal.Error.Write($"Allow this call? [y]es, [a]ll {word}s of this run, [N]o: ");
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

    private static string Show(JsonElement arguments) => PlainText.OneLine(Json.Compact(writer => Write(writer, arguments)));

    // Every key, so that nothing is approved unseen; of a long text the beginning.
    private static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in value.EnumerateObject())
                {
                    writer.WritePropertyName(property.Name);
                    Write(writer, property.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(Excerpt.Of(value.GetString()!, MaxShownText));
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    // The terminal itself edits the line. The wait can be broken off, the reading cannot: it ends with the process.
    private static async ValueTask<string> ReadLineAsync(Terminal terminal, CancellationToken cancellationToken)
    {
        var answer = await Task.Run(terminal.ReadAnswer, cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false);
        return answer?.Trim().ToLowerInvariant() ?? "";
    }
}
