using System.Text.Json.Nodes;
using Missive.Emulator.Answers;
using Missive.Emulator.Routing;

namespace Missive.Emulator.Endpoints;

/// <summary>The answers of calls that changed something, which differ by option where the API leaves them open.</summary>
internal static class WriteAnswers
{
    private const int Status = 201;

    public static ApiAnswer Created(ApiCall call, string key, JsonNode content, bool sent = false)
    {
        var empty = call.Options.CreateAnswer switch
        {
            CreateAnswer.Empty => true,
            CreateAnswer.EmptyAfterSend => sent,
            _ => false,
        };
        return empty ? ApiAnswer.Empty(Status) : ApiAnswer.Of(Status, new JsonObject { [key] = content });
    }

    public static ApiAnswer Deleted(ApiCall call) => ApiAnswer.Empty(call.Options.DeleteStatus);
}
