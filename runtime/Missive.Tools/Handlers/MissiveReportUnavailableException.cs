namespace Missive.Tools;

/// <summary>A report could not be fetched within the time that <c>get_analytics_report</c> waits.</summary>
/// <param name="message">The causes it can have, and what to do about each.</param>
/// <param name="function">The function that was called.</param>
/// <param name="innerException">The API's last refusal.</param>
public sealed class MissiveReportUnavailableException(string message, string function, Exception? innerException = null)
    : MissiveException(message, function, innerException);
