using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Missive.Lua;

/// <summary>Writes Lua values as JSON, straight from the stack.</summary>
internal sealed class LuaToJson
{
    /// <summary>How deep tables may lie in each other.</summary>
    public const int MaxDepth = 512;

    /// <summary>How much JSON a call's arguments or a run's results may have, in bytes: tables that share others have much more than memory.</summary>
    public const int LargestDocument = 16 << 20;

    // How much of a key is shown.
    private const int ShownKey = 80;

    private readonly JsonBuffer _json = new();
    private readonly List<TableEntry> _entries = [];
    private readonly List<PathStep> _path = [];
    private readonly List<nint> _open = [];
    private LuaStack _stack;
    private bool _isLenient;
    private long _limit;

    /// <summary>Writes a value. What has no JSON is refused.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="index">Where the value lies.</param>
    /// <param name="indented">Whether to write it for people.</param>
    /// <param name="limit">How many bytes it may have.</param>
    /// <returns>The JSON, valid until the next.</returns>
    /// <exception cref="LuaException">The value has no JSON, or too much.</exception>
    public ReadOnlySpan<byte> Write(LuaStack stack, int index, bool indented, long limit)
    {
        Start(stack, indented, isLenient: false, limit);
        Write(index);
        return _json.Written;
    }

    /// <summary>Writes the topmost values as a list. What has no JSON becomes text, and numbers that JSON lacks null.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="first">Where the first lies; all above it are written.</param>
    /// <param name="limit">How many bytes they may have.</param>
    /// <returns>The JSON, valid until the next.</returns>
    /// <exception cref="LuaException">It is too much.</exception>
    public ReadOnlySpan<byte> WriteAll(LuaStack stack, int first, long limit)
    {
        Start(stack, indented: false, isLenient: true, limit);
        _json.Open((byte)'[');
        var last = stack.Top;
        for (var index = first; index <= last; index++)
        {
            _json.NextItem();
            Write(index);
        }

        _json.Close((byte)']');
        return _json.Written;
    }

    private void Start(LuaStack stack, bool indented, bool isLenient, long limit)
    {
        _stack = stack;
        _isLenient = isLenient;
        _limit = limit;
        _entries.Clear();
        _path.Clear();
        _open.Clear();
        _json.Start(indented);
    }

    private void Write(int index)
    {
        switch (_stack.Type(index))
        {
            case LuaType.Nil or LuaType.None:
                _json.Raw("null"u8);
                break;
            case LuaType.Boolean:
                _json.Raw(_stack.Boolean(index) ? "true"u8 : "false"u8);
                break;
            case LuaType.Number when _stack.IsInteger(index):
                _json.Integer(_stack.Integer(index));
                break;
            case LuaType.Number:
                WriteNumber(_stack.Number(index));
                break;
            case LuaType.String:
                WriteText(_stack.Text(index));
                break;
            case LuaType.Table:
                WriteTable(index);
                break;
            case LuaType.LightUserdata when ScalarText.IsNull(_stack, index):
                _json.Raw("null"u8);
                break;
            case var type:
                Replace($"<{ScalarText.NameOf(type)}>", $"a {ScalarText.NameOf(type)} has no JSON");
                break;
        }
    }

    private void WriteNumber(double number)
    {
        if (double.IsFinite(number))
        {
            _json.Number(number);
        }
        else if (_isLenient)
        {
            _json.Raw("null"u8);
        }
        else
        {
            throw Refuse($"{(double.IsNaN(number) ? "nan" : number > 0 ? "inf" : "-inf")} has no JSON");
        }
    }

    private void WriteText(ReadOnlySpan<byte> text)
    {
        CheckSize(text.Length);
        _json.Text(Valid(text, "the text is not UTF-8"));
    }

