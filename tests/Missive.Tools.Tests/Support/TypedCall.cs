using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Missive.Codegen.Runtime;

namespace Missive.Tools.Tests.Support;

/// <summary>Makes the typed C# call that says the same as a JSON one, member by member.</summary>
internal static class TypedCall
{
    /// <summary>Calls a function through its typed arguments. False when C#'s types cannot express the call.</summary>
    public static async Task<bool> TryInvokeAsync(string function, JsonElement arguments, IToolInvoker invoker, CancellationToken cancellationToken)
    {
        var tool = MissiveTools.Registry.Create(function, invoker);
        var method = tool.GetType().GetMethods().Single(static method
            => method.Name == "InvokeAsync" && method.GetParameters()[0].ParameterType.IsSubclassOf(typeof(JsonRecord)));
        if (!TryBuild(method.GetParameters()[0].ParameterType, Contents(tool.Definition, arguments), out var typed))
        {
            return false;
        }

        await (Task)method.Invoke(tool, [typed, cancellationToken])!;
        return true;
    }

    // C# takes the content of a body without its envelope, and a list body as a list.
    private static JsonElement Contents(ToolDefinition definition, JsonElement arguments)
    {
        var contents = new JsonObject();
        foreach (var argument in arguments.EnumerateObject())
        {
            var value = argument.Value;
            if (definition.FindParameter(argument.Name) is { Location: ParameterLocation.Body, Envelope: not null } parameter)
            {
                var content = BodyContent.Of(parameter, value);
                value = content.Content;
                if (parameter.EnvelopeShape == EnvelopeShape.Array && !content.IsList)
                {
                    value = JsonElement.Parse($"[{value.GetRawText()}]");
                }
            }

            contents[argument.Name] = JsonNode.Parse(value.GetRawText());
        }

        return JsonElement.Parse(contents.ToJsonString());
    }

    private static bool TryBuild(Type type, JsonElement json, out object? value)
    {
        value = null;
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsSubclassOf(typeof(JsonRecord)))
        {
            return json.ValueKind == JsonValueKind.Object && TryBuildRecord(type, json, out value);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            return TryBuildList(type.GetGenericArguments()[0], json, out value);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
        {
            return TryBuildMap(type.GetGenericArguments()[1], json, out value);
        }

        value = (type, json.ValueKind) switch
        {
            _ when type == typeof(string) && json.ValueKind == JsonValueKind.String => json.GetString(),
            _ when type == typeof(long) && json.ValueKind == JsonValueKind.Number => json.GetInt64(),
            _ when type == typeof(double) && json.ValueKind == JsonValueKind.Number => json.GetDouble(),
            _ when type == typeof(bool) && json.ValueKind is JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
            _ when type == typeof(Timestamp) && json.ValueKind == JsonValueKind.Number => Timestamp.FromUnixSeconds(json.GetInt64()),
            _ when type == typeof(Timestamp) && json.ValueKind == JsonValueKind.String => Timestamp.Parse(json.GetString()),
            _ when type.IsAssignableTo(typeof(IJsonText)) && json.ValueKind == JsonValueKind.String => Activator.CreateInstance(type, json.GetString()),
            _ when type.IsAssignableTo(typeof(JsonNode)) => JsonNode.Parse(json.GetRawText()),
            _ => null,
        };
        return value is not null;
    }

    private static bool TryBuildRecord(Type type, JsonElement json, out object? record)
    {
        record = Activator.CreateInstance(type);
        foreach (var property in json.EnumerateObject())
        {
            if (type.GetProperty(PascalCase(property.Name), BindingFlags.Public | BindingFlags.Instance) is not { CanWrite: true } member
                || !TryBuild(member.PropertyType, property.Value, out var value))
            {
                return false;
            }

            member.SetValue(record, value);
        }

        return true;
    }

    private static bool TryBuildList(Type itemType, JsonElement json, out object? list)
    {
        list = null;
        if (json.ValueKind != JsonValueKind.Array)
        {
            return false;
        }

        var items = Array.CreateInstance(itemType, json.GetArrayLength());
        for (var i = 0; i < items.Length; i++)
        {
            if (!TryBuild(itemType, json[i], out var item))
            {
                return false;
            }

            items.SetValue(item, i);
        }

        list = items;
        return true;
    }

    private static bool TryBuildMap(Type valueType, JsonElement json, out object? map)
    {
        map = null;
        if (valueType != typeof(string) || json.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        map = json.EnumerateObject().ToDictionary(static property => property.Name, static property => property.Value.GetString()!, StringComparer.Ordinal);
        return true;
    }

    private static string PascalCase(string name)
        => string.Concat(name.Split('_').Select(static word => char.ToUpperInvariant(word[0]) + word[1..]));
}
