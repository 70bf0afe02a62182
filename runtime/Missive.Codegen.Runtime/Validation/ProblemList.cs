namespace Missive.Codegen.Runtime;

/// <summary>Collects the problems of one call with their corrections.</summary>
internal sealed class ProblemList
{
    private readonly List<ToolValidationError> _errors = [];

    public IReadOnlyList<ToolValidationError> Errors => _errors;

    /// <summary>The corrections by path.</summary>
    public Dictionary<string, Correction> Corrections { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether each problem has a correction.</summary>
    public bool IsCorrectable { get; private set; } = true;

    /// <summary>Adds a problem. Without a correction the call as a whole cannot be corrected.</summary>
    public void Add(
        string code,
        string path,
        string expected,
        string got,
        string message,
        string? suggestion = null,
        Correction? correction = null)
    {
        _errors.Add(new ToolValidationError
        {
            Code = code,
            Path = path,
            Expected = expected,
            Got = got,
            Message = message,
            Suggestion = suggestion,
        });
        if (correction is null)
        {
            IsCorrectable = false;
        }
        else
        {
            Corrections[path] = correction;
        }
    }

    /// <summary>Adds a problem without a correction.</summary>
    public void Add(ToolValidationError error)
    {
        _errors.Add(error);
        IsCorrectable = false;
    }

    /// <summary>Adds a value that is not what its type expects; the message is composed of the parts.</summary>
    public void AddValue(string code, string path, string expected, string got, string? advice = null, string? suggestion = null, Correction? correction = null)
        => Add(code, path, expected, got, $"{NameOf(path)}: expected {expected}, got {got}.{(advice is null ? "" : " " + advice)}", suggestion, correction);

    public bool Contains(string code, string path)
    {
        foreach (var error in _errors)
        {
            if (string.Equals(error.Code, code, StringComparison.Ordinal) && string.Equals(error.Path, path, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    public bool Contains(string path)
    {
        foreach (var error in _errors)
        {
            if (string.Equals(error.Path, path, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a message calls a path; the arguments as a whole have none.</summary>
    public static string NameOf(string path) => path.Length == 0 ? "arguments" : path;
}
