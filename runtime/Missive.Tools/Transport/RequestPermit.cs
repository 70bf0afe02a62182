namespace Missive.Tools;

/// <summary>A request's leave to be in progress; disposing it, once, makes room for another.</summary>
internal readonly struct RequestPermit(RequestLimiter limiter) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => limiter.Release();
}
