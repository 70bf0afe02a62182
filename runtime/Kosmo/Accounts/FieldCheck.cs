using System.Text.Json;
using Kosmo.Output;
using Microsoft.Extensions.Options;
using Missive.Codegen.Runtime;
using Missive.Tools;

namespace Kosmo.Accounts;

/// <summary>Checks what accounts are given, before it is stored and before it is used. No message shows a secret.</summary>
internal static class FieldCheck
{
    /// <summary>Checks one value.</summary>
    /// <exception cref="KosmoException">It is refused.</exception>
    public static void ThrowIfInvalid(AccountField field, JsonElement value)
    {
        if (field.IsSecret)
        {
            if (value.ValueKind != JsonValueKind.String)
            {
                throw new KosmoException("field", $"{field.Key}: expected a text.");
            }

            return;
        }

        var single = JsonElement.Parse(Json.Compact(writer =>
        {
            writer.WriteStartObject();
            writer.WritePropertyName(field.Key);
            value.WriteTo(writer);
            writer.WriteEndObject();
        }));
        var result = ToolValidator.Validate(AccountFields.AsParameters, single);
        if (!result.IsValid)
        {
            throw new KosmoException("field", string.Join('\n', result.Errors.Select(static error => error.Message)));
        }
    }

    /// <summary>Checks an account's options as a whole, as whoever sends requests with them does.</summary>
    /// <param name="options">The options.</param>
    /// <param name="nameOf">The name under which a field was given.</param>
    /// <exception cref="KosmoException">They are refused.</exception>
    public static void ThrowIfInvalid(MissiveOptions options, Func<AccountField, string> nameOf)
    {
        try
        {
            options.ThrowIfInvalid();
        }
        catch (OptionsValidationException error)
        {
            throw new KosmoException("field", string.Join('\n', error.Failures.Select(failure => InWordsOfFields(failure, nameOf))));
        }
    }

    // A failure begins with the property that it is about; what somebody has written stands further on.
    private static string InWordsOfFields(string failure, Func<AccountField, string> nameOf)
    {
        const string Prefix = $"{nameof(MissiveOptions)}: ";
        var fault = failure.StartsWith(Prefix, StringComparison.Ordinal) ? failure[Prefix.Length..] : failure;
        return AccountFields.All.FirstOrDefault(field => fault.StartsWith($"{field.Option.Name} ", StringComparison.Ordinal)) is { } about
            ? $"{nameOf(about)}{fault[about.Option.Name.Length..]}"
            : fault;
    }
}
