using System.Text.Json;

namespace Missive.Codegen.Runtime;

/// <summary>Walks a call's arguments along their definitions and collects every problem.</summary>
internal sealed class ArgumentWalker
{
    // Of larger values nothing is derived: each level of lists in lists would read them once more.
    private const int LargestMeant = 1 << 20;

    public static JsonElement EmptyObject { get; } = JsonElement.Parse("{}"u8);

    private ProblemList? _problems;

    private ArgumentWalker(ToolDefinition definition, ToolValidationOptions options)
    {
        Definition = definition;
        Options = options;
    }

    public ToolDefinition Definition { get; }

    public ToolValidationOptions Options { get; }

    /// <summary>Where the walk is.</summary>
    public ArgumentPath Path { get; } = new();

    public string PathText => Path.ToString();

    public bool HasProblems => _problems is not null;

    /// <summary>The problems so far; made by the first one.</summary>
    public ProblemList Problems => _problems ??= new ProblemList();

    /// <summary>Finds the problems of a call's arguments; null when there are none.</summary>
    public static ProblemList? Check(ToolDefinition definition, JsonElement arguments, ToolValidationOptions options)
    {
        if (arguments.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            arguments = EmptyObject;
        }

        if (UnreadableText.Check(arguments) is { } unreadable)
        {
            return unreadable;
        }

        var walker = new ArgumentWalker(definition, options);
        walker.CheckArguments(arguments);
        if (arguments.ValueKind == JsonValueKind.Object && options.FindFurther?.Invoke(definition, arguments) is { } further)
        {
            walker.Problems.Add(further);
        }

        return walker._problems;
    }

    /// <summary>What a field expects, with its description, as the end of a sentence.</summary>
    public static string Describe(FieldDefinition field)
        => field.Description is { } description ? $"{TypeText.Of(field.Type)}: {description}" : $"{TypeText.Of(field.Type)}.";

    /// <summary>Adds a value of another type.</summary>
    /// <param name="type">What was expected.</param>
    /// <param name="value">The value.</param>
    /// <param name="meant">The value that may have been meant, as JSON text; null when that cannot be derived.</param>
    /// <param name="siblings">The object that it belongs to.</param>
    /// <param name="expected">What was expected, in other words than the type's.</param>
    public void AddWrongType(DataType type, JsonElement value, string? meant, in ObjectBinding siblings, string? expected = null)
        => AddWrongType(expected ?? TypeText.Of(type), value, meant is { Length: <= LargestMeant } ? Accepted(type, meant, siblings) : null);

    /// <summary>Adds a value of another type.</summary>
    /// <param name="expected">What was expected.</param>
    /// <param name="value">The value.</param>
    /// <param name="corrected">The value to pass instead, as JSON text; null when there is none.</param>
    public void AddWrongType(string expected, JsonElement value, string? corrected)
    {
        var shown = corrected is null ? null : Excerpt.Of(corrected);
        Problems.AddValue(
            ToolValidationCodes.WrongType,
            PathText,
            expected,
            Excerpt.Of(value),
            shown is null ? null : $"Pass {shown}.",
            shown,
            corrected is null ? null : new Correction(Json: corrected));
    }

    // What is offered has to be accepted. A value with problems of its own is corrected too, or not offered.
    private string? Accepted(DataType type, string json, in ObjectBinding siblings)
    {
        var meant = JsonElement.Parse(json, CallCorrector.AnyDepth);
        if (ProblemsOf(type, meant, siblings) is not { } problems)
        {
            return json;
        }

        if (!problems.IsCorrectable)
        {
            return null;
        }

        // The corrections of its parts were accepted when they were made, but together they may break a rule.
        var corrected = CallCorrector.Apply(meant, problems.Corrections);
        return ProblemsOf(type, corrected, siblings) is null ? corrected.GetRawText() : null;
    }

