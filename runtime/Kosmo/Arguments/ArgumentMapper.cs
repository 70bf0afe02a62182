using System.Text.Json;
using Kosmo.Output;
using Missive.Codegen.Runtime;

namespace Kosmo.Arguments;

/// <summary>Makes a call's arguments of a payload and flags: flags override the payload, later flags override earlier ones.</summary>
internal static class ArgumentMapper
{
    private const string NotAnObject = "JSON payload must decode to an object.";

    private const string Quotes = " Keys and texts stand in double quotes: {\"key\":\"value\"}.";

    // A longer text is no value that somebody meant to pass alone.
    private const int LongestWord = 200;

    private static readonly JsonElement Empty = JsonElement.Parse("{}"u8);

    /// <summary>Makes the arguments.</summary>
    /// <param name="tool">The function.</param>
    /// <param name="payload">JSON text; null or blank for none.</param>
    /// <param name="flags">The flags, in order.</param>
    /// <param name="line">The command line as it was typed, for a better one.</param>
    /// <returns>An object, not yet validated.</returns>
    /// <exception cref="ArgumentMapException">The payload is no object, or a flag holds broken JSON or names no parameter but what lies within one.</exception>
    public static JsonElement Map(ToolDefinition tool, Payload? payload, IEnumerable<FlagToken> flags, CallLine line)
    {
        var names = new List<string>();
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (payload is not null && !string.IsNullOrWhiteSpace(payload.Text))
        {
            foreach (var property in ReadPayload(tool, payload, line).EnumerateObject())
            {
                Set(property.Name, property.Value.GetRawText());
            }
        }

        foreach (var flag in flags)
        {
            Set(flag.Name, flag.Value is null ? ValueOfSwitch(tool, flag.Name) : ValueOf(tool, flag.Name, flag.Value));
        }

        var arguments = Json.Compact(writer =>
        {
            writer.WriteStartObject();
            foreach (var name in names)
            {
                writer.WritePropertyName(name);

                // It was made as JSON, and the writer's own check stops at 64 levels.
                writer.WriteRawValue(values[name], skipInputValidation: true);
            }

            writer.WriteEndObject();
        });
        var mapped = JsonElement.Parse(arguments, JsonText.Composed);
        InnerFlags.ThrowIfAny(tool, mapped, line);
        return mapped;

        void Set(string name, string value)
        {
            if (!values.ContainsKey(name))
            {
                names.Add(name);
            }

            values[name] = value;
        }
    }

    private static string ValueOfSwitch(ToolDefinition tool, string name)
    {
        if (tool.FindParameter(name) is null or { Type: BooleanType or AnyType })
        {
            return "true";
        }

        var flag = CommandText.FlagName(name);
        throw new ArgumentMapException($"{flag} needs a value: {flag}=<{name}>.");
    }

    private static string ValueOf(ToolDefinition tool, string name, string text)
    {
        try
        {
            return ValueCoercion.ToJson(tool.FindParameter(name), text);
        }
        catch (JsonException error)
        {
            var flag = CommandText.FlagName(name);
            throw new ArgumentMapException($"{flag} begins like JSON. {JsonText.Describe(error, text)} In a shell, quote it: {flag}='{{\"key\":\"value\"}}'");
        }
    }

    private static JsonElement ReadPayload(ToolDefinition tool, Payload payload, CallLine line)
    {
        JsonElement parsed;
        try
        {
            parsed = JsonText.Parse(payload.Text);
        }
        catch (JsonException error)
        {
            throw NoObject($"{JsonText.Describe(error, payload.Text)}{(LacksQuotes(error, payload.Text) ? Quotes : "")}");
        }

        return parsed.ValueKind switch
        {
            JsonValueKind.Object => parsed,

            // Some languages' tables do not tell an empty object from an empty list.
            JsonValueKind.Array when parsed.GetArrayLength() == 0 => Empty,
            _ => throw NoObject($"It is {Payload.KindOf(parsed)}."),
        };

        ArgumentMapException NoObject(string reason)
            => new($"{NotAnObject} {payload.Source} was read. {reason}", HintFor(tool, payload.Text.Trim(), line));
    }

    private static bool LacksQuotes(JsonException error, string text)
        => text.Contains('{', StringComparison.Ordinal)
            && (!text.Contains('"', StringComparison.Ordinal)
                || (error is { LineNumber: 0, BytePositionInLine: var at } && at < text.Length && (char.IsAsciiLetter(text[(int)at]) || text[(int)at] == '\'')));

    // A bare word is most often a flag without its dashes, or the value of the first parameter.
    private static string? HintFor(ToolDefinition tool, string word, CallLine line)
        => word.Split('=', 2) is [var name, var value] && tool.FindParameter(CallTokens.NameOf(name)) is { } named && word.Length <= LongestWord && !word.Any(char.IsControl)
            ? line.WithFlags([CommandText.Flag(named.Name, value)])
            : tool.Parameters.FirstOrDefault() is { } first
                && !CallLine.IsJson(first.Type)
                && word is { Length: <= LongestWord } and not ['{' or '[', ..]
                && !word.Any(char.IsControl)
                    ? line.WithFlags([CommandText.Flag(first.Name, word)])
                    : null;
}
