using Missive.Codegen.Emit.Escaping;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Missive.Codegen.Emit;

/// <summary>A function of templates. The engine's own wrappers call by reflection, which a page does a hundred times.</summary>
/// <param name="call">What it does with its arguments.</param>
/// <param name="parameters">The types that the engine converts the arguments to.</param>
internal sealed class TemplateFunction(Func<ScriptArray, string> call, params Type[] parameters) : IScriptCustomFunction
{
    public int RequiredParameterCount => parameters.Length;

    public int ParameterCount => parameters.Length;

    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.None;

    public Type ReturnType => typeof(EscapedText);

    public ScriptParameterInfo GetParameterInfo(int index) => new(index < parameters.Length ? parameters[index] : typeof(object), "value" + index);

    public object Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] is null)
            {
                throw new ArgumentException("There is nothing to write here: the value is null.");
            }
        }

        return new EscapedText(call(arguments));
    }

    public ValueTask<object?> InvokeAsync(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        new(Invoke(context, callerContext, arguments, blockStatement));
}