    // The problems of another value at this place.
    private ProblemList? ProblemsOf(DataType type, JsonElement value, in ObjectBinding siblings)
    {
        var walker = new ArgumentWalker(Definition, Options);
        var path = PathText;
        if (Definition.Parameters.FirstOrDefault(parameter => string.Equals(parameter.Name, path, StringComparison.Ordinal)) is { } parameter)
        {
            walker.CheckParameter(parameter, value, siblings);
        }
        else
        {
            walker.CheckValue(type, value, siblings);
        }

        return walker._problems;
    }

    public static bool IsEmptyArray(JsonElement value) => value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0;

    /// <summary>Checks an object with known fields; an empty list is one without any.</summary>
    public void CheckFields(FieldTable table, JsonElement json, ObjectPlace place)
    {
        using var fields = ObjectBinding.Bind(table, json);
        for (var i = 0; i < table.Count; i++)
        {
            if (fields.HasValue(i))
            {
                Path.Push(table.Fields[i].Name);
                CheckValue(table.Fields[i].Type, fields[i], fields);
                Path.Pop();
            }
        }

        KeyCheck.CheckUnknown(this, fields, place);
        FinishFields(fields, place);
    }

    /// <summary>Checks a value.</summary>
    /// <param name="type">What it has to be.</param>
    /// <param name="value">The value, not null unless it is a list's or a map's item.</param>
    /// <param name="siblings">The object that it belongs to.</param>
    public void CheckValue(DataType type, JsonElement value, in ObjectBinding siblings)
    {
        switch (type)
        {
            case AnyType:
                break;
            case ObjectType known when value.ValueKind == JsonValueKind.Object || IsEmptyArray(value):
                CheckFields(known.Table, value, ObjectPlace.Content);
                break;
            case ObjectType or AnyObjectType or MapType:
                CheckObject(type, value, siblings);
                break;
            case ArrayType list:
                CheckArray(list, value, siblings);
                break;
            default:
                new ValueCheck(this, value).Check(type, siblings);
                break;
        }
    }

    private void CheckArguments(JsonElement arguments)
    {
        if (arguments.ValueKind != JsonValueKind.Object && !IsEmptyArray(arguments))
        {
            AddWrongType("object", arguments, null);
            return;
        }

        using var values = ObjectBinding.Bind(Definition.ParameterTable, arguments);
        for (var i = 0; i < Definition.Parameters.Length; i++)
        {
            var parameter = Definition.Parameters[i];
            if (values.HasValue(i))
            {
                Path.Push(parameter.Name);
                CheckParameter(parameter, values[i], values);
                Path.Pop();
            }
        }

        KeyCheck.CheckUnknown(this, values, ObjectPlace.Arguments);
        CheckAbsentQueries(values);
        FinishFields(values, ObjectPlace.Arguments);
    }

    // The fields of a query object are the query's, so leaving the object out means leaving each of them out.
    private void CheckAbsentQueries(in ObjectBinding arguments)
    {
        for (var i = 0; i < Definition.Parameters.Length; i++)
        {
            if (Definition.Parameters[i] is { Location: ParameterLocation.Query, Required: false, Type: ObjectType known } parameter && !arguments.IsPresent(i))
            {
                Path.Push(parameter.Name);
                CheckFields(known.Table, EmptyObject, ObjectPlace.Query);
                Path.Pop();
            }
        }
    }

    private void CheckParameter(ToolParameter parameter, JsonElement value, in ObjectBinding arguments)
    {
        switch (parameter.Location)
        {
            case ParameterLocation.Body when parameter.Envelope is not null:
                BodyCheck.Check(this, parameter, value, arguments);
                break;
            case ParameterLocation.Query:
                CheckQuery(parameter.Type, value, arguments);
                break;
            case ParameterLocation.Path:
                CheckPath(parameter, value, arguments);
                break;
            default:
                CheckValue(parameter.Type, value, arguments);
                break;
        }
    }

