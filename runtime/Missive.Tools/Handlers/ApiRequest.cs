using System.Text.Json;
using Missive.Codegen.Runtime;

namespace Missive.Tools;

/// <summary><c>api_get</c>, <c>api_post</c>, <c>api_patch</c> and <c>api_delete</c>: one request to a path of the caller's choice.</summary>
internal sealed class ApiRequest : FunctionHandler
{
    private const string Book = "contact_book";

    public override ToolValidationError? FindProblem(JsonElement arguments)
        => arguments.TryGetProperty("path", out var path) && path.ValueKind == JsonValueKind.String ? ApiPath.FindProblem(path.GetString()!) : null;

    public override async ValueTask<ToolAnswer> InvokeAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var path = ApiPath.Parse(call, call.Text("path")!);
        var target = await TargetAsync(call, path, cancellationToken).ConfigureAwait(false);
        var response = await call.SendAsync(new ToolRequest(call.Definition.Method, target, BodyOf(call)), cancellationToken).ConfigureAwait(false);
        return Answers.Of(call, response);
    }

    private static async ValueTask<string> TargetAsync(ToolCall call, ApiPath path, CancellationToken cancellationToken)
    {
        var target = new RequestTarget(path.Path);
        foreach (var (name, value) in path.Query)
        {
            target.AppendQuery(name, value);
        }

        string[] fromPath = [.. path.Query.Select(static parameter => parameter.Name)];
        var parameters = call.Value("params");
        RefuseTwice(call, path, parameters);
        QueryWriter.AppendObject(target, DataType.Any(), parameters, call.Settings, fromPath);

        var isRead = string.Equals(call.Definition.Method, "GET", StringComparison.Ordinal);
        if (isRead)
        {
            // Validation lets through what it does not know only where the caller asked for that.
            QueryWriter.AppendObject(target, DataType.Any(), call.Arguments, call.Settings, "path", "params");
        }

        if (isRead
            && string.Equals(path.Path, "/contacts", StringComparison.Ordinal)
            && QueryEdit.Get(target.ToString(), Book) is null
            && await FindBookAsync(call, cancellationToken).ConfigureAwait(false) is { } book)
        {
            target.AppendQuery(Book, book);
        }

        return target.ToString();
    }

    private static void RefuseTwice(ToolCall call, ApiPath path, JsonElement parameters)
    {
        foreach (var (name, value) in path.Query)
        {
            if (parameters.ValueKind == JsonValueKind.Object
                && parameters.TryGetProperty(name, out var other)
                && !string.Equals(value, other.ValueKind == JsonValueKind.String ? other.GetString() : other.GetRawText(), StringComparison.Ordinal))
            {
                throw Refusal.Of(
                    call,
                    ToolValidationCodes.Conflict,
                    $"params.{name}",
                    $"{Excerpt.Quoted(value)}, as in path",
                    Excerpt.Quoted(other.GetRawText()),
                    "Give it once: in path or in params.");
            }
        }
    }

    // Undecided, the request goes out without it, and the API's refusal is passed on.
    private static async ValueTask<string?> FindBookAsync(ToolCall call, CancellationToken cancellationToken)
        => call.Settings.TryGet(ContactBookLookup.Setting, out var setting)
            ? setting.GetString()
            : await call.Lookups.ContactBooks.ListIdsAsync(call, cancellationToken).ConfigureAwait(false) is [var only] ? only : null;

    private static ReadOnlyMemory<byte> BodyOf(ToolCall call)
        => call.Definition.FindParameter("body") is { } parameter && call.Value("body") is { ValueKind: not JsonValueKind.Undefined } body
            ? RequestBody.Write(
                (parameter.Type, body, call.Settings),
                static (writer, state) => ContentWriter.WriteValue(writer, state.Type, state.body, state.Settings))
            : default;
}
