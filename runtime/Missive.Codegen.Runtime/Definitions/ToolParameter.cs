using System.Text;

namespace Missive.Codegen.Runtime;

/// <summary>One parameter of a tool.</summary>
public sealed class ToolParameter : FieldDefinition
{
    /// <summary>Where the value goes in the request.</summary>
    public ParameterLocation Location { get; init; }

    /// <summary>Whether a path parameter takes one or several ids, separated by commas.</summary>
    public bool CommaList { get; init; }

    /// <summary>The key under which a body is sent; null when it is sent as it is. Callers may pass the content with or without it.</summary>
    public string? Envelope { get; init; }

    /// <summary>What stands under <see cref="Envelope"/>. <see cref="FieldDefinition.Type"/> is the type of one object in both cases.</summary>
    public EnvelopeShape EnvelopeShape { get; init; }

    /// <summary>
    /// Of a body whose envelope holds a list: the <see cref="CommaList"/> parameter whose ids the list has to repeat.
    /// One object without <c>id</c> is copied for each of them.
    /// </summary>
    public string? PerId { get; init; }

    /// <summary>The envelope's key as UTF-8; empty when there is none.</summary>
    internal byte[] Utf8Envelope => field ??= Encoding.UTF8.GetBytes(Envelope ?? "");
}
