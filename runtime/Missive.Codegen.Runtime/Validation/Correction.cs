namespace Missive.Codegen.Runtime;

/// <summary>How to correct what stands at one path: another key, another value as JSON text, or another parameter to put it into.</summary>
internal sealed record Correction(string? Key = null, string? Json = null, string? Home = null);
