using Missive.Codegen.Model;

namespace Missive.Codegen.Validation;

/// <summary>All functions by name, broken ones among them.</summary>
internal sealed class FunctionNameTable
{
    private readonly Dictionary<string, FunctionDefinition> _functions = new(StringComparer.Ordinal);

    public FunctionNameTable(IReadOnlyList<FunctionFile> files)
    {
        foreach (var function in files.SelectMany(f => f.Functions))
        {
            _functions[function.Name] = function;
        }

        IsComplete = files.All(f => f.IsComplete) && !_functions.Remove("");
    }

    /// <summary>Whether every function is known by name; else one that is not found may be in a part that could not be read.</summary>
    public bool IsComplete { get; }

    public IReadOnlyCollection<string> Names => _functions.Keys;

    public FunctionDefinition? Find(string name) => _functions.TryGetValue(name, out var function) ? function : null;
}
