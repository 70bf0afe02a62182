using System.Collections.Immutable;

namespace Missive.Codegen.Runtime;

/// <summary>A definition's path, cut at its placeholders.</summary>
internal sealed class PathTemplate
{
    private readonly ImmutableArray<Part> _parts;

    private PathTemplate(ImmutableArray<Part> parts) => _parts = parts;

    public static PathTemplate Parse(ToolDefinition definition)
    {
        var parts = ImmutableArray.CreateBuilder<Part>();
        var rest = definition.Path;
        while (rest.IndexOf('{', StringComparison.Ordinal) is var open and >= 0)
        {
            var close = rest.IndexOf('}', open);
            var position = close < 0 ? -1 : definition.ParameterTable.IndexOf(rest[(open + 1)..close]);
            if (position < 0)
            {
                throw new InvalidOperationException($"The path '{definition.Path}' of {definition.Name} has a placeholder that is no parameter.");
            }

            parts.Add(new Part(rest[..open], position));
            rest = rest[(close + 1)..];
        }

        parts.Add(new Part(rest, -1));
        return new PathTemplate(parts.ToImmutable());
    }

    public void AppendTo(RequestTarget target, in ObjectBinding arguments)
    {
        foreach (var part in _parts)
        {
            target.AppendPath(part.Literal);
            if (part.Parameter < 0)
            {
                continue;
            }

            var parameter = (ToolParameter)arguments.Table.Fields[part.Parameter];
            if (!arguments.IsPresent(part.Parameter))
            {
                throw new ArgumentException($"The path needs the argument '{parameter.Name}'.", nameof(arguments));
            }

            var text = ScalarText.Of(arguments[part.Parameter]);
            target.AppendPath(parameter.CommaList ? PathSegment.EncodeList(text) : PathSegment.Encode(text));
        }
    }

    // A literal, and the position of the parameter that follows it, or -1.
    private readonly record struct Part(string Literal, int Parameter);
}