    private void WriteTable(int index)
    {
        var identity = _stack.Identity(index);
        if (_open.Contains(identity))
        {
            Replace("<circular>", "a table that contains itself has no JSON");
            return;
        }

        if (_open.Count == MaxDepth || !_stack.TryReserve(8))
        {
            Replace("<too deep>", $"tables lie in each other more than {MaxDepth} deep");
            return;
        }

        CheckSize(2);
        _open.Add(identity);
        if (!Sequence.TryGetLength(_stack, index, out var length))
        {
            WriteObject(index);
        }
        else if (length > 0 || TableMarks.Of(_stack, index) != TableMark.Object)
        {
            WriteList(index, length);
        }
        else
        {
            // An object whose fields were all null has no entries in Lua.
            WriteObject(index);
        }

        _open.RemoveAt(_open.Count - 1);
    }

    private void WriteList(int index, long length)
    {
        _json.Open((byte)'[');
        for (var i = 1L; i <= length; i++)
        {
            _stack.GetItem(index, i);
            _path.Add(new PathStep(0, i));
            _json.NextItem();
            Write(_stack.Top);
            _path.RemoveAt(_path.Count - 1);
            _stack.Pop();
        }

        _json.Close((byte)']');
    }

    private void WriteObject(int index)
    {
        using var entries = TableEntries.Read(_stack, index, _entries);
        _json.Open((byte)'{');
        for (var i = 0; i < entries.Count; i++)
        {
            _path.Add(new PathStep(entries.KeyIndex(i), 0));
            WriteKey(index, entries, i);
            Write(entries.ValueIndex(i));
            _path.RemoveAt(_path.Count - 1);
        }

        _json.Close((byte)'}');
    }

    private void WriteKey(int table, in TableEntries entries, int entry)
    {
        var key = entries.KeyText(entry);
        var kind = entries.KeyKind(entry);
        CheckSize(key.Length);
        if (!_isLenient && kind == TableKeyKind.Other)
        {
            throw Refuse($"a {ScalarText.NameOf(_stack.Type(entries.KeyIndex(entry)))} is no key of JSON");
        }

        if (!_isLenient && kind == TableKeyKind.Text && IsInteger(key, out var number) && HasItem(table, number))
        {
            throw Refuse($"the number {number} and the text \"{number}\" are the same key in JSON");
        }

        _json.NextField(Valid(key, "the key is not UTF-8"));
    }

    private bool HasItem(int table, long key)
    {
        var has = _stack.GetItem(table, key) != LuaType.Nil;
        _stack.Pop();
        return has;
    }

    private static bool IsInteger(ReadOnlySpan<byte> text, out long number)
    {
        number = 0;
        return text.Length is > 0 and < 21
            && text[0] is (byte)'-' or (>= (byte)'0' and <= (byte)'9')
            && Utf8Parser.TryParse(text, out number, out var used)
            && used == text.Length
            && number.ToString(CultureInfo.InvariantCulture).Length == used;
    }

    private ReadOnlySpan<byte> Valid(ReadOnlySpan<byte> text, string problem)
        => Utf8.IsValid(text) ? text
        : _isLenient ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(text))
        : throw Refuse(problem);

    private void Replace(string text, string problem)
    {
        if (!_isLenient)
        {
            throw Refuse(problem);
        }

        _json.Text(Encoding.UTF8.GetBytes(text));
    }

    private void CheckSize(int more)
    {
        if (_json.Length + (long)more > _limit)
        {
            throw LuaException.OutOfMemory();
        }
    }

    private LuaException Refuse(string problem)
    {
        var path = new StringBuilder();
        foreach (var step in _path)
        {
            if (step.Key == 0)
            {
                path.Append(CultureInfo.InvariantCulture, $"[{step.Item}]");
            }
            else
            {
                path.Append(path.Length == 0 ? "" : ".").Append(Excerpt.Of(ScalarText.Of(_stack, step.Key), ShownKey));
            }
        }

        return new LuaException(new LuaFailure(
            path.Length == 0 ? problem : $"{path}: {problem}", LuaFailureCodes.NoJson, path.Length == 0 ? null : path.ToString()));
    }

    /// <summary>A step on the way to a value: where its key lies on the stack, or zero and the item's number.</summary>
    private readonly record struct PathStep(int Key, long Item);
}
