namespace Missive.Tools;

/// <summary>The API does not offer what a function needs.</summary>
/// <param name="message">What it lacks, and what to do instead.</param>
/// <param name="function">The function that was called.</param>
/// <param name="innerException">The API's refusal.</param>
public sealed class MissiveNotOfferedException(string message, string function, Exception? innerException = null)
    : MissiveException(message, function, innerException);
