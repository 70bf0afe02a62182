using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kosmo.Lua.Worker;

/// <summary>What a worker is told, as one line of JSON: one of these.</summary>
/// <param name="Run">Code to run.</param>
/// <param name="Complete">A text whose last word is to be completed.</param>
/// <param name="Answer">The line that was entered after <see cref="WorkerReply.Asks"/>; empty for none.</param>
/// <param name="Interrupt">In the place of an answer: the run is to end.</param>
internal sealed record WorkerRequest(string? Run = null, string? Complete = null, string? Answer = null, bool Interrupt = false);

/// <summary>What a worker replies, as one line of JSON: one of these.</summary>
/// <param name="Ran">How a run ended.</param>
/// <param name="Incomplete">The code is the beginning of a statement; nothing was run.</param>
/// <param name="Words">The ways to complete a text.</param>
/// <param name="Asks">It has asked a question at the terminal, and needs the line that is entered.</param>
internal sealed record WorkerReply(WorkerRun? Ran = null, bool Incomplete = false, string[]? Words = null, bool Asks = false);

/// <summary>How a run ended.</summary>
/// <param name="Output">What it printed.</param>
/// <param name="Values">What it returned, an array; null when it failed.</param>
/// <param name="Error">Why it failed; null when it did not.</param>
internal sealed record WorkerRun(string Output, JsonElement? Values = null, string? Error = null);

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(WorkerRequest))]
[JsonSerializable(typeof(WorkerReply))]
internal sealed partial class WorkerJson : JsonSerializerContext;
