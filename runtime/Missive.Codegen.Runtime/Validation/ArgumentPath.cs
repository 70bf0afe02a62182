using System.Globalization;
using System.Text;

namespace Missive.Codegen.Runtime;

/// <summary>Where in the arguments validation is. Its text is made only when a problem is found.</summary>
internal sealed class ArgumentPath
{
    // Deeper than the arguments of most calls.
    private Segment[] _segments = new Segment[6];
    private int _count;

    public void Push(string key) => Push(new Segment(key, 0));

    public void Push(int index) => Push(new Segment(null, index));

    public void Pop() => _count--;

    /// <summary>The path of a key of the object at hand.</summary>
    public string Of(string key)
    {
        Push(key);
        var text = ToString();
        Pop();
        return text;
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var segment in _segments.AsSpan(0, _count))
        {
            Append(text, segment);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, Segment segment)
    {
        if (segment.Key is not { } key)
        {
            text.Append(CultureInfo.InvariantCulture, $"[{segment.Index}]");
        }
        else if (IsPlain(key))
        {
            text.Append(text.Length == 0 ? "" : ".").Append(key);
        }
        else
        {
            text.Append('[').Append(Excerpt.Quoted(key)).Append(']');
        }
    }

    private static bool IsPlain(string key)
        => key.Length is > 0 and <= Excerpt.MaxLength && !key.AsSpan().ContainsAnyExcept(Excerpt.NameCharacters);

    private void Push(Segment segment)
    {
        if (_count == _segments.Length)
        {
            Array.Resize(ref _segments, _count * 2);
        }

        _segments[_count++] = segment;
    }

    private readonly record struct Segment(string? Key, int Index);
}
