namespace Kosmo.Emulation;

/// <summary>Where the stand-in is reached.</summary>
/// <param name="BaseUrl">Its base URL.</param>
/// <param name="Token">The token that it takes: a sample, no secret.</param>
internal sealed record EmulatorAddress(Uri BaseUrl, string Token);
