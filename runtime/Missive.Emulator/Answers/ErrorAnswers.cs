using System.Text.Json.Nodes;

namespace Missive.Emulator.Answers;

internal sealed class ErrorAnswers(ErrorShape shape)
{
    private static readonly ErrorShape[] Turns =
        [ErrorShape.NestedMessage, ErrorShape.ErrorText, ErrorShape.ErrorsText, ErrorShape.MessageText];

    private int _turn = -1;

    public ApiAnswer For(ErrorCondition condition, string message)
    {
        var chosen = shape switch
        {
            ErrorShape.ByCondition => Usual(condition),
            ErrorShape.Rotating => Turns[(uint)Interlocked.Increment(ref _turn) % Turns.Length],
            _ => shape,
        };
        return chosen == ErrorShape.Empty
            ? ApiAnswer.Empty((int)condition)
            : ApiAnswer.Of((int)condition, Body(chosen, message));
    }

    private static ErrorShape Usual(ErrorCondition condition) => condition switch
    {
        ErrorCondition.BadRequest or ErrorCondition.RateLimited => ErrorShape.ErrorText,
        ErrorCondition.Unauthorized or ErrorCondition.Forbidden => ErrorShape.NestedMessage,
        ErrorCondition.Unprocessable => ErrorShape.ErrorsText,
        _ => ErrorShape.MessageText,
    };

    private static JsonObject Body(ErrorShape shape, string message) => shape switch
    {
        ErrorShape.NestedMessage => new JsonObject { ["error"] = new JsonObject { ["message"] = message } },
        ErrorShape.ErrorText => new JsonObject { ["error"] = message },
        ErrorShape.ErrorsText => new JsonObject { ["errors"] = message },
        _ => new JsonObject { ["message"] = message },
    };
}
