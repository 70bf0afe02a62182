namespace Missive.Emulator.Answers;

/// <summary>Ends the handling of a request with an error answer; caught in one place, the request pipeline.</summary>
internal sealed class ApiRefusalException(ErrorCondition condition, string message) : Exception(message)
{
    public ErrorCondition Condition { get; } = condition;

    public static ApiRefusalException BadRequest(string message) => new(ErrorCondition.BadRequest, message);

    public static ApiRefusalException Forbidden(string message) => new(ErrorCondition.Forbidden, message);

    public static ApiRefusalException NotFound(string message) => new(ErrorCondition.NotFound, message);

    public static ApiRefusalException Unprocessable(string message) => new(ErrorCondition.Unprocessable, message);
}
