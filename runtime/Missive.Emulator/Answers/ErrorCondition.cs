namespace Missive.Emulator.Answers;

internal enum ErrorCondition
{
    BadRequest = 400,
    Unauthorized = 401,
    Forbidden = 403,
    NotFound = 404,
    TooLarge = 413,
    UnsupportedMediaType = 415,
    Unprocessable = 422,
    RateLimited = 429,
}
