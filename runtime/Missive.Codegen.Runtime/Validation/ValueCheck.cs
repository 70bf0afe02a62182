using System.Globalization;
using System.Text.Json;

namespace Missive.Codegen.Runtime;

/// <summary>Checks texts, numbers, booleans, timestamps and enum values.</summary>
internal readonly ref struct ValueCheck(ArgumentWalker walker, JsonElement value)
{
    public void Check(DataType type, in ObjectBinding siblings)
    {
        switch (type)
        {
            case StringType text:
                CheckString(text, siblings);
                break;
            case IntegerType number:
                CheckInteger(number, siblings);
                break;
            case NumberType number:
                CheckNumber(number, siblings);
                break;
            case BooleanType when value.ValueKind is not (JsonValueKind.True or JsonValueKind.False):
                AddWrongType(type, BooleanText(), siblings);
                break;
            case TimestampType timestamp:
                CheckTimestamp(timestamp, siblings);
                break;
            case EnumType known:
                CheckEnum(known, siblings);
                break;
            default:
                break;
        }
    }

    private void CheckString(StringType type, in ObjectBinding siblings)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            AddWrongType(type, QuotedNumber(), siblings);
            return;
        }

        if (type.MinLength is null && type.MaxLength is null)
        {
            return;
        }

        var count = ScalarText.CountCharacters(value);
        if (count < type.MinLength || count > type.MaxLength)
        {
            walker.Problems.AddValue(
                count < type.MinLength ? ToolValidationCodes.TooShort : ToolValidationCodes.TooLong,
                walker.PathText,
                TypeText.Of(type),
                count == 1 ? "1 character" : $"{count} characters");
        }
    }

    private void CheckInteger(IntegerType type, in ObjectBinding siblings)
    {
        if (JsonValueReader.TryReadInteger(value, out var number))
        {
            if (number < type.Min || number > type.Max)
            {
                AddOutOfRange(type);
            }
        }
        else if (value.ValueKind == JsonValueKind.Number && double.IsInteger(value.GetDouble()))
        {
            AddOutOfRange(type);
        }
        else
        {
            AddWrongType(type, IntegerText(), siblings);
        }
    }

    private void CheckNumber(NumberType type, in ObjectBinding siblings)
    {
        if (value.ValueKind != JsonValueKind.Number)
        {
            AddWrongType(type, NumberText(), siblings);
        }
        else if (!JsonValueReader.TryReadNumber(value, out var number) || number < type.Min || number > type.Max)
        {
            AddOutOfRange(type);
        }
    }

    private void CheckTimestamp(TimestampType type, in ObjectBinding siblings)
    {
        if (!JsonValueReader.TryReadTimestamp(value, out var timestamp))
        {
            if (value.ValueKind == JsonValueKind.Number)
            {
                walker.Problems.AddValue(
                    ToolValidationCodes.OutOfRange, walker.PathText, TypeText.Of(type), Excerpt.Of(value), "Pass seconds, not milliseconds.");
            }
            else
            {
                AddWrongType(type, null, siblings);
            }
        }
        else if (!timestamp.IsExact
            && UnixSeconds.ZoneNameOf(type, siblings) is { } zone
            && !TimeZoneName.TryFind(zone, out _))
        {
            walker.Problems.AddValue(
                ToolValidationCodes.NotAllowed,
                walker.PathText,
                TypeText.Of(type),
                Excerpt.Of(value),
                $"It has no time zone of its own, and {type.TimeZoneFrom} names none that is known: {Excerpt.Quoted(zone)}. Pass a name such as Europe/Berlin.");
        }
    }

    private void CheckEnum(EnumType type, in ObjectBinding siblings)
    {
        foreach (var allowed in type.Utf8Values)
        {
            if (value.ValueKind == JsonValueKind.String && value.ValueEquals(allowed))
            {
                return;
            }
        }

        if (value.ValueKind == JsonValueKind.String)
        {
            AddNotAllowed(walker, type.Values, value);
        }
        else
        {
            AddWrongType(type, null, siblings);
        }
    }

    /// <summary>Adds a value that is none of those allowed, with the nearest of them.</summary>
    public static void AddNotAllowed(ArgumentWalker walker, IEnumerable<string> allowed, JsonElement value, string? reason = null)
    {
        var nearest = ScalarText.IsScalar(value) && value.ValueKind != JsonValueKind.Null
            ? NearestName.Find(ScalarText.Of(value), allowed)
            : null;
        var advice = nearest is null ? reason : $"Did you mean {nearest}?{(reason is null ? "" : " " + reason)}";
        walker.Problems.AddValue(
            ToolValidationCodes.NotAllowed,
            walker.PathText,
            $"one of {string.Join(", ", allowed)}",
            Excerpt.Of(value),
            advice,
            nearest,
            nearest is null ? null : new Correction(Json: JsonText.Quote(nearest)));
    }

    private void AddOutOfRange(DataType type)
        => walker.Problems.AddValue(ToolValidationCodes.OutOfRange, walker.PathText, TypeText.Of(type), Excerpt.Of(value));

    private void AddWrongType(DataType type, string? meant, in ObjectBinding siblings)
        => walker.AddWrongType(type, value, meant ?? OnlyItem(), siblings);

    private string? OnlyItem() => value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 1 ? value[0].GetRawText() : null;

    private string? QuotedNumber() => value.ValueKind == JsonValueKind.Number ? JsonText.Quote(value.GetRawText()) : null;

    private string? IntegerText()
        => TextContent() is { } text && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : null;

    private string? NumberText()
        => IntegerText()
        ?? (TextContent() is { } text
            && double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)
                ? number.ToString(CultureInfo.InvariantCulture)
                : null);

    private string? BooleanText() => TextContent() switch
    {
        { } text when text.Equals("true", StringComparison.OrdinalIgnoreCase) => "true",
        { } text when text.Equals("false", StringComparison.OrdinalIgnoreCase) => "false",
        _ => null,
    };

    private string? TextContent() => JsonValueReader.TryReadString(value, out var text) ? text.Trim() : null;
}
