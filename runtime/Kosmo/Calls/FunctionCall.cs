using System.Text.Json;
using Missive.Codegen.Runtime;

namespace Kosmo.Calls;

/// <summary>One call as it was asked for.</summary>
/// <param name="Tool">The function.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Account">The account; null for the default one.</param>
/// <param name="IsDryRun">Whether nothing is to be written.</param>
/// <param name="IsForced">Whether permissions are lifted.</param>
internal sealed record FunctionCall(ToolDefinition Tool, JsonElement Arguments, string? Account, bool IsDryRun, bool IsForced);
