using System.Text;
using Missive.Codegen.Runtime;

namespace Missive.Lua;

/// <summary>What a name below <c>app</c> calls.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="Account">The named account; null for the default one.</param>
/// <param name="Path">The name, without <c>app.</c>.</param>
internal sealed record CallTarget(ToolDefinition Tool, string? Account, string Path);

/// <summary>The targets of the binding's functions, by where Lua holds their path, so that a call decodes no names.</summary>
internal sealed unsafe class CallTargets(ToolRegistry registry)
{
    private readonly Dictionary<nint, (byte[] Path, CallTarget Target)> _known = [];

    /// <summary>The target of a call whose arguments are on the stack: name, arguments, account, path.</summary>
    public CallTarget Of(LuaStack stack)
    {
        var path = stack.Text(4);
        fixed (byte* start = path)
        {
            // Should Lua ever put another text there, it is looked at anew.
            if (_known.TryGetValue((nint)start, out var known) && path.SequenceEqual(known.Path))
            {
                return known.Target;
            }

            var target = new CallTarget(
                registry.GetDefinition(stack.String(1)), stack.StringOrNull(3), CallPath.WithoutApp(Encoding.UTF8.GetString(path)));
            _known[(nint)start] = (path.ToArray(), target);
            return target;
        }
    }
}
