namespace Missive.Tools;

/// <summary>The API answered with something that a function cannot do its work with.</summary>
/// <param name="message">What is wrong with it.</param>
/// <param name="function">The function that was called.</param>
public sealed class MissiveAnswerException(string message, string function) : MissiveException(message, function);