    private void CheckPath(ToolParameter parameter, JsonElement value, in ObjectBinding arguments)
    {
        if (parameter.CommaList && value.ValueKind == JsonValueKind.Array)
        {
            AddWrongType(parameter.Type, value, JoinedList(value), arguments, "string with one or several ids, separated by commas");
            return;
        }

        CheckValue(parameter.Type, value, arguments);
        PlacementCheck.CheckPath(this, parameter, value);
    }

    private static string? JoinedList(JsonElement list)
    {
        var ids = new List<string>();
        foreach (var item in list.EnumerateArray())
        {
            if (!JsonValueReader.TryReadString(item, out var id))
            {
                return null;
            }

            ids.Add(id);
        }

        return JsonText.Quote(string.Join(',', ids));
    }

    private void CheckQuery(DataType type, JsonElement value, in ObjectBinding arguments)
    {
        if (type is ObjectType known && (value.ValueKind == JsonValueKind.Object || IsEmptyArray(value)))
        {
            CheckFields(known.Table, value, ObjectPlace.Query);
            return;
        }

        CheckValue(type, value, arguments);
        if (!QueryWriter.IsObject(type))
        {
            PlacementCheck.CheckQueryValue(this, value);
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in value.EnumerateObject())
            {
                Path.Push(property.Name);
                PlacementCheck.CheckQueryValue(this, property.Value);
                Path.Pop();
            }
        }
    }

    private void FinishFields(in ObjectBinding fields, ObjectPlace place)
    {
        fields.FillDefaults(Options.Settings);
        KeyCheck.CheckMissing(this, fields, place);
        RuleCheck.Check(this, fields);
    }

    private void CheckObject(DataType type, JsonElement value, in ObjectBinding siblings)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            if (!IsEmptyArray(value))
            {
                var isListOfOne = value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 1;
                AddWrongType(type, value, isListOfOne ? value[0].GetRawText() : JsonText.Decode(value) ?? Wrapped(type, value), siblings);
            }

            return;
        }

        if (type is MapType map)
        {
            foreach (var property in value.EnumerateObject())
            {
                Path.Push(property.Name);
                CheckValue(map.Values, property.Value, siblings);
                Path.Pop();
            }
        }
    }

    // What one field of the object takes: one of the parameter's own name, such as the body of a body, or an email address
    // where there is one field for that.
    private string? Wrapped(DataType type, JsonElement value)
    {
        if (type is not ObjectType known || value.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        var path = PathText;
        var fields = known.Table.Fields.Where(static field => field.Type is StringType).ToArray();
        var name = fields.FirstOrDefault(field => string.Equals(field.Name, path, StringComparison.Ordinal))?.Name;
        if (name is null && JsonValueReader.TryReadString(value, out var text) && text.IndexOf('@', StringComparison.Ordinal) > 0)
        {
            fields = [.. fields.Where(static field => field.Name is "address" or "email")];
            name = fields.Length == 1 ? fields[0].Name : null;
        }

        return name is null ? null : $"{{{JsonText.Quote(name)}:{value.GetRawText()}}}";
    }

    private void CheckArray(ArrayType type, JsonElement value, in ObjectBinding siblings)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            if (value.ValueKind != JsonValueKind.Object || value.GetPropertyCount() > 0)
            {
                var single = value.ValueKind == JsonValueKind.Null ? null : $"[{value.GetRawText()}]";
                AddWrongType(type, value, JsonText.Decode(value) ?? single, siblings);
            }
            else if (type.MinItems > 0)
            {
                AddItemCount(type, 0);
            }

            return;
        }

        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            Path.Push(index++);
            CheckValue(type.Items, item, siblings);
            Path.Pop();
        }

        if (index < type.MinItems || index > type.MaxItems)
        {
            AddItemCount(type, index);
        }
    }

    private void AddItemCount(ArrayType type, int count)
        => Problems.AddValue(
            count < type.MinItems ? ToolValidationCodes.TooFew : ToolValidationCodes.TooMany,
            PathText,
            TypeText.Items(type),
            count == 1 ? "1 item" : $"{count} items");
}
