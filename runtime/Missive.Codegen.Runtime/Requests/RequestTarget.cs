using System.Globalization;
using System.Text;

namespace Missive.Codegen.Runtime;

/// <summary>Builds the path and query of a request.</summary>
public sealed class RequestTarget
{
    private readonly StringBuilder _text = new(128);
    private bool _hasQuery;

    /// <summary>Begins with nothing.</summary>
    public RequestTarget()
    {
    }

    /// <summary>Begins with a path.</summary>
    /// <param name="path">The path, encoded.</param>
    public RequestTarget(string path) => AppendPath(path);

    /// <summary>Adds to the path. Not possible once a query has begun.</summary>
    /// <param name="encoded">Text that is encoded already, such as <c>/tasks/</c> or what <see cref="PathSegment"/> returns.</param>
    /// <returns>This target.</returns>
    /// <exception cref="InvalidOperationException">A query has begun.</exception>
    public RequestTarget AppendPath(string encoded)
    {
        if (_hasQuery)
        {
            throw new InvalidOperationException("The path ends where the query begins.");
        }

        _text.Append(encoded);
        return this;
    }

    /// <summary>Adds a query parameter; name and value are percent-encoded.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="value">Its value.</param>
    /// <returns>This target.</returns>
    public RequestTarget AppendQuery(string name, string value)
    {
        _text.Append(_hasQuery ? '&' : '?').Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
        _hasQuery = true;
        return this;
    }

    /// <summary>Adds a query parameter.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="value">Its value.</param>
    /// <returns>This target.</returns>
    public RequestTarget AppendQuery(string name, long value) => AppendQuery(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds a flag: <c>true</c> is sent, <c>false</c> leaves the parameter out.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="value">Its value.</param>
    /// <returns>This target.</returns>
    public RequestTarget AppendQuery(string name, bool value) => value ? AppendQuery(name, "true") : this;

    /// <summary>The path and query.</summary>
    public override string ToString() => _text.ToString();
}
